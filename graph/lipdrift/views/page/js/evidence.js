import { ARROWS, CLAIMS, DATA, SOURCES } from "./data.js";
import { el } from "./dom.js";
import { marked, relationName, support, word } from "./words.js";

/** Only clinic pages, or a curator's inference, stand behind it. @param {string} id */
function thin(id) {
  const claim = CLAIMS[id];
  const supporting = claim.items.filter(([stance]) => stance === "Supports");
  return claim.inferred || supporting.every(([, source]) => SOURCES[source] && SOURCES[source].kind === "ClinicPage");
}

/** The badge of a claim's support. @param {string} id */
export function badge(id) {
  const claim = CLAIMS[id];
  return el("span", { class: `badge ${claim.strength}${thin(id) ? " thin" : ""}` }, support(id));
}

/** The two names of a claim's ends around its relation. @param {string} id */
export function sentence(id) {
  const claim = CLAIMS[id];
  const name = (/** @type {string|null} */ n) => (n ? marked(n) : "");
  return `${name(claim.s)} — ${relationName(claim.r)} → ${claim.o ? name(claim.o) : `“${claim.value}”`}`;
}

/** A claim with everything for and against it. @param {string} id @param {(n:string)=>void} open */
export function claimCard(id, open) {
  const claim = CLAIMS[id];
  const card = el("div", { class: claim.supported ? "claim" : "claim myth", "data-claim": id });
  const other = claim.o || claim.s;
  card.append(el("button", { type: "button", class: "head", onclick: () => other && open(other) }, sentence(id)));
  card.append(badge(id));
  if (claim.supported && ARROWS.claim.includes(id) && !ARROWS.reviewed[ARROWS.claim.indexOf(id)]) card.append(" ", el("span", { class: "badge thin" }, word("notReviewed")));
  if (!claim.supported) card.append(el("p", { class: "soft" }, word("myth")));
  if (claim.text) card.append(el("p", { lang: "en" }, claim.text));
  if (claim.q) card.append(el("p", { class: "soft", lang: "en" }, `(${claim.q})`));
  for (const [name, text] of claim.fields) card.append(el("p", { class: "soft", lang: "en" }, `${name.replace(/([A-Z])/g, " $1").toLowerCase()}: ${text}`));
  if (claim.open.length) card.append(el("p", { class: "soft" }, `${word("notStated")}: ${claim.open.join(", ")}`));
  if (claim.link === "IndirectKnownSteps") card.append(el("p", { class: "soft" }, word("summary")));
  if (claim.link === "IndirectUnknownSteps") card.append(el("p", { class: "soft" }, word("unknown")));
  for (const [stance, key] of [["Supports", claim.inferred ? "drawn" : "for"], ["Disputes", "against"], ["Qualifies", "limits"]]) {
    const items = claim.items.filter((i) => i[0] === stance);
    if (items.length) card.append(el("p", { class: "side" }, word(key)), el("ul", null, ...items.map(cite)));
  }
  card.append(el("p", { class: "soft" }, id), ...caveatsOf([id]).map(caveat));
  return card;
}

/** @param {string[]} item */
function cite([, id, basis, locator]) {
  const source = SOURCES[id];
  if (!source) return el("li", null, id);
  const who = source.authors.split(";")[0] || source.in.split(";")[0];
  const line = el("li", null, `${who ? `${who}. ` : ""}${source.title}${source.year ? `, ${source.year}` : ""} `);
  const more = [basis.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase(), `${word("read")}: ${source.seen}`, locator];
  line.append(el("span", { class: "soft" }, `(${more.filter(Boolean).join("; ")}) `));
  if (source.link) line.append(el("a", { href: source.link, rel: "noopener", target: "_blank", "aria-label": source.title }, "link"));
  return line;
}

/** The ids of the caveats that must stand beside terms and claims. @param {string[]} keys */
export function caveatsOf(keys) {
  return [...new Set(keys.flatMap((key) => DATA.caveatsOf[key] || []))].sort();
}

/** A caveat in the language in use. @param {string} id */
export function caveat(id) {
  const texts = DATA.caveats[id];
  const own = texts[document.documentElement.lang];
  return el("p", { class: "caveat", lang: own ? null : "en" }, own || texts.en);
}
