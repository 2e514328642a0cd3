import { el, mark } from "./dom.js";

/** @typedef {{label:Record<string,string>,drafts:string[],colour:string,kind:string}} CutName */
/** @typedef {{term:string,sits:boolean,inferred:boolean,claims:string[][]}} CutEntry */
/** @typedef {{at:number[],places:string[],vessels:string[],here:CutEntry[]}} CutStop */
/** @typedef {{regions:Record<string,{at:number[],on:number,claims:string[],dashed:boolean}>,sites:Record<string,[string,boolean][]>,stops:CutStop[],spine:number[][],journeys:Record<string,[number,string,string][]>,names:Record<string,CutName>,words:Record<string,string[]>}} CutData */

/** The one section of a page: where it stands, what it knows, what is lit and by whom.
 * `lit` maps regions to whether only an inference puts something there. */
const cut = {
  root: /** @type {HTMLElement} */ (/** @type {unknown} */ (null)),
  data: /** @type {CutData} */ (/** @type {unknown} */ (null)),
  onTerm: (/** @type {string} */ _term, /** @type {string} */ _how) => {},
  lit: /** @type {Map<string, boolean>} */ (new Map()),
  near: "",
  stop: 0,
  run: 0,
};

/** Wakes the figure that Python wrote. `onTerm(term, how)` hears which place is pointed at: how is "hover", "focus",
 * "click", or "leave" with an empty term.
 * @param {HTMLElement} root the figure, or what holds it @param {(term: string, how: string) => void} onTerm */
export function startSection(root, onTerm) {
  cut.root = root;
  cut.onTerm = onTerm;
  cut.data = JSON.parse(cutPart("[data-values]").textContent || "{}");
  // On the figure, not on the SVG: an SVG element that listens for focus becomes a stop of the tab key in Chromium.
  const figure = /** @type {HTMLElement} */ (cutPart(".sec-svg").parentElement);
  const near = (/** @type {string} */ how) => (/** @type {Event} */ e) => cutPoint(cutRegion(e), how);
  figure.addEventListener("pointerover", near("hover"));
  figure.addEventListener("pointerleave", () => cutPoint("", "leave"));
  figure.addEventListener("focusin", near("focus"));
  figure.addEventListener("focusout", (e) => cutRegion(e) && cutPoint("", "leave"));
  figure.addEventListener("click", near("click"));
  figure.addEventListener("keydown", cutKey);
  const slider = root.querySelector("[data-depth]");
  if (slider) slider.addEventListener("input", () => cutTo(Number((/** @type {HTMLInputElement} */ (slider)).value)));
  new MutationObserver(cutWords).observe(document.documentElement, { attributeFilter: ["lang"] });
  cutWords();
}

/** Lights every region where these terms sit; dashed where only a curator's inference says so. [] puts all out.
 * @param {string[]} terms */
export function lightRegions(terms) {
  cut.lit = new Map();
  for (const term of terms) {
    const here = cut.data.regions[term] ? /** @type {[string, boolean][]} */ ([[term, false]]) : cut.data.sites[term] || [];
    for (const [region, guess] of here) cut.lit.set(region, guess && cut.lit.get(region) !== false);
  }
  cutPaint();
}

/** Shows the filler at one place and lets it travel to the other (at once where motion is to be reduced); resolves
 * when it has arrived. An unknown place hides it. @param {string} from @param {string} to @returns {Promise<void>} */
export function moveFiller(from, to) {
  const { regions, spine } = cut.data;
  const run = ++cut.run;
  const [a, b] = [regions[from], regions[to]];
  const blob = cutPart("[data-filler]"), trail = cutPart("[data-trail]");
  blob.toggleAttribute("hidden", !a || !b);
  if (!a || !b) { trail.setAttribute("d", "M0,0"); return Promise.resolve(); }
  const between = spine.slice(Math.min(a.on, b.on), Math.max(a.on, b.on) + 1);
  const way = from === to ? [a.at, b.at] : [a.at, ...(a.on > b.on ? between.reverse() : between), b.at];
  trail.setAttribute("d", "M" + way.join("L"));
  const line = /** @type {SVGPathElement} */ (/** @type {unknown} */ (trail));
  const length = line.getTotalLength();
  const put = (/** @type {number} */ share) => {
    const { x, y } = line.getPointAtLength(length * share);
    blob.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  };
  if (from === to || matchMedia("(prefers-reduced-motion: reduce)").matches) { put(1); return Promise.resolve(); }
  put(0);
  return new Promise((done) => {
    const start = performance.now();
    const tick = (/** @type {number} */ now) => {
      const t = Math.min(Math.max((now - start) / 1400, 0), 1);
      if (run === cut.run) put(t * t * (3 - 2 * t));
      if (t < 1 && run === cut.run) requestAnimationFrame(tick);
      else done();
    };
    requestAnimationFrame(tick);
  });
}

/** The filler at a step (from 0) of a cause's story: it travels in the step that moves it, and stays after that.
 * Where no claim says where it goes, it is not shown. @param {string} cause @param {number} step @returns {Promise<void>} */
export function fillerAtStep(cause, step) {
  const leg = (cut.data.journeys[cause] || []).filter(([at]) => at <= step).pop();
  if (!leg) return moveFiller("", "");
  return moveFiller(leg[0] === step ? leg[1] : leg[2], leg[2]);
}

