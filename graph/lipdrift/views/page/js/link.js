import { BY_IRI, CLAIMS, TERMS } from "./data.js";
import { stepsOf } from "./story.js";

/** @typedef {{cause:string|null, step:number, node:string|null, claim:string|null, lang:string, lip:boolean}} View */

/** The view that a fragment names; what it does not know is left out. @param {string} hash @returns {View} */
export function readLink(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {View} */
  const view = { cause: null, step: -1, node: null, claim: null, lang: given.get("lang") === "ko" ? "ko" : "en", lip: given.get("lip") === "1" };
  if (given.get("v") !== "1") return view;
  const term = (/** @type {string} */ key) => BY_IRI.get(given.get(key) || "") || null;
  const cause = term("cause");
  const steps = stepsOf(cause);
  if (cause && steps.length) {
    view.cause = cause;
    const step = Number(given.get("step") || "1");
    view.step = Number.isInteger(step) && step >= 1 && step <= steps.length ? step - 1 : 0;
    view.lip = given.get("lip") !== "0";
  }
  view.node = term("node");
  const claim = given.get("claim") || "";
  if (Object.hasOwn(CLAIMS, claim)) view.claim = claim;
  return view;
}

/** The fragment that names a view. @param {View} view */
export function writeLink(view) {
  const parts = new URLSearchParams({ v: "1" });
  if (view.cause && view.step >= 0) {
    parts.set("cause", TERMS[view.cause].id);
    parts.set("step", String(view.step + 1));
  }
  if (view.node) parts.set("node", TERMS[view.node].id);
  if (view.claim) parts.set("claim", view.claim);
  const story = Boolean(view.cause && view.step >= 0);
  if (view.lip !== story) parts.set("lip", view.lip ? "1" : "0");
  if (view.lang !== "en") parts.set("lang", view.lang);
  return `#${parts}`;
}
