import { ARROWS, BY_IRI, CAUSES, CLAIMS, DATA, LINES, STORIES, TERMS } from "./data.js";
import { byId, chooser, el } from "./dom.js";
import { fitAll, lightUp, litNow, onScreen, redraw, relayout, repaint, startCanvas, textSize, zoom } from "./canvas.js";
import { snapshot } from "./drawing.js";
import { showKeys, startKeys } from "./keys.js";
import { drawLegend } from "./legend.js";
import { drawLight, lightAround, telling } from "./lighting.js";
import { hidePanel, lineOf, panelActions, showLine, showTerm, strikable } from "./panel.js";
import { drawStep, stepsOf, subjectOf } from "./story.js";
import { comparison, drawComparison, drawFilter, drawStart, drawWhatIf, routesLeft } from "./sides.js";
import { THEMES, plainView, readLink, writeLink } from "./link.js";
import { drawLip, pointLip, startLip } from "./lip.js";
import { Past } from "./past.js";
import { worldWithout } from "./reach.js";
import { light, visible } from "./scene.js";
import { startSearch } from "./search.js";
import { goToTwin, markTwin, translateTwin } from "./twin.js";
import { label, language, marked, word } from "./words.js";

/** @type {import("./link.js").Known} */
const known = {
  termOf: (iri) => BY_IRI.get(iri) || null,
  iriOf: (n) => TERMS[n].id,
  steps: (n) => stepsOf(n).length,
  hasClaim: (id) => Object.hasOwn(CLAIMS, id),
};
const past = new Past();
const dark = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
let view = readLink(location.hash, known);

/** Changes the view, draws it, and puts it into the address. @param {Partial<import("./link.js").View>} change */
function go(change) {
  if (change.cause !== undefined && change.cause !== view.cause && change.lip === undefined) change = { ...change, lip: change.cause !== null };
  const before = writeLink(view, known);
  view = { ...view, ...change };
  if (view.other === view.cause || !view.cause) view.other = null;
  const link = writeLink(view, known);
  if (link !== before) past.leave(before);
  if (link !== location.hash) history.pushState(null, "", link);
  draw();
}

/** Shows the view of a link that was taken from the past. @param {string|null} link */
function travel(link) {
  if (link === null) return;
  history.pushState(null, "", link);
  show(readLink(link, known));
}

/** @param {import("./link.js").View} next */
function show(next) {
  view = next;
  draw();
}

/** Which language, words and theme the page was last put into. */
let dressed = "";

function dress() {
  const wearing = `${view.lang} ${view.lay} ${view.theme} ${dark.matches} ${paper.matches}`;
  if (wearing === dressed) return;
  dressed = wearing;
  language.now = view.lang;
  language.lay = view.lay;
  document.documentElement.lang = view.lang;
  document.documentElement.dataset.theme = paper.matches ? "mono" : themeNow();
  repaint();
  translate();
}

function themeNow() {
  return view.theme || (dark.matches ? "dark" : "light");
}

function draw() {
  dress();
  const world = worldWithout(ARROWS, DATA.kindsOf, CAUSES, view);
  const line = view.claim ? lineOf(view.claim) : -1;
  drawBar(world);
  if (view.node) showTerm(view.node);
  else if (line >= 0) showLine(line);
  else hidePanel();
  pressed("only", view.only);
  pressed("lay", view.lay);
  (/** @type {HTMLSelectElement} */ (byId("cause"))).value = view.cause || "";
  drawLip(view);
  drawLight(view, world, line);
  markTwin(view);
  announce();
}

/** @param {string} id @param {boolean} on */
function pressed(id, on) {
  byId(id).setAttribute("aria-pressed", String(on));
}

const answers = {
  open: (/** @type {string} */ n) => go({ node: n, claim: null }),
  undo: () => travel(past.back(writeLink(view, known))),
  reset: () => go({ ...plainView(), lang: view.lang, lay: view.lay, theme: view.theme, ...focused() }),
  leave: () => go({ other: null }),
};

/** The page about one cause never leaves it. @returns {Partial<import("./link.js").View>} */
function focused() {
  return DATA.focus ? { cause: DATA.focus, step: 0, lip: true } : {};
}