/** Puts out all light, hides the filler and draws the needle back. */
export function clearSection() {
  const slider = /** @type {HTMLInputElement|null} */ (cut.root.querySelector("[data-depth]"));
  if (slider) { slider.value = "0"; cutTo(0); }
  moveFiller("", "");
  lightRegions([]);
}

/** @param {string} selector @returns {HTMLElement} */
function cutPart(selector) {
  return /** @type {HTMLElement} */ (cut.root.querySelector(selector));
}

/** @param {Event} e the region that an event belongs to, "" for none */
function cutRegion(e) {
  const found = e.target instanceof Element && e.target.closest("[data-region]");
  return (found && found.getAttribute("data-region")) || "";
}

/** @param {string} region @param {string} how */
function cutPoint(region, how) {
  if (region === cut.near && how !== "click") return;
  if (!region && how === "click") return;
  cut.near = region;
  cutPaint();
  cut.onTerm(region, region ? how : "leave");
}

/** Arrow keys walk over the regions as one stop of the tab key; the page's own keys do not hear them. @param {KeyboardEvent} e */
function cutKey(e) {
  const all = /** @type {HTMLElement[]} */ ([...cut.root.querySelectorAll(".sec-region")]);
  const now = all.indexOf(/** @type {HTMLElement} */ (e.target));
  const to = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[e.key];
  const chosen = e.key === "Enter" || e.key === " ";
  if (now < 0 || (to === undefined && !chosen)) return;
  e.preventDefault();
  e.stopPropagation();
  if (chosen) return cutPoint(cutRegion(e), "click");
  const next = all[((to || 0) + all.length) % all.length];
  for (const one of all) one.setAttribute("tabindex", one === next ? "0" : "-1");
  next.focus();
}

/** @param {number} n the needle's tip at a stop */
function cutTo(n) {
  cut.stop = n;
  const { at, places, here } = cut.data.stops[n];
  cutPart("[data-needle]").style.transform = `translate(${at[0]}px,${at[1]}px)`;
  const name = places.map(cutName).join(", ") || cutWord("outside");
  cutPart("[data-depth]").setAttribute("aria-valuetext", cutWord("stop", n + 1, cut.data.stops.length, name));
  cutPart("[data-at]").textContent = name;
  const title = here.length ? "here" : "nothing";
  cutPart("[data-here]").replaceChildren(...(n ? [el("p", { class: "sec-fine" }, cutWord(title)), el("ul", null, ...here.map(cutEntry))] : []));
  cutPaint();
}

/** One term at the needle's tip with the reasons why it is listed. @param {CutEntry} entry */
function cutEntry({ term, sits, inferred, claims }) {
  const english = (/** @type {string} */ id) => (cut.data.names[id] ? cut.data.names[id].label.en : id);
  const open = el("button", { type: "button", onclick: () => cut.onTerm(term, "click") }, mark(cut.data.names[term].colour), cutName(term));
  const reasons = claims.map(([id, subject, relation, object, strength]) =>
    el("small", { lang: "en" }, `${english(subject)} ${relation} ${english(object)} · ${strength} [${id.split(":").pop()}]`));
  if (sits) reasons.unshift(el("small", null, cutWord(inferred ? "inferred" : "sits")));
  return el("li", null, open, ...reasons);
}

/** Everything that is said in a language, said in the one of the page. */
function cutWords() {
  for (const one of cut.root.querySelectorAll(".sec-region")) one.setAttribute("aria-label", cutName(/** @type {string} */ (one.getAttribute("data-region"))));
  const layers = cut.data.stops.flatMap((s) => s.places.slice(0, 1)).map(cutName);
  cutPart("#sec-title").textContent = cutWord("title");
  cutPart("#sec-desc").textContent = cutWord("desc", layers.join(", "));
  if (cut.data.stops.length) cutTo(cut.stop);
  cutPaint();
}

/** @param {string} key @param {...(string|number)} values */
function cutWord(key, ...values) {
  const text = cut.data.words[key][document.documentElement.lang === "ko" ? 1 : 0];
  return values.reduce((/** @type {string} */ t, v, i) => t.replace(`{${i}}`, String(v)), text);
}

/** The name of a term in the language in use, a draft marked. @param {string} term */
function cutName(term) {
  const { label, drafts } = cut.data.names[term], lang = document.documentElement.lang;
  return (label[lang] || label.en) + (drafts.includes(lang) ? "*" : "");
}

/** Lights what is pointed at, what the page asked for, and what the needle's tip is in. */
function cutPaint() {
  const tip = cut.data.stops[cut.stop] || { places: [], vessels: [] };
  const on = new Map([...cut.lit, ...[...tip.places, ...tip.vessels].map((r) => /** @type {[string, boolean]} */ ([r, false]))]);
  if (cut.near) on.set(cut.near, false);
  for (const one of cut.root.querySelectorAll("[data-region]")) {
    const region = /** @type {string} */ (one.getAttribute("data-region"));
    one.classList.toggle("lit", on.has(region));
    one.classList.toggle("guess", on.get(region) === true);
  }
  cutPart(".sec-svg").classList.toggle("has-lit", on.size > 0);
  const said = cut.near ? [cut.near] : [...cut.lit.keys()];
  cutPart("[data-now]").textContent = said.map(cutName).join(" · ") || cutWord("hint");
}
