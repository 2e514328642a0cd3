import { DATA, TERMS, colourOf } from "./data.js";
import { MARKS } from "./dom.js";
import { marked } from "./words.js";

/** @type {Record<string, string>} */
export const colours = {};
export const FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK KR', sans-serif";
const NAMES = ["page", "card", "ink", "soft", "line", "cause", "tissue", "movement", "sign", "care", "place", "focus", "fade", "band", "calm", "letters"];
const STRIPE = 24;

/** Reads the colours of the theme in use. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of NAMES) colours[name] = style.getPropertyValue(`--${name}`).trim();
}

/** Breaks a text into lines of a card; what does not fit is cut, the panel has the whole.
 * @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} width @param {number} most */
export function wrap(ctx, text, width, most) {
  const cut = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  const pieces = cut.match(/[\u3000-\u9fff]|[^\s\u3000-\u9fff-]+-?|-|\s+/g) || [];
  const lines = [""];
  for (const piece of pieces) {
    const longer = lines[lines.length - 1] + piece;
    if (ctx.measureText(longer.trim()).width <= width || !lines[lines.length - 1].trim()) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  const kept = lines.slice(0, most).map((l) => l.trim());
  if (lines.length > most) kept[most - 1] += "…";
  return kept;
}

/** How a card looks: `state` is "gone" (struck out), "lost" (no longer reached) or "", `tag` a letter at its corner.
 * @typedef {{alpha:number,strong:boolean,state:string,tag:string}} CardLook */

/** A card: a stripe with the mark of its column, and the label.
 * @param {CanvasRenderingContext2D} ctx @param {string} n @param {number[]} spot @param {CardLook} look */
export function card(ctx, n, spot, look) {
  const [x, y, width, height] = spot;
  const colour = look.state ? colours.soft : colours[colourOf(n)];
  const box = () => outline(ctx, x - width / 2, y - height / 2, width, height);
  ctx.save();
  ctx.globalAlpha = look.state ? Math.min(look.alpha, 0.6) : look.alpha;
  if (look.strong) {
    ctx.shadowColor = colour;
    ctx.shadowBlur = 16;
  }
  ctx.fillStyle = colours.card;
  box();
  ctx.fill();
  ctx.shadowBlur = 0;
  ctx.save();
  ctx.clip();
  ctx.fillStyle = colour;
  ctx.fillRect(x - width / 2, y - height / 2, STRIPE, height);
  ctx.restore();
  const guess = TERMS[n].kind === "LookAlike" || look.state;
  ctx.strokeStyle = colour;
  ctx.lineWidth = look.strong ? 2.6 : guess ? 1 : 1.5;
  if (guess) ctx.setLineDash([4, 3]);
  box();
  ctx.stroke();
  ctx.setLineDash([]);
  emblem(ctx, n, spot);
  write(ctx, n, spot, look);
  if (look.tag) tagged(ctx, spot, look.tag);
  ctx.restore();
}

/** The mark of the column, and the letter of the kind where colours do not tell. @param {CanvasRenderingContext2D} ctx @param {string} n @param {number[]} spot */
function emblem(ctx, n, [x, y, width]) {
  const letters = colours.letters === "1" ? DATA.letters[TERMS[n].kind] || "" : "";
  ctx.save();
  ctx.translate(x - width / 2 + STRIPE / 2, y - (letters ? 6 : 0));
  ctx.fillStyle = colours.card;
  if (letters) {
    ctx.font = `700 11px ${FONTS}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(letters, 0, 14);
  }
  ctx.translate(-7, -7);
  ctx.scale(14 / 24, 14 / 24);
  ctx.fill(MARKS[colourOf(n)]);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {string} n @param {number[]} spot @param {CardLook} look */
function write(ctx, n, [x, y, width, height], look) {
  ctx.font = `600 14px ${FONTS}`;
  ctx.fillStyle = look.state ? colours.soft : colours.ink;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  const rows = wrap(ctx, marked(n), width - STRIPE - 11, Math.floor((height - 3) / 16.5));
  rows.forEach((row, i) => {
    const top = y + (i - (rows.length - 1) / 2) * 16.5 + 0.5;
    ctx.fillText(row, x - width / 2 + STRIPE + 6, top);
    if (look.state === "gone") ctx.fillRect(x - width / 2 + STRIPE + 5, top - 1, ctx.measureText(row).width + 2, 1.6);
  });
}

/** Which side of a comparison a card belongs to, in letters. @param {CanvasRenderingContext2D} ctx @param {number[]} spot @param {string} tag */
function tagged(ctx, [x, y, width, height], tag) {
  ctx.font = `700 12px ${FONTS}`;
  const room = ctx.measureText(tag).width + 12;
  outline(ctx, x + width / 2 - room + 5, y - height / 2 - 9, room, 18, 9);
  ctx.fillStyle = colours.ink;
  ctx.fill();
  ctx.fillStyle = colours.card;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(tag, x + width / 2 - room / 2 + 5, y - height / 2 + 0.5);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} w @param {number} h */
export function outline(ctx, x, y, w, h, r = 9) {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, r);
}

/** The way of a line from card to card: start, two control points, end. Between columns it leaves and enters at the
 * sides, inside a column straight down, or around the side when something stands between.
 * @param {number[]} a @param {number[]} b @param {boolean} tall */
export function way(a, b, tall) {
  const turned = tall ? (/** @type {number[]} */ s) => [s[1], s[0], s[3], s[2]] : (/** @type {number[]} */ s) => s;
  const [ax, ay, aw, ah] = turned(a);
  const [bx, by, bw, bh] = turned(b);
  const points = Math.abs(ax - bx) < 40 ? inside(ax, ay, aw, ah, by, bw, bh) : between(ax, ay, aw, bx, by, bw);
  return tall ? points.map(([x, y]) => [y, x]) : points;
}

/** @param {number} x @param {number} ay @param {number} aw @param {number} ah @param {number} by @param {number} bw @param {number} bh */
function inside(x, ay, aw, ah, by, bw, bh) {
  const down = by > ay ? 1 : -1;
  const start = ay + (down * ah) / 2;
  const end = by - (down * bh) / 2;
  if (Math.abs(end - start) < 64) return [[x, start], [x, start], [x, end], [x, end]];
  const bulge = 26 + Math.min(Math.abs(by - ay) / 14, 22);
  return [[x + aw / 2, ay], [x + aw / 2 + bulge, ay], [x + bw / 2 + bulge, by], [x + bw / 2, by]];
}

/** @param {number} ax @param {number} ay @param {number} aw @param {number} bx @param {number} by @param {number} bw */
function between(ax, ay, aw, bx, by, bw) {
  const side = bx > ax ? 1 : -1;
  const sx = ax + (side * aw) / 2;
  const ex = bx - (side * bw) / 2;
  const reach = Math.max(Math.abs(ex - sx) * 0.45, 34) * side;
  return [[sx, ay], [sx + reach, ay], [ex - reach, by], [ex, by]];
}

/** Draws one line; how it is supported shows in its stroke, what it means in its end.
 * @param {CanvasRenderingContext2D} ctx @param {number[][]} points @param {import("./data.js").Line} line `look.at` is the share of the way at which its letter stands. @param {{alpha:number,strong:boolean,colour:string,at:number}} look */
export function stroke(ctx, points, line, look) {
  ctx.save();
  ctx.globalAlpha = look.alpha;
  ctx.strokeStyle = look.colour;
  ctx.fillStyle = look.colour;
  const width = { established: 3.6, reported: 2.3 }[line.strength] || 1.3;
  ctx.lineWidth = (look.strong ? 1.5 : 1) * width;
  if (line.role === "through" || line.role === "kind" || line.role === "mimics") ctx.setLineDash([1.5, 4]);
  else if (line.thin) ctx.setLineDash([7, 4]);
  if (line.disputed) {
    ctx.lineWidth += 3;
    curve(ctx, points);
    ctx.strokeStyle = colours.card;
    ctx.lineWidth -= 3;
    ctx.setLineDash([]);
  }
  curve(ctx, points);
  ctx.setLineDash([]);
  if (look.strong && ["causal", "summary", "opposing"].includes(line.role)) letter(ctx, points, line.strength, look);
  tip(ctx, points, line.role, look);
  ctx.restore();
}

/** The strength of a lit line, as a letter on its middle. @param {CanvasRenderingContext2D} ctx @param {number[][]} points @param {string} strength @param {{colour:string,at:number}} look */
function letter(ctx, points, strength, { colour, at }) {
  const [x, y] = pointOn(points, at);
  if (Math.hypot(points[3][0] - points[0][0], points[3][1] - points[0][1]) < 34) return;
  ctx.beginPath();
  ctx.arc(x, y, 8, 0, 7);
  ctx.lineWidth = 1.3;
  ctx.strokeStyle = colour;
  ctx.fillStyle = colours.card;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.font = `700 11px ${FONTS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(strength[0].toUpperCase(), x, y + 0.5);
}

/** The point of a line at a share of its way. @param {number[][]} points @param {number} t */
function pointOn([s, c, d, e], t) {
  const u = 1 - t;
  return [0, 1].map((k) => u * u * u * s[k] + 3 * u * u * t * c[k] + 3 * u * t * t * d[k] + t * t * t * e[k]);
}

/** @param {CanvasRenderingContext2D} ctx @param {number[][]} points */
function curve(ctx, [s, c, d, e]) {
  ctx.beginPath();
  ctx.moveTo(s[0], s[1]);
  ctx.bezierCurveTo(c[0], c[1], d[0], d[1], e[0], e[1]);
  ctx.stroke();
}

/** An arrow for what leads on, a bar for what acts against, nothing for what only belongs together.
 * @param {CanvasRenderingContext2D} ctx @param {number[][]} points @param {string} role @param {{strong:boolean,colour:string}} look */
function tip(ctx, points, role, look) {
  const [, , d, e] = points;
  const from = d[0] === e[0] && d[1] === e[1] ? points[0] : d;
  const angle = Math.atan2(e[1] - from[1], e[0] - from[0]);
  ctx.translate(e[0], e[1]);
  ctx.rotate(angle);
  ctx.strokeStyle = look.colour;
  if (role === "causal" || role === "summary") {
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(-9, -5);
    ctx.lineTo(-9, 5);
    ctx.closePath();
    ctx.fill();
  } else if (role === "opposing") {
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.moveTo(-2, -7);
    ctx.lineTo(-2, 7);
    ctx.stroke();
  }
}

/** How near a point is to a line. @param {number[][]} points @param {number} x @param {number} y */
export function distance(points, x, y) {
  let least = Infinity;
  for (let i = 0; i <= 24; i += 1) {
    const [px, py] = pointOn(points, i / 24);
    least = Math.min(least, Math.hypot(px - x, py - y));
  }
  return least;
}
