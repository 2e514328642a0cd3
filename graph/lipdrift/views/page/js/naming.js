/** What a term is called. @typedef {{label:Record<string,string>,drafts:string[],words:string[][]}} Named */

/** A text with its values put in. @param {string} text @param {(string|number)[]} values */
export function fillIn(text, values) {
  return values.reduce((/** @type {string} */ t, v, i) => t.replaceAll(`{${i}}`, String(v)), text);
}

/** The everyday word of a term in a language, "" where none is known or several are: then each names a part or an
 * example of it ("eating", "smiling" for muscle movement), and none may stand in its place. @param {Named} term @param {string} lang */
export function everyday(term, lang) {
  const words = term.words.filter(([, l, register]) => l === lang && register === "lay");
  return words.length === 1 ? words[0][0] : "";
}

/** The name of a term: in everyday words where asked for and known, else its label, else its English label.
 * `draft` marks a label that nobody checked yet, `missing` one that is not there. @param {Named} term @param {string} lang @param {boolean} lay */
export function nameOf(term, lang, lay) {
  const spoken = lay ? everyday(term, lang) : "";
  const own = term.label[lang];
  if (spoken) return { text: spoken, draft: false, missing: false, lang, lay: true };
  return { text: own || term.label.en, draft: term.drafts.includes(own ? lang : "en"), missing: !own, lang: own ? lang : "en", lay: false };
}

/** The ids of terms whose names hold a text, beginnings first, then by English label. @param {Record<string, Named>} terms @param {string} text @param {number} most */
export function ranked(terms, text, most) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const scored = Object.entries(terms).map(([n, term]) => {
    const names = [...Object.values(term.label), ...term.words.map((w) => w[0])].map((s) => s.toLowerCase());
    const best = Math.min(...names.map((s, i) => (s.startsWith(wanted) ? i : s.includes(wanted) ? 100 + i : 999)));
    return /** @type {[number, string]} */ ([best, n]);
  });
  const order = (/** @type {[number, string]} */ a, /** @type {[number, string]} */ b) => a[0] - b[0] || (terms[a[1]].label.en < terms[b[1]].label.en ? -1 : 1);
  return scored.filter(([s]) => s < 999).sort(order).map(([, n]) => n).slice(0, most);
}
