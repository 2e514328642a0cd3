/** What the page shows. `other` is the cause compared with, `without` what is struck out, `only` the honesty filter,
 * `lay` everyday words, `theme` "" for what the system asks for.
 * @typedef {{cause:string|null, step:number, other:string|null, without:string[], only:boolean, node:string|null, claim:string|null, lang:string, lay:boolean, theme:string, lip:boolean}} View */
/** What a link may name. @typedef {{termOf:(iri:string)=>string|null, iriOf:(n:string)=>string, steps:(n:string|null)=>number, hasClaim:(id:string)=>boolean}} Known */

export const THEMES = ["light", "dark", "mono"];
const VERSION = "1";
const MOST_STRUCK = 20;

/** @returns {View} */
export function plainView() {
  return { cause: null, step: -1, other: null, without: [], only: false, node: null, claim: null, lang: "en", lay: false, theme: "", lip: false };
}

/** The view that a fragment names; what it does not know is left out. @param {string} hash @param {Known} known @returns {View} */
export function readLink(hash, known) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const view = plainView();
  if (given.get("v") !== VERSION) return view;
  const term = (/** @type {string} */ key) => known.termOf(given.get(key) || "");
  view.lang = given.get("lang") === "ko" ? "ko" : "en";
  view.lay = given.get("words") === "everyday";
  view.only = given.get("only") === "reviewed";
  view.theme = THEMES.find((t) => t === given.get("theme")) || "";
  view.node = term("node");
  view.claim = known.hasClaim(given.get("claim") || "") ? given.get("claim") : null;
  const struck = (given.get("without") || "").split(",").map((iri) => known.termOf(iri));
  view.without = [...new Set(struck)].filter((n) => n !== null).slice(0, MOST_STRUCK);
  readStory(view, given, term("cause"), term("vs"), known);
  return view;
}

/** @param {View} view @param {URLSearchParams} given @param {string|null} cause @param {string|null} other @param {Known} known */
function readStory(view, given, cause, other, known) {
  const steps = known.steps(cause);
  view.lip = given.get("lip") === "1";
  if (!cause || !steps) return;
  const step = Number(given.get("step") || "1");
  view.cause = cause;
  view.step = Number.isInteger(step) && step >= 1 && step <= steps ? step - 1 : 0;
  view.other = other && other !== cause && known.steps(other) ? other : null;
  view.lip = given.get("lip") !== "0";
}

/** The fragment that names a view. @param {View} view @param {Known} known */
export function writeLink(view, known) {
  const story = Boolean(view.cause && view.step >= 0);
  const parts = [
    ["v", VERSION],
    ["cause", story && view.cause && known.iriOf(view.cause)],
    ["step", story && String(view.step + 1)],
    ["vs", view.other && known.iriOf(view.other)],
    ["without", view.without.map(known.iriOf).join(",")],
    ["only", view.only && "reviewed"],
    ["node", view.node && known.iriOf(view.node)],
    ["claim", view.claim],
    ["lip", view.lip !== story && (view.lip ? "1" : "0")],
    ["words", view.lay && "everyday"],
    ["lang", view.lang !== "en" && view.lang],
    ["theme", view.theme],
  ];
  return `#${new URLSearchParams(/** @type {string[][]} */ (parts.filter(([, value]) => value)))}`;
}