/** @param {import("./reach.js").World} world */
function drawBar(world) {
  const now = telling(view);
  document.documentElement.dataset.story = now;
  if (now === "compare" && view.cause && view.other) drawComparison(view.cause, view.other, answers);
  else if (now === "whatif") drawWhatIf(view, world, answers);
  else if (now === "story" && view.cause) drawStep(view.cause, view.step, { go: step, compare: (n) => go({ other: n || null, node: null, claim: null }), strike, causes: STORIES.map((s) => s.cause) }, view.only);
  else if (now === "filter") drawFilter(world, answers);
  else drawStart();
}

/** @param {number} to */
function step(to) {
  if (view.cause && to >= 0 && to < stepsOf(view.cause).length) go({ step: to, node: null, claim: null });
}

/** Strikes out what is selected, or what the step is about. @param {string|null} [term] */
function strike(term) {
  const n = term || view.node || (view.cause && view.step >= 0 ? subjectOf(view.cause, view.step) : null);
  if (!n || !strikable(n)) return;
  const without = view.without.includes(n) ? view.without.filter((one) => one !== n) : [...view.without, n];
  go({ without, other: null, node: null, claim: null });
}

function announce() {
  const steps = stepsOf(view.cause);
  const now = telling(view);
  const told = now === "story" ? `${word("step", view.step + 1, steps.length)}. ${steps[view.step].title}. ${steps[view.step].sentences[0] || ""}` : "";
  const answer = document.getElementById("answer");
  byId("live").textContent = view.node ? label(view.node).text : told || (answer && answer.textContent) || "";
}

/** Every word of the page itself in the language in use. */
function translate() {
  translateTwin();
  byId("language").textContent = language.now === "ko" ? "English" : "한국어";
  byId("language").lang = language.now === "ko" ? "en" : "ko";
  byId("theme").setAttribute("aria-label", `${word("theme")}: ${word(themeNow())}`);
  const causes = STORIES.map((s) => el("option", { value: s.cause }, marked(s.cause)));
  byId("cause").replaceChildren(el("option", { value: "" }, word("choose")), ...causes);
  drawLegend(relayout);
}

function theme() {
  go({ theme: THEMES[(THEMES.indexOf(themeNow()) + 1) % THEMES.length] });
}

