import { CLAIMS, DATA, LINES, TERMS, claimsAbout } from "./data.js";
import { byId, el, mark } from "./dom.js";
import { fitAll, kindsShown, lightUp, litNow, lookAt, onScreen, relayout, repaint, startCanvas, textSize, visible, zoom } from "./canvas.js";
import { hidePanel, legend, lineOf, panelActions, showLine, showTerm } from "./panel.js";
import { drawStory, inView, stepsOf, toldUntil } from "./story.js";
import { readLink, writeLink } from "./link.js";
import { drawLip, startLip } from "./lip.js";
import { startSearch } from "./search.js";
import { kindName, label, language, word } from "./words.js";

/** @type {import("./link.js").View} */
let view = readLink(location.hash);

/** Changes the view, draws it, and puts it into the address. @param {Partial<import("./link.js").View>} change */
function go(change) {
  if (change.cause !== undefined && change.cause !== view.cause && change.lip === undefined) change = { ...change, lip: change.cause !== null };
  view = { ...view, ...change };
  const link = writeLink(view);
  if (link !== location.hash) history.pushState(null, "", link);
  draw();
}

function draw() {
  language.now = view.lang;
  document.documentElement.lang = view.lang;
  drawStory(view.cause, view.step, (to) => go({ step: to, node: null, claim: null }));
  (/** @type {HTMLSelectElement} */ (byId("cause"))).value = view.cause || "";
  document.documentElement.dataset.story = view.cause ? "yes" : "no";
  const line = view.claim ? lineOf(view.claim) : -1;
  if (view.node) showTerm(view.node);
  else if (line >= 0) showLine(line);
  else hidePanel();
  drawLight(line);
  drawLip(view);
  announce();
}

/** @param {number} line */
function drawLight(line) {
  if (view.node && !(view.cause && view.step >= 0)) {
    const { into, from } = claimsAbout(view.node);
    const claims = [...into, ...from];
    const near = claims.flatMap((c) => [CLAIMS[c].s, CLAIMS[c].o]).filter((n) => n !== null && (visible(n) || n === view.node));
    const sites = TERMS[view.node].sites.map(([s]) => s);
    lightUp([view.node, ...near.map(String), ...sites], claims, [view.node]);
  } else if (view.cause && view.step >= 0) {
    const told = toldUntil(view.cause, view.step);
    const sites = told.now.flatMap((n) => TERMS[n].sites.map(([s]) => s));
    lightUp([...told.terms, ...sites], told.claims, view.node ? [view.node] : told.now);
    lookAt(told.now, [...inView(view.cause, view.step), ...sites]);
  } else if (line >= 0) lightUp([LINES[line].a, LINES[line].b], LINES[line].claims, [LINES[line].a, LINES[line].b]);
  else {
    lightUp(null, null, []);
    fitAll();
  }
}

function announce() {
  const steps = stepsOf(view.cause);
  const said = view.cause && view.step >= 0 ? `${word("step", view.step + 1, steps.length)}. ${steps[view.step].title}. ${steps[view.step].sentences[0] || ""}` : "";
  byId("live").textContent = view.node ? label(view.node).text : said;
}

/** Every word of the page itself in the language in use. */
function translate() {
  for (const spot of document.querySelectorAll("[data-word]")) spot.textContent = word(/** @type {string} */ (spot.getAttribute("data-word")));
  for (const spot of document.querySelectorAll("[data-label]")) spot.setAttribute("aria-label", word(/** @type {string} */ (spot.getAttribute("data-label"))));
  const focus = document.querySelector("[data-focus]");
  if (focus && DATA.focus) focus.textContent = label(DATA.focus).text;
  byId("language").textContent = language.now === "ko" ? "English" : "한국어";
  byId("language").lang = language.now === "ko" ? "en" : "ko";
  const causes = DATA.stories.map((/** @type {any} */ s) => el("option", { value: s.cause }, label(s.cause).text));
  byId("cause").replaceChildren(el("option", { value: "" }, word("choose")), ...causes);
  legend();
  chips();
}

/** A chip for each kind that has cards, to show and hide it. */
function chips() {
  const kinds = [...new Set(Object.values(TERMS).map((t) => t.kind))].filter(Boolean);
  const order = ["cause", "tissue", "movement", "sign", "care", "place"];
  const colour = (/** @type {string} */ kind) => {
    const named = Object.values(TERMS).filter((t) => t.kind === kind).map((t) => t.colour);
    return named.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
  };
  kinds.sort((a, b) => order.indexOf(colour(a)) - order.indexOf(colour(b)) || (a < b ? -1 : 1));
  byId("chips").replaceChildren(...kinds.map((kind) => {
    return el("button", { type: "button", class: "chip", "aria-pressed": String(kindsShown.has(kind)), onclick: () => toggle(kind) },
      mark(colour(kind)), kindName(kind));
  }));
}

