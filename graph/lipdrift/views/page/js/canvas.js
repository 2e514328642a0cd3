import { TERMS } from "./data.js";
import { byId } from "./dom.js";
import { cardAt, drawBelow, drawCards, frameOf, lineAt } from "./drawing.js";
import { readColours } from "./paint.js";
import { light, place, scene, standing, visible } from "./scene.js";

/** @type {any} */
let network = null;
/** @type {any} */
let nodes = null;
const CLEAR = "rgba(0, 0, 0, 0)";
/** Card text in the picture's own measure; the least that a step may have on the screen is 12.6 pixels. */
const TEXT = 14;
const LEAST = 0.9;
const quiet = matchMedia("(prefers-reduced-motion: reduce)");

/** What the view shows now, so that a resize can show it again: all of these terms, or the first part of them.
 * @type {string[][]|null} */
let looking = null;

/** What the picture tells of: a card, a line, nothing was pressed; a card, or null, is pointed at.
 * @typedef {{term:(n:string)=>void, line:(i:number)=>void, nothing:()=>void, point:(n:string|null)=>void}} Hearers */

/** Makes the drawing. @param {Hearers} hearers */
export function startCanvas(hearers) {
  readColours();
  scene.tall = narrow();
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
  network.on("click", (/** @type {any} */ p) => press(p.pointer.canvas, hearers));
  listen(hearers);
  new ResizeObserver(() => resized()).observe(byId("canvas"));
  refit();
}

/** @param {{x:number,y:number}} point @param {Hearers} hearers */
function press(point, hearers) {
  const n = cardAt(point);
  const line = n ? -1 : lineAt(point);
  if (n) hearers.term(n);
  else if (line >= 0) hearers.line(line);
  else hearers.nothing();
}

/** @param {Hearers} hearers */
function listen(hearers) {
  /** @type {string|null} */
  let near = null;
  const point = (/** @type {string|null} */ n) => { if (n !== near) { near = n; hearers.point(n); } };
  byId("canvas").addEventListener("pointermove", (e) => {
    if (e.pointerType !== "mouse" || e.buttons) return;
    const box = byId("canvas").getBoundingClientRect();
    const at = network.DOMtoCanvas({ x: e.clientX - box.left, y: e.clientY - box.top });
    const n = cardAt(at);
    byId("canvas").style.cursor = n || lineAt(at) >= 0 ? "pointer" : "";
    point(n);
  });
  byId("canvas").addEventListener("pointerleave", () => point(null));
}

function options() {
  return {
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { dragNodes: false, hover: false, tooltipDelay: 3600000, selectConnectedEdges: false, zoomSpeed: 0.6 },
    nodes: { shape: "box", label: " ", margin: 0, borderWidth: 0, chosen: false, color: { background: CLEAR, border: CLEAR } },
  };
}

function narrow() {
  return byId("canvas").clientWidth < 640;
}

function resized() {
  if (narrow() !== scene.tall) {
    scene.tall = narrow();
    relayout();
  }
  network.redraw();
  refit();
}

/** Puts every card in its place again and shows the same part of the picture. */
export function relayout() {
  place();
  nodes.clear();
  nodes.add(nodeList());
  refit();
}

function nodeList() {
  return standing().map((n) => ({
    id: n,
    x: scene.spots[n][0],
    y: scene.spots[n][1],
    widthConstraint: { minimum: scene.spots[n][2], maximum: scene.spots[n][2] },
    heightConstraint: { minimum: scene.spots[n][3] },
  }));
}

/** Lights some terms and claims; nothing lights all. @param {string[]|null} terms @param {string[]|null} claims @param {string[]} strong */
export function lightUp(terms, claims, strong) {
  light.terms = terms ? new Set(terms) : null;
  light.claims = claims ? new Set(claims) : null;
  light.strong = new Set(strong);
  scene.folded = new Set();
  if (network) arrange();
}

/** Tells vis-network where the cards stand that are in the picture now. */
function arrange() {
  place();
  const now = standing();
  const there = new Map(nodes.get().map((/** @type {any} */ node) => [node.id, node]));
  const moved = now.some((n) => !there.has(n) || there.get(n).x !== scene.spots[n][0] || there.get(n).y !== scene.spots[n][1]);
  if (now.length !== there.size || moved) {
    nodes.clear();
    nodes.add(nodeList());
  }
}

/** Draws what is lit now where the view stays as it is; `lookAt` and `fitAll` draw by themselves. */
export function redraw() {
  network.redraw();
}

/** Zooms to some terms, and to what surrounds them where both can be read. @param {string[]} terms @param {string[]} around */
export function lookAt(terms, around) {
  const inner = terms.filter(visible);
  looking = inner.length ? [[...inner, ...around.filter(visible)], inner] : null;
  if (looking && !scene.tall && fitted(inner).scale < LEAST) foldAround([...inner]);
  refit(true);
}

/** Folds up the columns in which none of some terms stands. @param {string[]} terms */
export function foldAround(terms) {
  const used = new Set(terms.map((n) => TERMS[n].column));
  scene.folded = new Set(scene.bands.map((_b, i) => i).filter((i) => !used.has(i)));
  arrange();
}

/** @param {boolean} [moving] */
export function fitAll(moving = true) {
  looking = null;
  refit(moving);
}

/** The frame around some cards and the scale at which it fills the canvas; where that is too small, with less air.
 * @param {string[]} terms @param {number} [pad] @returns {{left:number,right:number,top:number,bottom:number,scale:number}} */
function fitted(terms, pad = scene.tall ? 8 : looking ? 40 : 6) {
  const frame = frameOf(terms, pad);
  if (!looking) frame.top -= scene.tall ? 0 : 16;
  const { clientWidth, clientHeight } = byId("canvas");
  const scale = Math.min(clientWidth / (frame.right - frame.left), clientHeight / (frame.bottom - frame.top), 1.4);
  return scale < LEAST && pad > 10 ? fitted(terms, 10) : { ...frame, scale };
}

/** @param {boolean} [moving] */
function refit(moving = false) {
  if (!network || !standing().length) return;
  const { clientWidth, clientHeight } = byId("canvas");
  const least = scene.tall ? 1.05 : looking ? LEAST : 0.2;
  const wide = fitted(looking ? looking[0] : standing());
  const frame = looking && wide.scale < least ? fitted(looking[1]) : wide;
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

/** Draws again, in the colours of the theme in use. */
export function repaint() {
  readColours();
  network.redraw();
}

/** The size of card text on the screen, in CSS pixels. */
export function textSize() {
  return TEXT * network.getScale();
}

/** Where a term stands on the screen: for tests. @param {string} n */
export function onScreen(n) {
  return network.canvasToDOM({ x: scene.spots[n][0], y: scene.spots[n][1] });
}

/** The ids of the terms that are lit: for tests. */
export function litNow() {
  return [...(light.terms || Object.keys(TERMS))].map((n) => TERMS[n].id);
}
