import { BY_IRI, TERMS } from "./data.js";
import { byId } from "./dom.js";
import { clearSection, fillerAtStep, lightRegions, startSection } from "./section.js";
import { stepsOf } from "./story.js";

/** Whether the page has a section: an ontology without tissue layers has none. */
export const HAS_LIP = Boolean(document.getElementById("lip"));

/** The term that the section was last told of, so that the needle is not drawn back in mid-story. @type {string} */
let lipShows = "";

/** Wakes the section. `onPoint(terms)` hears which terms sit where it is pointed at, null when at nothing;
 * `onTerm(n)` which term is chosen. @param {(terms:string[]|null)=>void} onPoint @param {(n:string)=>void} onTerm */
export function startLip(onPoint, onTerm) {
  if (!HAS_LIP) return;
  startSection(byId("lip"), (iri, how) => {
    const n = BY_IRI.get(iri);
    if (n && how === "click") onTerm(n);
    else onPoint(n && how !== "leave" ? [n, ...sittingAt(n)] : null);
  });
}

/** The terms that sit at a place. @param {string} place */
export function sittingAt(place) {
  return Object.keys(TERMS).filter((n) => TERMS[n].sites.some(([s]) => s === place));
}

/** Shows or hides the section, and lights in it what the view shows.
 * @param {import("./link.js").View} view */
export function drawLip(view) {
  if (!HAS_LIP) return;
  byId("lip").hidden = !view.lip || view.node !== null || view.claim !== null;
  byId("liptoggle").setAttribute("aria-pressed", String(view.lip));
  const cause = view.cause && view.step >= 0 ? TERMS[view.cause].id : "";
  const now = `${cause} ${view.step} ${view.node || ""}`;
  if (now === lipShows) return;
  lipShows = now;
  if (cause && view.cause) {
    lightRegions(stepsOf(view.cause)[view.step].terms.map((n) => TERMS[n].id));
    fillerAtStep(cause, view.step);
  } else if (view.node) lightRegions([TERMS[view.node].id]);
  else clearSection();
}
