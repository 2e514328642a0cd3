import { LINES, TERMS } from "./data.js";
import { byId, el, mark } from "./dom.js";
import { choice, classesOf, groupOf, lineClasses } from "./scene.js";
import { kindName, word } from "./words.js";

const COLUMN_GROUPS = ["cause", "tissue", "movement", "sign", "care"];
const STYLES = /** @type {Record<string, string[]>} */ ({
  established: ["M0 5H34", "", "3.6"],
  reported: ["M0 5H34", "", "2.3"],
  suggested: ["M0 5H34", "", "1.3"],
  unstated: ["M0 5H34", "", "1.3"],
  disputed: ["M0 3H34M0 7H34", "", "1.5"],
  thin: ["M0 5H34", "7 4", "2"],
  opposing: ["M0 5H31M32 0V10", "", "2.4"],
  kin: ["M0 5H34", "1.5 4", "1.5"],
});
let unfolded = false;

/** The legend: a button for each group of cards and each style of line; it shows and hides them.
 * @param {() => void} changed */
export function drawLegend(changed) {
  const groups = [...new Set(Object.keys(TERMS).filter((n) => TERMS[n].kind).map(groupOf))];
  const strips = groups.filter((g) => !COLUMN_GROUPS.includes(g)).sort();
  const columns = COLUMN_GROUPS.filter((g) => groups.includes(g)).map((g) => chip(g, word(g), changed));
  const more = strips.length ? [el("button", { type: "button", class: "chip", "data-more": true, "aria-expanded": String(unfolded), onclick: () => { unfolded = !unfolded; again(changed, "[data-more]"); } }, `${word("more")} ${unfolded ? "−" : "+"}`)] : [];
  byId("chips").replaceChildren(...columns, ...more, ...(unfolded ? strips.map((g) => chip(g, kindName(g), changed)) : []));
  byId("lines").replaceChildren(...lineClasses().map((c) => lineChip(c, changed)));
}

/** @param {() => void} changed @param {string} focus what to focus again */
function again(changed, focus) {
  drawLegend(changed);
  const pressed = /** @type {HTMLElement|null} */ (document.querySelector(focus));
  if (pressed) pressed.focus();
}

/** Whether the cards of a group are shown. @param {string} group */
function on(group) {
  return !choice.hidden.has(group) && (COLUMN_GROUPS.includes(group) || choice.asked.has(group));
}

/** @param {string} group @param {string} name @param {() => void} changed */
function chip(group, name, changed) {
  const member = Object.keys(TERMS).find((n) => groupOf(n) === group) || "";
  const toggle = () => {
    if (on(group)) choice.hidden.add(group);
    else { choice.hidden.delete(group); choice.asked.add(group); }
    again(changed, `[data-group="${group}"]`);
    changed();
  };
  return el("button", { type: "button", class: "chip", "data-group": group, "aria-pressed": String(on(group)), onclick: toggle }, mark(TERMS[member].colour), name);
}

/** @param {string} name a class of lines @param {() => void} changed */
function lineChip(name, changed) {
  const [d, dash, width] = STYLES[name];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 34 10");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of [["d", d], ["stroke", "currentColor"], ["stroke-width", width], ["fill", "none"], ["stroke-dasharray", dash]]) path.setAttribute(key, value);
  svg.append(path);
  const toggle = () => {
    if (choice.lines.has(name)) choice.lines.delete(name);
    else choice.lines.add(name);
    again(changed, `[data-line="${name}"]`);
    changed();
  };
  const words = /** @type {Record<string, string>} */ ({ thin: "lThin", opposing: "lOpposing", kin: "lKin" });
  const count = LINES.filter((line) => classesOf(line).includes(name)).length;
  return el("button", { type: "button", "data-line": name, title: String(count), "aria-pressed": String(!choice.lines.has(name)), onclick: toggle }, svg, word(words[name] || name));
}
