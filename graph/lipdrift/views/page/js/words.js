import { CLAIMS, DATA, TERMS } from "./data.js";

export const language = { now: "en" };

/** A word of the page in the language in use. @param {string} key @param {...(string|number)} values */
export function word(key, ...values) {
  const text = DATA.words[key][language.now === "ko" ? 1 : 0];
  return values.reduce((/** @type {string} */ t, v, i) => t.replace(`{${i}}`, String(v)), text);
}

/** The label of a term, and whether it is a draft or missing in the language in use. @param {string} n */
export function label(n) {
  const term = TERMS[n];
  const own = term.label[language.now];
  return { text: own || term.label.en, draft: term.drafts.includes(language.now), missing: !own, lang: own ? language.now : "en" };
}

/** @param {string} kind */
export function kindName(kind) {
  if (language.now === "ko") return DATA.kindsKo[kind] || kind;
  return kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

/** How a claim is supported, in words. @param {string} id */
export function support(id) {
  const claim = CLAIMS[id];
  const parts = [word(claim.strength)];
  if (claim.inferred) parts.push(word("inference"));
  else parts.push(claim.n === 1 ? word("sources1") : word("sourcesN", claim.n));
  return parts.join(" · ");
}
