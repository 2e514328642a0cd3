import { ARROWS, CLAIMS, DATA, TERMS, storyOf } from "./data.js";
import { byId, chooser, el } from "./dom.js";
import { badge, caveat } from "./evidence.js";
import { label, language, marked, otherName, word } from "./words.js";

/** What the bar can do; set once at the start. @typedef {{go:(step:number)=>void, compare:(n:string)=>void, strike:()=>void, causes:string[]}} BarActions */

/** The steps of a cause's story; [] where it has none. @param {string|null} cause
 * @returns {import("./data.js").StoryStep[]} */
export function stepsOf(cause) {
  const story = storyOf(cause);
  return story ? story.steps : [];
}

/** The terms and claims told up to a step: they stay lit. @param {string} cause @param {number} step */
export function toldUntil(cause, step) {
  const told = stepsOf(cause).slice(0, step + 1);
  const current = told[told.length - 1];
  const way = told.filter((s) => s.part === "cause" || s.part === "tissue" || s.part === "movement");
  const lit = current.part === "care" ? [current] : current.part === "open" ? [...way, current] : told;
  const now = current.part === "open" ? [...new Set(lit.flatMap((s) => s.terms))] : current.terms;
  return { terms: [cause, ...lit.flatMap((s) => s.terms)], claims: lit.flatMap((s) => s.claims), now };
}

/** What the view zooms to: this step and the one before; at the start, the one that comes. @param {string} cause @param {number} step */
export function inView(cause, step) {
  const steps = stepsOf(cause);
  const near = step === 0 ? steps[1] : steps[step - 1];
  const before = near && steps[step].part !== "care" && steps[step].part !== "open" ? near.terms : [];
  return [...new Set([...before, ...steps[step].terms])];
}

/** The term that a step is about: what its title names, else the cause. @param {string} cause @param {number} step */
export function subjectOf(cause, step) {
  const now = stepsOf(cause)[step];
  return now.terms.find((n) => TERMS[n].label.en === now.title) || cause;
}

/** Draws a step. @param {string} cause @param {number} step @param {BarActions} act @param {boolean} only */
export function drawStep(cause, step, act, only) {
  const steps = stepsOf(cause);
  const now = steps[step];
  const turn = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {number} */ to) =>
    el("button", { type: "button", class: `round ${key}`, "aria-label": word(key), disabled: to < 0 || to >= steps.length, "data-go": key, onclick: () => act.go(to) }, sign);
  const parts = el("div", { class: "parts" }, ...steps.map((_s, i) => el("i", { class: i === step ? "now" : i < step ? "done" : "" })));
  parts.append(el("span", { class: "count" }, word("step", step + 1, steps.length)));
  const head = el("div", { class: "head" }, parts, ...title(now));
  const say = el("div", { class: "say", tabindex: 0, "aria-label": word("step", step + 1, steps.length), role: "group" }, ...told(now, only));
  const seen = new Set(steps.slice(0, step).flatMap((s) => s.caveats));
  byId("story").replaceChildren(turn("back", "←", step - 1), head, tools(cause, act), say, ...cautions(now.caveats, seen), turn("next", "→", step + 1));
}

/** @param {string} cause @param {BarActions} act */
function tools(cause, act) {
  const others = act.causes.filter((n) => n !== cause);
  const options = others.map((n) => el("option", { value: n }, marked(n)));
  const select = el("select", { id: "other", "aria-label": word("compare") }, el("option", { value: "" }, word("compare")), ...options);
  chooser(/** @type {HTMLSelectElement} */ (select), (n) => n && act.compare(n));
  return el("div", { class: "acts" }, others.length ? select : null, el("button", { type: "button", id: "strike", onclick: () => act.strike() }, word("whatif")));
}

/** The title of a step: the name of a term in both languages where it names one. @param {import("./data.js").StoryStep} step */
function title(step) {
  const named = step.terms.find((n) => TERMS[n].label.en === step.title);
  const clinical = named && label(named).lay ? `${word("clinical")}: ${TERMS[named].label[language.now] || TERMS[named].label.en}` : "";
  const other = named ? otherName(named) : "";
  return [
    el("h2", null, el("span", { class: "part" }, `${word(step.part)}: `), named ? marked(named) : wording(step)),
    clinical && el("p", { class: "soft" }, clinical),
    other && el("p", { class: "soft", lang: language.now === "ko" ? "en" : "ko" }, other),
  ].filter((c) => c !== "");
}

/** @param {import("./data.js").StoryStep} step */
function wording(step) {
  const key = `title ${step.title}`;
  return DATA.words[key] ? word(key) : step.title;
}

/** One sentence first; what else is said of it stands below. @param {import("./data.js").StoryStep} step @param {boolean} only */
function told(step, only) {
  const byText = new Map(step.claims.map((id) => [CLAIMS[id] ? CLAIMS[id].text : "", id]));
  const seen = step.terms.filter((n) => TERMS[n].kind === "Sign");
  const lines = step.sentences.map((text, i) => {
    if (step.part === "sign" && i === 0) return [`${seen.map(marked).join(", ")}.`];
    const id = byText.get(text) || byText.get(text.replace(/^[^:]+: /, ""));
    const weak = only && id && ARROWS.claim.includes(id) && !ARROWS.reviewed[ARROWS.claim.indexOf(id)];
    return [el("span", { lang: "en" }, text), " ", id && badge(id), weak && el("span", { class: "badge thin" }, word("notReviewed"))];
  });
  const [first, ...rest] = lines;
  return [el("p", { class: "first" }, ...(first || [])), rest.length && el("ul", null, ...rest.map((line) => el("li", null, ...line)))].filter((c) => c !== 0);
}

/** The caveats of a step: whole when they are new in this story, one line with their number when they stood before.
 * @param {string[]} ids @param {Set<string>} seen */
function cautions(ids, seen) {
  if (!ids.length) return [];
  const fresh = ids.filter((id) => !seen.has(id));
  const old = ids.filter((id) => seen.has(id));
  const box = el("div", { class: "cautions", tabindex: 0, role: "group", "aria-label": word("caveats") }, ...fresh.map(caveat));
  if (old.length) box.append(el("details", { class: "before" }, el("summary", null, "⚠ ", old.length === 1 ? word("cautions1") : word("cautionsN", old.length)), ...old.map(caveat)));
  return [box];
}