function lip() {
  go({ lip: !view.lip, node: null, claim: null });
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function leave() {
  if (view.node || view.claim) go({ node: null, claim: null });
  else if (view.other) go({ other: null });
  else if (view.without.length) go({ without: [] });
  else if (DATA.focus) go({ step: 0 });
  else go({ cause: null, step: -1 });
}

/** What the keys do now. @returns {import("./keys.js").Deeds} */
function deeds() {
  /** @type {import("./keys.js").Deeds} */
  const story = telling(view) === "story" ? {
    ArrowRight: () => step(view.step + 1), PageDown: () => step(view.step + 1), " ": () => step(view.step + 1),
    ArrowLeft: () => step(view.step - 1), PageUp: () => step(view.step - 1),
    Home: () => step(0), End: () => step(stepsOf(view.cause).length - 1),
    C: () => { const other = document.getElementById("other"); if (other) other.focus(); },
  } : {};
  const redo = () => travel(past.forth(writeLink(view, known)));
  return {
    ...story, Escape: leave, X: () => strike(), U: answers.undo, "Ctrl+Z": answers.undo, Y: redo, "Ctrl+Y": redo, "Ctrl+Shift+Z": redo,
    R: answers.reset, P: () => go({ only: !view.only }), W: () => go({ lay: !view.lay }), L: () => go({ lang: view.lang === "ko" ? "en" : "ko" }),
    S: lip, T: theme, F: fullScreen, O: goToTwin, "/": () => byId("search").focus(), "?": showKeys,
  };
}

/** @param {string} n */
function openTerm(n) {
  if (telling(view) === "start" && stepsOf(n).length) go({ cause: n, step: 0, node: null, claim: null });
  else go({ node: n, claim: null });
}

/** What the pointer is at lights its neighbours and its place in the lip, where nothing else is told. @param {string|null} n */
function point(n) {
  pointLip(n, view);
  if (telling(view) !== "start" || view.node || view.claim) return;
  if (n) lightAround(n);
  else lightUp(null, null, []);
  redraw();
}

/** What a place of the lip section lights in the picture. @param {string[]|null} terms */
function pointed(terms) {
  if (!terms) return draw();
  lightUp(terms, [], terms);
  redraw();
}

function wire() {
  panelActions.open = answers.open;
  panelActions.close = () => go({ node: null, claim: null });
  panelActions.strike = strike;
  chooser(/** @type {HTMLSelectElement} */ (byId("cause")), (n) => {
    const cause = n || null;
    if (cause !== view.cause) go({ cause, step: cause ? 0 : -1, other: null, without: [], node: null, claim: null });
  });
  const press = (/** @type {string} */ id, /** @type {() => void} */ deed) => { const spot = document.getElementById(id); if (spot) spot.addEventListener("click", deed); };
  press("language", () => deeds().L());
  press("only", () => deeds().P());
  press("lay", () => deeds().W());
  press("theme", theme);
  press("print", () => print());
  press("help", showKeys);
  press("liptoggle", lip);
  press("fit", () => fitAll());
  press("zoomin", () => zoom(1.25));
  press("zoomout", () => zoom(0.8));
  press("copy", async () => {
    await navigator.clipboard.writeText(location.href).catch(() => {});
    byId("live").textContent = word("copied");
  });
  startKeys(deeds);
  const reread = () => show(readLink(location.hash, known));
  addEventListener("hashchange", reread);
  addEventListener("popstate", reread);
  dark.addEventListener("change", dress);
}

/** On paper the picture is an image: the part that is lit, in black and white; and every caveat is whole. */
function toPaper() {
  dress();
  for (const folded of document.querySelectorAll(".cautions details")) (/** @type {HTMLDetailsElement} */ (folded)).open = true;
  document.documentElement.dataset.theme = "mono";
  repaint();
  const printed = /** @type {HTMLImageElement} */ (byId("printed"));
  printed.src = snapshot(1800);
  document.documentElement.dataset.theme = paper.matches ? "mono" : themeNow();
  repaint();
}

function start() {
  if (DATA.focus && !view.cause) view = { ...view, ...focused() };
  document.documentElement.dataset.theme = themeNow();
  startCanvas({ term: openTerm, line: (i) => go({ node: null, claim: LINES[i].claims[0] }), nothing: () => go({ node: null, claim: null }), point });
  startLip(pointed, answers.open);
  wire();
  startSearch(answers.open);
  draw();
  addEventListener("beforeprint", toPaper);
  paper.addEventListener("change", () => (paper.matches ? toPaper() : dress()));
  const iris = (/** @type {Iterable<string>} */ terms) => [...terms].map((n) => TERMS[n].id).sort();
  const watched = {
    readyAt: performance.now(), view: () => ({ ...view }), textSize, visible, lit: litNow, data: DATA,
    onScreen: (/** @type {string} */ term) => onScreen(BY_IRI.get(term) || term),
    lost: () => iris(light.lost),
    tags: () => Object.fromEntries([...light.tags].map(([n, t]) => [TERMS[n].id, t])),
    world: (/** @type {string[]} */ struck, /** @type {boolean} */ only) => {
      const taken = { without: struck.map((iri) => BY_IRI.get(iri) || ""), only };
      const world = worldWithout(ARROWS, DATA.kindsOf, CAUSES, taken);
      return { gone: iris(world.gone), lost: iris(world.lost), reached: iris(world.reached), open: routesLeft(world, taken).map((r) => r.flat().join()).sort() };
    },
    sides: (/** @type {string} */ a, /** @type {string} */ b) => {
      const { shared, onlyA, onlyB, meet, part } = comparison(BY_IRI.get(a) || "", BY_IRI.get(b) || "");
      return { shared: iris(shared), onlyA: iris(onlyA), onlyB: iris(onlyB), meet: meet && TERMS[meet].id, part: part && TERMS[part].id };
    },
  };
  Object.defineProperty(window, "lipdrift", { value: Object.freeze(watched) });
  document.documentElement.dataset.ready = "yes";
}

start();
