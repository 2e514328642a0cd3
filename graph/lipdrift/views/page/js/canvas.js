import { COLUMN_COLOURS, DATA, LINES, TERMS, colourOf } from "./data.js";
import { byId } from "./dom.js";
import { card, colours, distance, readColours, stroke, way } from "./paint.js";
import { kindName, word } from "./words.js";

/** What is lit: null lights everything. @type {{terms:Set<string>|null, claims:Set<string>|null, strong:Set<string>}} */
const light = { terms: null, claims: null, strong: new Set() };
/** @type {any} */
let network = null;
/** @type {any} */
let nodes = null;
/** @type {Record<string, number[]>} */
let spots = {};
let tall = false;
const CLEAR = "rgba(0, 0, 0, 0)";
/** The names of the strips below the columns. @type {{kind:string,y:number,colour:string}[]} */
let headings = [];
export const kindsShown = new Set(Object.values(TERMS).filter((t) => t.shown).map((t) => t.kind));
const quiet = matchMedia("(prefers-reduced-motion: reduce)");

/** Whether a term is to stand in the picture. @param {string} n */
function wanted(n) {
  return kindsShown.has(TERMS[n].kind) || Boolean(light.terms && light.terms.has(n));
}

/** Whether a term stands in the picture. @param {string} n */
export function visible(n) {
  return Boolean(spots[n]) && wanted(n);
}

/** Makes the drawing. @param {(n:string)=>void} onTerm @param {(line:number)=>void} onLine @param {()=>void} onNothing */
export function startCanvas(onTerm, onLine, onNothing) {
  readColours();
  place();
  // @ts-ignore vis comes from the library that stands before this script
  nodes = new vis.DataSet(nodeList());
  // @ts-ignore
  network = new vis.Network(byId("canvas"), { nodes, edges: [] }, options());
  const frame = /** @type {HTMLElement} */ (byId("canvas").firstElementChild);
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  network.on("beforeDrawing", drawBelow);
  network.on("afterDrawing", drawCards);
  network.on("click", (/** @type {any} */ p) => {
    const n = cardAt(p.pointer.canvas);
    const line = n ? -1 : hit(p.pointer.canvas);
    if (n) onTerm(n);
    else if (line >= 0) onLine(line);
    else onNothing();
  });
  new ResizeObserver(() => resized()).observe(byId("canvas"));
  fitAll(false);
}

function options() {
  return {
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { dragNodes: false, hover: false, tooltipDelay: 3600000, selectConnectedEdges: false, zoomSpeed: 0.6 },
    nodes: { shape: "box", label: " ", margin: 0, borderWidth: 0, chosen: false, color: { background: CLEAR, border: CLEAR } },
  };
}

function resized() {
  const turned = byId("canvas").clientWidth < 640;
  if (turned !== tall) relayout();
  network.redraw();
  refit();
}

export function relayout() {
  place();
  nodes.clear();
  nodes.add(nodeList());
  refit();
}

/** Where every card stands: its column's layout, and a strip of places below. */
function place() {
  tall = byId("canvas").clientWidth < 640;
  const key = tall ? "tall" : "wide";
  spots = {};
  for (const [n, term] of Object.entries(TERMS)) if (term[key]) spots[n] = /** @type {number[]} */ (term[key]);
  const [width, height] = DATA.size[key];
  const each = 148 + 9;
  const row = Math.max(2, Math.floor((width + 9) / each));
  let top = height + 44;
  headings = [];
  for (const strip of DATA.strips) {
    const shown = strip.filter(wanted);
    if (!shown.length) continue;
    headings.push({ kind: TERMS[shown[0]].kind, y: top, colour: TERMS[shown[0]].colour });
    shown.forEach((/** @type {string} */ n, /** @type {number} */ i) => {
      const inRow = Math.min(row, shown.length - Math.floor(i / row) * row);
      const left = (width - inRow * each + 9) / 2;
      spots[n] = [left + (i % row) * each + 74, top + 42 + Math.floor(i / row) * 68, 148, 58];
    });
    top += 42 + Math.ceil(shown.length / row) * 68;
  }
}

function nodeList() {
  return Object.keys(spots).filter(visible).map((n) => ({
    id: n,
    x: spots[n][0],
    y: spots[n][1],
    widthConstraint: { minimum: spots[n][2], maximum: spots[n][2] },
    heightConstraint: { minimum: spots[n][3] },
  }));
}

/** Every card that stands in the picture. vis-network pans and zooms; it does not draw a
 * custom shape that enters the data while it is out of view. @param {CanvasRenderingContext2D} ctx */
function drawCards(ctx) {
  for (const n of Object.keys(spots)) if (visible(n)) card(ctx, n, spots[n], look(n));
}

/** @param {string} n */
function look(n) {
  const lit = !light.terms || light.terms.has(n);
  return { alpha: lit ? 1 : Number(colours.fade), strong: light.strong.has(n) };
}

/** @param {CanvasRenderingContext2D} ctx */
function drawBelow(ctx) {
  bands(ctx);
  LINES.forEach((line) => {
    if (!visible(line.a) || !visible(line.b)) return;
    const lit = Boolean(light.claims && line.claims.some((c) => light.claims && light.claims.has(c)));
    const calm = line.role === "causal" ? 0.75 : 0.16;
    const alpha = light.claims ? (lit ? 1 : 0.05) : calm;
    const colour = line.role === "opposing" ? colours.care : line.role === "causal" ? colours[colourOf(line.a)] : colours.soft;
    stroke(ctx, way(spots[line.a], spots[line.b], tall), line, { alpha, strong: lit, colour });
  });
}