/** @param {string} kind */
function toggle(kind) {
  if (kindsShown.has(kind)) kindsShown.delete(kind);
  else kindsShown.add(kind);
  chips();
  relayout();
  const pressed = [...byId("chips").children].find((c) => (c.textContent || "").includes(kindName(kind)));
  if (pressed) (/** @type {HTMLElement} */ (pressed)).focus();
}

function switchLanguage() {
  go({ lang: view.lang === "ko" ? "en" : "ko" });
  translate();
  draw();
}

function switchTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  repaint();
}

/** @param {KeyboardEvent} e */
function key(e) {
  const typing = e.target instanceof Element && e.target.matches("input, select, textarea, [contenteditable]");
  if (e.ctrlKey || e.metaKey || e.altKey || typing) return;
  const pressing = e.target instanceof Element && e.target.matches("button, a, summary");
  const steps = stepsOf(view.cause);
  const move = (/** @type {number} */ to) => {
    if (view.cause && to >= 0 && to < steps.length) go({ step: to, node: null, claim: null });
    e.preventDefault();
  };
  if (e.key === "Escape") go(view.node || view.claim ? { node: null, claim: null } : { cause: null, step: -1 });
  else if (e.key === "/") { byId("search").focus(); e.preventDefault(); }
  else if (e.key === "?") (/** @type {HTMLDialogElement} */ (byId("keys"))).showModal();
  else if (e.key === "t" || e.key === "T") switchTheme();
  else if (e.key === "l" || e.key === "L") switchLanguage();
  else if (e.key === "s" || e.key === "S") go({ lip: !view.lip, node: null, claim: null });
  else if (e.key === "f" || e.key === "F") document.documentElement.requestFullscreen().catch(() => {});
  else if (!view.cause) return;
  else if (e.key === "ArrowRight" || e.key === "PageDown" || (e.key === " " && !pressing)) move(view.step + 1);
  else if (e.key === "ArrowLeft" || e.key === "PageUp") move(view.step - 1);
  else if (e.key === "Home") move(0);
  else if (e.key === "End") move(steps.length - 1);
}

/** @param {string} n */
function openTerm(n) {
  if (TERMS[n].kind === "Cause" && view.step < 0 && stepsOf(n).length) go({ cause: n, step: 0, node: n, claim: null });
  else go({ node: n, claim: null });
}

function wire() {
  panelActions.open = (n) => go({ node: n, claim: null });
  panelActions.close = () => go({ node: null, claim: null });
  byId("cause").addEventListener("change", (e) => {
    const cause = (/** @type {HTMLSelectElement} */ (e.target)).value || null;
    go({ cause, step: cause ? 0 : -1, node: null, claim: null });
    (/** @type {HTMLElement} */ (e.target)).blur();
  });
  byId("language").addEventListener("click", switchLanguage);
  byId("theme").addEventListener("click", switchTheme);
  byId("print").addEventListener("click", () => print());
  byId("help").addEventListener("click", () => (/** @type {HTMLDialogElement} */ (byId("keys"))).showModal());
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href).catch(() => {});
    byId("live").textContent = word("copied");
  });
  const toggle = document.getElementById("liptoggle");
  if (toggle) toggle.addEventListener("click", () => go({ lip: !view.lip, node: null, claim: null }));
  byId("fit").addEventListener("click", () => fitAll());
  byId("zoomin").addEventListener("click", () => zoom(1.25));
  byId("zoomout").addEventListener("click", () => zoom(0.8));
  document.addEventListener("keydown", key);
  const reread = () => { view = readLink(location.hash); language.now = view.lang; translate(); draw(); };
  addEventListener("hashchange", reread);
  addEventListener("popstate", reread);
}

function start() {
  if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.dataset.theme = "dark";
  language.now = view.lang;
  if (DATA.focus && !view.cause) view = { ...view, cause: DATA.focus, step: 0, lip: true };
  startCanvas(openTerm, (i) => go({ node: null, claim: LINES[i].claims[0] }), () => go({ node: null, claim: null }));
  translate();
  const list = /** @type {HTMLElement} */ (byId("keys").firstElementChild);
  list.textContent = word("keysList");
  wire();
  startLip((terms) => (terms ? lightUp(terms, [], terms) : drawLight(view.claim ? lineOf(view.claim) : -1)), (n) => go({ node: n, claim: null }));
  startSearch((n) => go({ node: n, claim: null }));
  draw();
  Object.defineProperty(window, "lipdrift", { value: Object.freeze({ view: () => ({ ...view }), textSize, onScreen, visible, lit: litNow, data: DATA }) });
  document.documentElement.dataset.ready = "yes";
}

start();
