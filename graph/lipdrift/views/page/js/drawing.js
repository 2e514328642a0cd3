import { COLUMN_COLOURS, DATA, LINES, colourOf } from "./data.js";
import { FONTS, card, colours, distance, stroke, way } from "./paint.js";
import { drawn, light, scene, standing } from "./scene.js";
import { kindName, word } from "./words.js";

/** The columns and the lines. @param {CanvasRenderingContext2D} ctx */
export function drawBelow(ctx) {
  scene.bands.forEach((band, i) => band[1] > band[0] && drawBand(ctx, band, i));
  for (const { kind, y, colour } of scene.strips) {
    ctx.save();
    ctx.fillStyle = colours[colour];
    ctx.font = `700 14px ${FONTS}`;
    ctx.textAlign = scene.tall ? "left" : "center";
    ctx.fillText(kindName(kind), scene.tall ? 0 : scene.size[0] / 2, y);
    ctx.restore();
  }
  const lines = LINES.filter(drawn).map((line) => ({ line, look: lookOf(line) }));
  const lit = lines.filter(({ look }) => look.strong);
  const fan = (/** @type {"a"|"b"} */ end, /** @type {string} */ n) => lit.filter(({ line }) => line[end] === n).length;
  for (const { line, look } of [...lines.filter((l) => !lit.includes(l)), ...lit]) {
    const lean = look.strong ? Math.sign(fan("a", line.a) - fan("b", line.b)) : 0;
    stroke(ctx, way(scene.spots[line.a], scene.spots[line.b], scene.tall), line, { ...look, at: 0.5 + lean * 0.24 });
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} band @param {number} i */
function drawBand(ctx, [from, to], i) {
  const [width, height] = scene.size;
  const colour = colours[COLUMN_COLOURS[i]];
  ctx.save();
  ctx.globalAlpha = Number(colours.band);
  ctx.fillStyle = colour;
  ctx.beginPath();
  if (scene.tall) ctx.roundRect(-14, from - 4, width + 28, to - from + 4, 14);
  else ctx.roundRect(from, -42, to - from, height + 54, 14);
  ctx.fill();
  ctx.globalAlpha = 1;
  if (!scene.tall && scene.folded.has(i)) { ctx.restore(); return; }
  ctx.font = `700 16px ${FONTS}`;
  ctx.textAlign = scene.tall ? "left" : "center";
  ctx.fillText(`${i + 1}  ${word(DATA.columns[i])}`, scene.tall ? -4 : (from + to) / 2, scene.tall ? from + 16 : -22);
  ctx.restore();
}

/** How a line looks now. @param {import("./data.js").Line} line */
function lookOf(line) {
  const { claims, gone, lost, unsaid, only } = light;
  const lit = Boolean(claims && line.claims.some((c) => claims.has(c)));
  const off = [line.a, line.b].some((n) => gone.has(n) || lost.has(n)) || line.claims.every((c) => unsaid.has(c)) || (only && !line.reviewed);
  const causal = line.role === "causal" || line.role === "summary";
  const calm = causal ? Number(colours.calm) : 0.16;
  const colour = line.role === "opposing" ? colours.care : causal ? colours[colourOf(line.a)] : colours.soft;
  return { alpha: off ? 0.14 : claims ? (lit ? 1 : 0.05) : calm, strong: lit && !off, colour: off ? colours.soft : colour };
}

/** Every card that stands in the picture. vis-network pans and zooms; it does not draw a
 * custom shape that enters the data while it is out of view. @param {CanvasRenderingContext2D} ctx */
export function drawCards(ctx) {
  for (const n of standing()) {
    const lit = !light.terms || light.terms.has(n);
    const state = light.gone.has(n) ? "gone" : light.lost.has(n) ? "lost" : "";
    card(ctx, n, scene.spots[n], { alpha: lit ? 1 : Number(colours.fade), strong: light.strong.has(n) && !state, state, tag: light.tags.get(n) || "" });
  }
}

/** The card at a point, null where there is none. @param {{x:number,y:number}} point */
export function cardAt(point) {
  const inside = (/** @type {number[]} */ [x, y, width, height]) => Math.abs(point.x - x) <= width / 2 && Math.abs(point.y - y) <= height / 2;
  return standing().find((n) => inside(scene.spots[n])) || null;
}

/** The line nearest to a point, -1 where none is near. @param {{x:number,y:number}} point */
export function lineAt(point) {
  let best = -1;
  let least = 9;
  LINES.forEach((line, i) => {
    if (!drawn(line)) return;
    const far = distance(way(scene.spots[line.a], scene.spots[line.b], scene.tall), point.x, point.y);
    if (far < least) [best, least] = [i, far];
  });
  return best;
}

/** The frame around some cards, with the heading of their column. @param {string[]} terms @param {number} pad */
export function frameOf(terms, pad) {
  const box = terms.map((n) => scene.spots[n]);
  const left = Math.min(...box.map((s) => s[0] - s[2] / 2)) - pad;
  const right = Math.max(...box.map((s) => s[0] + s[2] / 2)) + pad;
  const top = Math.min(...box.map((s) => s[1] - s[3] / 2)) - Math.max(pad, scene.tall ? 34 : 26);
  const bottom = Math.max(...box.map((s) => s[1] + s[3] / 2)) + pad;
  return { left, right, top, bottom };
}

/** The picture as it stands, drawn for paper: everything, or the cards that are lit. @param {number} width in pixels */
export function snapshot(width) {
  const terms = light.terms ? standing().filter((n) => light.terms && light.terms.has(n)) : standing();
  const { left, right, top, bottom } = frameOf(terms.length ? terms : standing(), 16);
  const scale = width / (right - left);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.ceil((bottom - top + 24) * scale);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.fillStyle = colours.card;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.translate(-left, 24 - top);
  drawBelow(ctx);
  drawCards(ctx);
  return canvas.toDataURL("image/png");
}
