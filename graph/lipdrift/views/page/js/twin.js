import { BY_IRI, CLAIMS, TERMS } from "./data.js";
import { byId } from "./dom.js";
import { fillIn } from "./naming.js";
import { stepsOf, subjectOf } from "./story.js";
import { label, language, relationName, word } from "./words.js";

/** The language that the words of the page are in; as written they are English and clinical. */
let written = "en false";

/** Puts every word of the page itself into the language in use; the names of terms in the outline as well. */
export function translateTwin() {
  const wanted = `${language.now} ${language.lay}`;
  if (wanted === written) return;
  written = wanted;
  for (const spot of document.querySelectorAll("[data-word]")) {
    const values = (spot.getAttribute("data-values") || "").split("|");
    spot.textContent = fillIn(word(/** @type {string} */ (spot.getAttribute("data-word"))), values);
    spot.setAttribute("lang", language.now);
  }
  for (const spot of document.querySelectorAll("[data-s]")) {
    const [strength, n, flags] = (spot.getAttribute("data-s") || "").split(",");
    const voices = flags.includes("i") ? word("inference") : n === "1" ? word("sources1") : word("sourcesN", n);
    spot.textContent = [word(strength), voices, ...(flags.includes("u") ? [word("unmeasured")] : [])].join(" · ");
    spot.setAttribute("lang", language.now);
  }
  for (const spot of document.querySelectorAll("[data-label]")) spot.setAttribute("aria-label", word(/** @type {string} */ (spot.getAttribute("data-label"))));
  for (const spot of document.querySelectorAll("[data-r]")) {
    spot.textContent = relationName(/** @type {string} */ (spot.getAttribute("data-r")));
    spot.setAttribute("lang", language.now);
  }
  for (const spot of document.querySelectorAll("[data-term], #inwords a[href^='#v=1&node=']")) {
    const n = spot.getAttribute("data-term") || termOf(spot);
    if (!TERMS[n]) continue;
    const shown = label(n);
    spot.textContent = shown.draft ? `${shown.text}*` : shown.text;
    spot.setAttribute("lang", shown.lang);
  }
}

/** The term that a link of the words points at. @param {Element} link */
function termOf(link) {
  const given = new URLSearchParams((link.getAttribute("href") || "").slice(1));
  return BY_IRI.get(given.get("node") || "") || "";
}

/** Marks in the outline and the table what the picture shows. @param {import("./link.js").View} view */
export function markTwin(view) {
  for (const spot of document.querySelectorAll("#inwords [aria-current]")) spot.removeAttribute("aria-current");
  const now = current(view);
  for (const spot of now) spot.setAttribute("aria-current", "true");
}

/** What in the words stands for what the picture shows: the place in the cause's outline first. @param {import("./link.js").View} view */
function current(view) {
  const all = (/** @type {string} */ selector) => [...byId("inwords").querySelectorAll(selector)];
  if (view.claim) return all(`[data-claims~="${CSS.escape(view.claim)}"]`);
  const n = view.node || (view.cause && view.step >= 0 ? subjectOf(view.cause, view.step) : null);
  if (!n) return [];
  const own = view.cause ? all(`[data-cause="${view.cause}"]`) : [];
  const claims = view.cause && !view.node ? stepsOf(view.cause)[view.step].claims.filter((id) => CLAIMS[id]) : [];
  const steps = own.flatMap((block) => [...block.querySelectorAll("[data-claims]")].filter((li) => claims.some((id) => (li.getAttribute("data-claims") || "").split(" ").includes(id))));
  return steps.length ? steps : [...all("a[href^='#v=1&node=']").filter((link) => termOf(link) === n)];
}

/** Opens the words at the place that the picture shows, and puts the focus there. */
export function goToTwin() {
  const spot = byId("inwords").querySelector("[aria-current]") || byId("inwords");
  for (let up = spot.closest("details"); up; up = up.parentElement ? up.parentElement.closest("details") : null) up.open = true;
  const target = /** @type {HTMLElement} */ (spot.matches("a") ? spot : spot.querySelector("a") || spot);
  target.scrollIntoView({ block: "center" });
  target.focus();
}
