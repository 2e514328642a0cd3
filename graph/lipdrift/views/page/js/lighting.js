import { CLAIMS, LINES, TERMS, claimsAbout } from "./data.js";
import { fitAll, foldAround, lightUp, lookAt } from "./canvas.js";
import { comparison } from "./sides.js";
import { inView, stepsOf, toldUntil } from "./story.js";
import { light, scene, visible } from "./scene.js";

/** What the bar tells: a comparison, else what if not, else a step, else the filter. @param {import("./link.js").View} view */
export function telling(view) {
  if (view.cause && view.other) return "compare";
  if (view.without.length) return "whatif";
  if (view.cause && view.step >= 0) return "story";
  return view.only ? "filter" : "start";
}

/** Lights in the picture what the view tells, and looks at it. @param {import("./link.js").View} view @param {import("./reach.js").World} world @param {number} line */
export function drawLight(view, world, line) {
  light.gone = world.gone;
  light.lost = new Set(view.without.length || view.only ? world.lost : []);
  light.unsaid = new Set(world.unsaid);
  light.only = view.only;
  light.tags = new Map();
  const now = telling(view);
  light.told = now === "story" && view.cause ? new Set([view.cause, ...stepsOf(view.cause).flatMap((s) => s.terms)]) : null;
  if (now === "compare" && view.cause && view.other) lightComparison(view.cause, view.other);
  else if (view.node && now !== "story") lookAt(lightAround(view.node), []);
  else if (now === "story" && view.cause) lightStory(view.cause, view.step, view.node);
  else if (line >= 0) {
    const ends = [LINES[line].a, LINES[line].b];
    lightUp(ends, LINES[line].claims, ends);
    lookAt(ends, []);
  }
  else {
    lightUp(null, null, []);
    if (now === "whatif" || now === "filter") foldAround([...light.gone, ...Object.keys(TERMS).filter((n) => TERMS[n].column !== 4)]);
    if (now === "whatif" && scene.tall) lookAt([...light.gone, ...light.lost], []);
    else fitAll();
  }
}

/** @param {string} a @param {string} b */
function lightComparison(a, b) {
  const found = comparison(a, b);
  const tag = (/** @type {string[]} */ terms, /** @type {string} */ text) => terms.forEach((n) => light.tags.set(n, text));
  tag(found.onlyA, "A");
  tag(found.onlyB, "B");
  tag(found.shared, "A B");
  const all = [...found.onlyA, ...found.shared, ...found.onlyB];
  light.told = new Set(all);
  lightUp(all, found.claims, found.shared);
  lookAt(all, []);
}

/** Lights a term with everything that it is claimed with, and returns that. @param {string} n */
export function lightAround(n) {
  const { into, from } = claimsAbout(n);
  const claims = [...into, ...from];
  const near = claims.flatMap((c) => [CLAIMS[c].s, CLAIMS[c].o]).filter((o) => o !== null && (visible(o) || o === n));
  const lit = [n, ...near.map(String)];
  lightUp(lit, claims, [n]);
  return lit;
}

/** @param {string} cause @param {number} at @param {string|null} node what is selected beside the step */
function lightStory(cause, at, node) {
  const told = toldUntil(cause, at);
  lightUp([...told.terms, ...(node ? [node] : [])], told.claims, node ? [node] : told.now);
  lookAt(told.now, inView(cause, at));
}
