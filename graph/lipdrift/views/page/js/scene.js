import { DATA, LINES, TERMS } from "./data.js";

/** What is lit and what is taken away. `terms` and `claims` null light everything; `tags` are letters on cards;
 * `told` are all terms of what is told: on a narrow page nothing else stands in the picture. `only` greys every line
 * that no peer-reviewed work supports. */
export const light = {
  terms: /** @type {Set<string>|null} */ (null),
  claims: /** @type {Set<string>|null} */ (null),
  strong: /** @type {Set<string>} */ (new Set()),
  tags: /** @type {Map<string, string>} */ (new Map()),
  gone: /** @type {Set<string>} */ (new Set()),
  lost: /** @type {Set<string>} */ (new Set()),
  unsaid: /** @type {Set<string>} */ (new Set()),
  only: false,
  told: /** @type {Set<string>|null} */ (null),
};

/** What the reader put away or asked for: groups of cards, classes of lines. */
export const choice = { hidden: new Set(), asked: new Set(), lines: new Set() };

/** The picture as it stands: the place of each card, the bands, the strips, the size. */
export const scene = {
  tall: false,
  /** The columns that are folded up because nothing in them is told and the rest needs the room. */
  folded: /** @type {Set<number>} */ (new Set()),
  spots: /** @type {Record<string, number[]>} */ ({}),
  bands: /** @type {number[][]} */ ([]),
  size: /** @type {number[]} */ ([0, 0]),
  strips: /** @type {{kind:string,y:number,colour:string}[]} */ ([]),
};

/** What a card is shown and hidden with: its column, or its kind where it stands in a strip. @param {string} n */
export function groupOf(n) {
  return TERMS[n].shown ? TERMS[n].colour : TERMS[n].kind;
}

/** @param {string} n */
function wanted(n) {
  if (choice.hidden.has(groupOf(n))) return false;
  return TERMS[n].shown || choice.asked.has(groupOf(n)) || Boolean(light.terms && light.terms.has(n));
}

/** Whether a term stands in the picture. @param {string} n */
export function visible(n) {
  return Boolean(scene.spots[n]) && wanted(n);
}

/** The terms that stand in the picture. */
export function standing() {
  return Object.keys(scene.spots).filter(visible);
}

/** What a line is shown and hidden with: its strength or its role, and what else is special about it.
 * @param {import("./data.js").Line} line */
export function classesOf(line) {
  if (line.role === "through" || line.role === "kind" || line.role === "mimics") return ["kin"];
  const classes = [line.role === "opposing" ? "opposing" : line.strength];
  if (line.disputed) classes.push("disputed");
  if (line.thin) classes.push("thin");
  return classes;
}

/** Whether a line is drawn: a summary only where it stands for steps that the filter takes away.
 * @param {import("./data.js").Line} line */
export function drawn(line) {
  if (!visible(line.a) || !visible(line.b)) return false;
  if (line.role === "summary" && !(light.only && line.reviewed && !light.gone.size)) return false;
  return !classesOf(line).some((c) => choice.lines.has(c));
}

/** The classes of lines that the data has. */
export function lineClasses() {
  const found = new Set(LINES.flatMap(classesOf));
  return ["established", "reported", "suggested", "unstated", "disputed", "thin", "opposing", "kin"].filter((c) => found.has(c));
}

const FOLDED = 30;
const EACH = 148;
const SIDE = 26;

/** Puts every card in its place. */
export function place() {
  const key = scene.tall ? "tall" : "wide";
  scene.spots = {};
  for (const [n, term] of Object.entries(TERMS)) if (term[key]) scene.spots[n] = /** @type {number[]} */ (term[key]);
  scene.bands = DATA.bands[key];
  scene.size = DATA.size[key];
  if (scene.tall && light.told) pack(light.told);
  else if (!scene.tall && scene.folded.size) fold();
  placeStrips();
}

/** On a narrow page: only what is told, two cards a row, in the order of the whole picture. @param {Set<string>} told */
function pack(told) {
  const all = scene.spots;
  const order = Object.keys(all).filter((n) => told.has(n)).sort((a, b) => all[a][1] - all[b][1] || all[a][0] - all[b][0]);
  scene.spots = {};
  let top = 0;
  scene.bands = scene.bands.map((_band, column) => {
    const cards = order.filter((n) => TERMS[n].column === column);
    const from = top;
    if (!cards.length) return [from, from];
    top += 34;
    for (let i = 0; i < cards.length; i += 2) {
      const row = cards.slice(i, i + 2);
      const height = Math.max(...row.map((n) => all[n][3]));
      const left = ((2 - row.length) * (EACH + SIDE)) / 2;
      row.forEach((n, k) => { scene.spots[n] = [left + k * (EACH + SIDE) + EACH / 2, top + height / 2, all[n][2], all[n][3]]; });
      top += height + 14;
    }
    top += 20;
    return [from, top - 20];
  });
  scene.size = [2 * EACH + SIDE, top];
}

/** On a wide page: columns in which nothing is told become narrow; heights stay as they are. */
function fold() {
  const saved = scene.bands.map(([from, to], i) => (scene.folded.has(i) ? to - from - FOLDED : 0));
  const before = (/** @type {number} */ column) => saved.slice(0, column).reduce((a, b) => a + b, 0);
  for (const [n, [x, y, w, h]] of Object.entries(scene.spots)) {
    const column = TERMS[n].column || 0;
    if (scene.folded.has(column)) delete scene.spots[n];
    else scene.spots[n] = [x - before(column), y, w, h];
  }
  scene.bands = scene.bands.map(([from, to], i) => [from - before(i), to - before(i + 1)]);
  scene.size = [scene.size[0] - before(saved.length), scene.size[1]];
}

function placeStrips() {
  const [width, height] = scene.size;
  const each = 148 + 9;
  const row = Math.max(2, Math.floor((width + 9) / each));
  let top = height + 44;
  scene.strips = [];
  for (const strip of DATA.strips) {
    const shown = strip.filter(wanted);
    if (!shown.length) continue;
    scene.strips.push({ kind: TERMS[shown[0]].kind, y: top, colour: TERMS[shown[0]].colour });
    shown.forEach((/** @type {string} */ n, /** @type {number} */ i) => {
      const inRow = Math.min(row, shown.length - Math.floor(i / row) * row);
      const left = (width - inRow * each + 9) / 2;
      scene.spots[n] = [left + (i % row) * each + 74, top + 42 + Math.floor(i / row) * 68, 148, 58];
    });
    top += 42 + Math.ceil(shown.length / row) * 68;
  }
}