/** The columns behind the cards, each with its name. @param {CanvasRenderingContext2D} ctx */
function bands(ctx) {
  const key = tall ? "tall" : "wide";
  const [width, height] = DATA.size[key];
  DATA.bands[key].forEach((/** @type {number[]} */ [from, to], /** @type {number} */ i) => {
    const colour = colours[COLUMN_COLOURS[i]];
    ctx.save();
    ctx.globalAlpha = 0.07;
    ctx.fillStyle = colour;
    ctx.beginPath();
    if (tall) ctx.roundRect(-14, from - 4, width + 28, to - from + 4, 14);
    else ctx.roundRect(from, -42, to - from, height + 54, 14);
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour;
    ctx.font = "700 16px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK KR', sans-serif";
    ctx.textAlign = tall ? "left" : "center";
    ctx.fillText(`${i + 1}  ${word(DATA.columns[i])}`, tall ? -4 : (from + to) / 2, tall ? from + 16 : -22);
    ctx.restore();
  });
  for (const { kind, y, colour } of headings) {
    ctx.save();
    ctx.fillStyle = colours[colour];
    ctx.font = "700 14px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK KR', sans-serif";
    ctx.textAlign = tall ? "left" : "center";
    ctx.fillText(kindName(kind), tall ? 0 : width / 2, y);
    ctx.restore();
  }
}

/** The card at a point, null where there is none. @param {{x:number,y:number}} point */
function cardAt(point) {
  const inside = (/** @type {number[]} */ [x, y, width, height]) => Math.abs(point.x - x) <= width / 2 && Math.abs(point.y - y) <= height / 2;
  return Object.keys(spots).find((n) => visible(n) && inside(spots[n])) || null;
}

/** The line nearest to a point, -1 where none is near. @param {{x:number,y:number}} point */
function hit(point) {
  let best = -1;
  let least = 9;
  LINES.forEach((line, i) => {
    if (!visible(line.a) || !visible(line.b)) return;
    const far = distance(way(spots[line.a], spots[line.b], tall), point.x, point.y);
    if (far < least) [best, least] = [i, far];
  });
  return best;
}

/** Lights some terms and claims; nothing lights all. @param {string[]|null} terms @param {string[]|null} claims @param {string[]} strong */
export function lightUp(terms, claims, strong) {
  light.terms = terms ? new Set(terms) : null;
  light.claims = claims ? new Set(claims) : null;
  light.strong = new Set(strong);
  if (!network) return;
  place();
  const now = Object.keys(spots).filter(visible);
  const there = new Set(nodes.getIds());
  if (now.length !== there.size || now.some((n) => !there.has(n))) {
    nodes.clear();
    nodes.add(nodeList());
  }
  network.redraw();
}

/** What the view shows now, so that a resize can show it again: all of these terms, or the first part of them.
 * @type {string[][]|null} */
let looking = null;

/** Zooms to some terms, and to what surrounds them where both can be read. @param {string[]} terms @param {string[]} around */
export function lookAt(terms, around) {
  const inner = terms.filter(visible);
  looking = inner.length ? [[...inner, ...around.filter(visible)], inner] : null;
  refit(true);
}

/** @param {boolean} [moving] */
export function fitAll(moving = true) {
  looking = null;
  refit(moving);
}

/** @param {string[]} terms @param {boolean} near */
function frameOf(terms, near) {
  const box = terms.map((n) => spots[n]);
  const pad = tall ? 8 : near ? 46 : 6;
  const left = Math.min(...box.map((s) => s[0] - s[2] / 2)) - pad;
  const right = Math.max(...box.map((s) => s[0] + s[2] / 2)) + pad;
  const top = Math.min(...box.map((s) => s[1] - s[3] / 2)) - (near ? Math.max(pad, 26) : 44);
  const bottom = Math.max(...box.map((s) => s[1] + s[3] / 2)) + pad;
  const { clientWidth, clientHeight } = byId("canvas");
  return { left, right, top, bottom, scale: Math.min(clientWidth / (right - left), clientHeight / (bottom - top), 1.3) };
}

/** @param {boolean} [moving] */
function refit(moving = false) {
  if (!network) return;
  const { clientWidth, clientHeight } = byId("canvas");
  const least = tall ? 1 : looking ? 0.9 : 0.2;
  const wide = frameOf(looking ? looking[0] : Object.keys(spots).filter(visible), Boolean(looking));
  const frame = looking && wide.scale < least ? frameOf(looking[1], true) : wide;
  const { left, right, top, bottom, scale } = frame;
  const used = Math.max(scale, Math.min(least, clientWidth / (right - left)));
  const y = used > scale ? top + clientHeight / used / 2 : (top + bottom) / 2;
  const animation = moving && !quiet.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ position: { x: (left + right) / 2, y }, scale: used, animation });
}

/** @param {number} factor */
export function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: false });
}

export function repaint() {
  readColours();
  network.redraw();
}

/** The size of card text on the screen, in CSS pixels. */
export function textSize() {
  return 14 * network.getScale();
}

/** Where a term or line stands on the screen: for tests. @param {string} n */
export function onScreen(n) {
  return network.canvasToDOM({ x: spots[n][0], y: spots[n][1] });
}

/** The ids of the terms that are lit: for tests. */
export function litNow() {
  return [...(light.terms || Object.keys(TERMS))].map((n) => TERMS[n].id);
}
