import { CLAIMS, DATA, TERMS } from "./data.js";
import { byId, el } from "./dom.js";
import { badge, caveats } from "./evidence.js";
import { label, word } from "./words.js";

/** The steps of a cause's story; [] where it has none. @param {string|null} cause
 * @returns {import("./data.js").StoryStep[]} */
export function stepsOf(cause) {
  const story = DATA.stories.find((/** @type {any} */ s) => s.cause === cause);
  return story ? story.steps : [];
}

/** The terms and claims told up to a step: they stay lit. @param {string} cause @param {number} step */
export function toldUntil(cause, step) {
  const told = stepsOf(cause).slice(0, step + 1);
  const current = told[told.length - 1];
  const lit = current.part === "care" || current.part === "open" ? [current] : told;
  return { terms: [cause, ...lit.flatMap((s) => s.terms)], claims: lit.flatMap((s) => s.claims), now: current.terms };
}

/** What the view zooms to: this step and the one before; at the start, the one that comes. @param {string} cause @param {number} step */
export function inView(cause, step) {
  const steps = stepsOf(cause);
  const near = step === 0 ? steps[1] : steps[step - 1];
  const before = near && steps[step].part !== "care" ? near.terms : [];
  return [...new Set([...before, ...steps[step].terms])];
}

/** Draws the bar below the picture. @param {string|null} cause @param {number} step @param {(to:number)=>void} go */
export function drawStory(cause, step, go) {
  const bar = byId("story");
  const steps = stepsOf(cause);
  if (!cause || !steps.length || step < 0) {
    bar.replaceChildren(el("p", { class: "say" }, word("start")));
    return;
  }
  const now = steps[step];
  const arrow = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {number} */ to) =>
    el("button", { type: "button", class: "round", "aria-label": word(key), disabled: to < 0 || to >= steps.length, "data-go": key, onclick: () => go(to) }, sign);
  const parts = el("div", { class: "parts" }, ...steps.map((_s, i) => el("i", { class: i === step ? "now" : i < step ? "done" : "" })));
  parts.append(el("span", null, word("step", step + 1, steps.length)));
  const say = el("div", { class: "say", tabindex: 0, "aria-label": word("step", step + 1, steps.length), role: "group" }, parts,
    el("h2", null, el("span", { class: "part" }, `${word(now.part)}: `), title(now)));
  say.append(...told(now), ...caveats([], now.caveats));
  bar.replaceChildren(arrow("back", "←", step - 1), say, arrow("next", "→", step + 1));
}

/** The title of a step in the language in use: a term's label where it names one. @param {import("./data.js").StoryStep} step */
function title(step) {
  const named = step.terms.find((n) => TERMS[n].label.en === step.title);
  return named ? label(named).text : step.title;
}

/** Each sentence with the badge of the claim that says it. @param {import("./data.js").StoryStep} step */
function told(step) {
  const byText = new Map(step.claims.map((id) => [CLAIMS[id] ? CLAIMS[id].text : "", id]));
  const lines = step.sentences.map((text) => {
    const id = byText.get(text) || byText.get(text.replace(/^[^:]+: /, ""));
    return el("li", { lang: "en" }, text, " ", id && badge(id));
  });
  return [el("ul", null, ...lines)];
}
