import { ARROWS, CLAIMS, LINES, TERMS, claimsAbout, colourOf } from "./data.js";
import { byId, el, mark } from "./dom.js";
import { caveat, caveatsOf, claimCard } from "./evidence.js";
import { everyday } from "./naming.js";
import { kindName, label, language, marked, otherName, word } from "./words.js";

/** What opens a term, what closes the panel, what strikes a term out; set once at the start. */
export const panelActions = { open: (/** @type {string} */ _n) => {}, close: () => {}, strike: (/** @type {string} */ _n) => {} };

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
function heading(n) {
  const shown = label(n);
  const other = otherName(n);
  const second = shown.lay ? TERMS[n].label[language.now] || TERMS[n].label.en : everyday(TERMS[n], language.now);
  return [
    el("span", { class: "kind" }, mark(colourOf(n)), kindName(TERMS[n].kind)),
    el("h2", { lang: shown.lang }, shown.text),
    shown.draft && el("p", { class: "draft" }, word("draft")),
    shown.missing && el("p", { class: "draft" }, word("english")),
    other && el("p", { class: "soft", lang: language.now === "ko" ? "en" : "ko" }, other),
    second && el("p", { class: "soft" }, `${word(shown.lay ? "clinical" : "register")}: ${second}`),
  ];
}

/** Whether striking a term out would say anything: something leads to it or from it. @param {string} n */
export function strikable(n) {
  return ARROWS.tail.includes(n) || ARROWS.head.includes(n);
}

/** Everything about a term. @param {string} n */
export function showTerm(n) {
  const term = TERMS[n];
  const { into, from } = claimsAbout(n);
  const facts = el("dl", null);
  const fact = (/** @type {string} */ key, /** @type {string} */ text) => text && facts.append(el("dt", null, word(key)), el("dd", null, text));
  fact("words", term.words.filter((w) => w[1] === language.now || w[1] === "en").map((w) => (w[2] === "lay" ? `${w[0]} (${word("register")})` : w[0])).join(", "));
  fact("by", term.by.map((who) => word(who)).join(", "));
  fact("site", term.sites.map(([s, guessed]) => marked(s) + (guessed ? ` (${word("inferred")})` : "")).join(", "));
  fill(
    ...heading(n).filter((c) => c !== undefined),
    term.definition ? el("p", { lang: "en" }, term.definition) : false,
    ...caveatsOf([n]).map(caveat),
    strikable(n) && el("p", { class: "acts" }, el("button", { type: "button", "data-strike": n, onclick: () => panelActions.strike(n) }, word("whatif"))),
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
    ends.append(el("button", { type: "button", onclick: () => panelActions.open(n) }, marked(n)), " ");
  }
  fill(
    el("span", { class: "kind" }, word("evidence")),
    el("h2", null, `${marked(line.a)} → ${marked(line.b)}`),
    ends,
    ...line.claims.map((id) => claimCard(id, panelActions.open)),
  );
}

/** The line that draws a claim, -1 where none does. @param {string} id */
export function lineOf(id) {
  return CLAIMS[id] ? LINES.findIndex((l) => l.claims.includes(id)) : -1;
}
