import { CLAIMS, DATA, SOURCES, TERMS } from "./data.js";
import { fillIn, nameOf } from "./naming.js";

/** The language in use, and whether everyday words are used where they are known. */
export const language = { now: "en", lay: false };

/** A word of the page in the language in use. @param {string} key @param {...(string|number)} values */
export function word(key, ...values) {
  return fillIn(DATA.words[key][language.now === "ko" ? 1 : 0], values);
}

/** The name of a term, and whether it is a draft or missing in the language in use. @param {string} n */
export function label(n) {
  return nameOf(TERMS[n], language.now, language.lay);
}

/** The name of a term with the mark of a draft. @param {string} n */
export function marked(n) {
  const shown = label(n);
  return shown.draft ? `${shown.text}*` : shown.text;
}

/** The name of a term in the other language, "" where there is none. @param {string} n */
export function otherName(n) {
  const other = language.now === "ko" ? "en" : "ko";
  const text = TERMS[n].label[other];
  return text ? text + (TERMS[n].drafts.includes(other) ? "*" : "") : "";
}

/** @param {string} kind */
export function kindName(kind) {
  if (language.now === "ko") return DATA.kindsKo[kind] || kind;
  return kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

/** @param {string} relation */
export function relationName(relation) {
  return DATA.relations[relation][language.now === "ko" ? 1 : 0];
}

/** How a claim is supported, and what that support is not, in words. @param {string} id */
export function support(id) {
  const claim = CLAIMS[id];
  const sides = ["Supports", "Disputes"].map((stance) => voices(claim.items.filter((i) => i[0] === stance)));
  const parts = [word(claim.strength)];
  if (claim.inferred) parts.push(word("inference"));
  else if (sides[1]) parts.push(word("sides", sides[0], sides[1]));
  else if (claim.n === 1 && oneClinic(claim)) parts.push(word("oneClinic"));
  else if (claim.supported) parts.push(claim.n === 1 ? word("sources1") : word("sourcesN", claim.n));
  if (claim.supported && !claim.measured) parts.push(word(claim.items.some((i) => i[0] === "Supports" && i[2] === "CaseReport") ? "caseOnly" : "unmeasured"));
  return parts.join(" · ");
}

/** How many independent sources speak in some items: sources of one group are one voice. @param {string[][]} items */
function voices(items) {
  return new Set(items.map(([, source]) => (SOURCES[source] ? SOURCES[source].group : source))).size;
}

/** @param {import("./data.js").Claim} claim */
function oneClinic(claim) {
  return claim.items.filter((i) => i[0] === "Supports").every(([, source]) => SOURCES[source] && SOURCES[source].kind === "ClinicPage");
}
