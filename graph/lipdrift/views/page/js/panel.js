import { CLAIMS, LINES, TERMS, claimsAbout, colourOf } from "./data.js";
import { byId, el, mark } from "./dom.js";
import { caveats, claimCard } from "./evidence.js";
import { kindName, label, language, word } from "./words.js";

/** What opens a term, and what closes the panel; set once at the start. */
export const panelActions = { open: (/** @type {string} */ _n) => {}, close: () => {} };

/** @param {...(Node|string|null|false)} content */
function fill(...content) {
  const panel = byId("panel");
  const close = el("button", { type: "button", class: "close", "aria-label": word("close"), onclick: () => panelActions.close() }, "×");
  panel.replaceChildren(close, ...content.filter(Boolean).map((c) => /** @type {Node} */ (c)));
  panel.hidden = false;
  panel.scrollTop = 0;
}

export function hidePanel() {
  byId("panel").hidden = true;
}

/** @param {string} n */
export function heading(n) {
  const shown = label(n);
  const other = TERMS[n].label[language.now === "ko" ? "en" : "ko"];
  return [
    el("span", { class: "kind" }, mark(colourOf(n)), kindName(TERMS[n].kind)),
    el("h2", { lang: shown.lang }, shown.text),
    shown.draft && el("span", { class: "draft" }, word("draft")),
    shown.missing && el("span", { class: "draft" }, word("english")),
    other && other !== shown.text && el("p", { class: "soft", lang: language.now === "ko" ? "en" : "ko" }, other),
  ];
}

/** Everything about a term. @param {string} n */
export function showTerm(n) {
  const term = TERMS[n];
  const { into, from } = claimsAbout(n);
  const facts = el("dl", null);
  const fact = (/** @type {string} */ key, /** @type {string} */ text) => text && facts.append(el("dt", null, word(key)), el("dd", null, text));
  fact("words", term.words.filter((w) => w[1] === language.now || w[1] === "en").map((w) => (w[2] === "lay" ? `${w[0]} (${word("lay")})` : w[0])).join(", "));
  fact("by", term.by.join(", ").toLowerCase());
  fact("site", term.sites.map(([s, guessed]) => label(s).text + (guessed ? ` (${word("inferred")})` : "")).join(", "));
  fill(
    ...heading(n).filter((c) => c !== undefined),
    term.definition ? el("p", { lang: "en" }, term.definition) : false,
    ...caveats([n]),
    facts,
    into.length ? el("h3", null, word("leadsIn")) : false,
    ...into.map((id) => claimCard(id, other(n))),
    from.length ? el("h3", null, word("leadsOut")) : false,
    ...from.map((id) => claimCard(id, panelActions.open)),
  );
}

/** In a claim that ends in the term, the other end is its subject. @param {string} n */
function other(n) {
  return (/** @type {string} */ end) => panelActions.open(end === n ? n : end);
}

/** Both sides of everything that a line says. @param {number} i */
export function showLine(i) {
  const line = LINES[i];
  const ends = el("p", null);
  for (const n of [line.a, line.b]) {
    ends.append(el("button", { type: "button", onclick: () => panelActions.open(n) }, label(n).text), " ");
  }
  fill(
    el("span", { class: "kind" }, word("evidence")),
    el("h2", null, `${label(line.a).text} → ${label(line.b).text}`),
    ends,
    ...line.claims.map((id) => claimCard(id, panelActions.open)),
  );
}

/** The line that draws a claim, -1 where none does. @param {string} id */
export function lineOf(id) {
  return CLAIMS[id] ? LINES.findIndex((l) => l.claims.includes(id)) : -1;
}

/** The words of the legend of lines. */
export function legend() {
  const rows = [
    ["lCausal", "M0 5H26M26 5l-7-4v8z", "", "2"],
    ["lOpposing", "M0 5H30M31 0V10", "", "2.5"],
    ["lThin", "M0 5H34", "6 4", "2"],
    ["lDisputed", "M0 3H34M0 7H34", "", "1.6"],
  ];
  byId("lines").replaceChildren(...rows.map(([key, d, dash, width]) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 34 10");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    for (const [name, value] of [["d", d], ["stroke", "currentColor"], ["stroke-width", width], ["fill", "none"], ["stroke-dasharray", dash]]) path.setAttribute(name, value);
    svg.append(path);
    return el("span", null, svg, word(key));
  }));
}
