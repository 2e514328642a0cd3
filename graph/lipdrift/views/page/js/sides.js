import { ARROWS, DATA, STORIES, TERMS, storyOf } from "./data.js";
import { byId, el } from "./dom.js";
import { caveat, caveatsOf, sentence, badge } from "./evidence.js";
import { openRoutes, sidesOf, termsOf } from "./reach.js";
import { marked, word } from "./words.js";

/** What the answers in the bar can do; set once at the start.
 * @typedef {{open:(n:string)=>void, undo:()=>void, reset:()=>void, leave:()=>void}} AnswerActions */

/** Two causes on the routes that their stories tell. @param {string} a @param {string} b */
export function comparison(a, b) {
  const [ours, theirs] = [a, b].map((n) => storyOf(n)?.routes || []);
  const [ia, ib] = [a, b].map((n) => STORIES.findIndex((s) => s.cause === n));
  const [meet, part] = DATA.meetings[ia][ib];
  return { ...sidesOf(termsOf(ARROWS, ours), termsOf(ARROWS, theirs)), claims: [...ours, ...theirs].flat(2), meet, part };
}

/** @param {string|null} meet @param {string|null} part */
function meetingWords(meet, part) {
  if (!meet) return word("meetNever");
  if (TERMS[meet].kind === "Outcome" && !part) return word("meetEnd", marked(meet));
  return part ? word("meetPart", marked(meet), marked(part)) : word("meetStay", marked(meet));
}

/** Draws the comparison into the bar. @param {string} a @param {string} b @param {AnswerActions} act */
export function drawComparison(a, b, act) {
  const found = comparison(a, b);
  const list = (/** @type {string} */ title, /** @type {string} */ tag, /** @type {string[]} */ terms) =>
    el("div", { class: "side", "data-side": tag }, el("h3", null, el("b", { class: "tag" }, tag), " ", `${title} (${terms.length})`), el("p", null, ...links(terms, act)));
  bar(
    [el("h2", null, el("b", { class: "tag" }, "A"), ` ${marked(a)} `, el("b", { class: "tag" }, "B"), ` ${marked(b)}`)],
    [button("leave", word("leaveCompare"), act.leave), ...undoing(act)],
    [el("p", { class: "first", id: "answer" }, meetingWords(found.meet, found.part)),
      el("div", { class: "three" }, list(word("onlyA", marked(a)), "A", found.onlyA), list(word("shared"), "A B", found.shared), list(word("onlyA", marked(b)), "B", found.onlyB))],
    caveatsOf([...found.shared, ...found.onlyA, ...found.onlyB, ...found.claims]),
  );
}

/** The routes of all stories, each once, over the target that they lead to. */
function allRoutes() {
  return STORIES.flatMap((s) => s.routes);
}

/** The routes of all stories that stay open; those that say the whole way at once are none.
 * @param {import("./reach.js").World} world @param {import("./reach.js").Taken} taken */
export function routesLeft(world, taken) {
  return openRoutes(ARROWS, allRoutes(), world.gone, taken).filter((route) => !route.flat().some(summary));
}

/** Draws what is left when something is struck out. @param {import("./link.js").View} view @param {import("./reach.js").World} world @param {AnswerActions} act */
export function drawWhatIf(view, world, act) {
  const routes = routesLeft(world, view);
  const target = targetName();
  const names = view.without.map(marked).join(", ");
  const lost = [...world.lost];
  bar(
    [el("h2", null, el("span", { class: "part" }, `${word("whatif")} `), el("s", null, names))],
    undoing(act),
    [el("p", { class: "first", id: "answer" }, lost.length ? `${word("lostN", lost.length)}: ` : word("lostNone"), ...links(lost, act)),
      world.unsaid.length ? el("p", null, `${word("unsaid", world.unsaid.length)}: ${world.unsaid.map(sentence).join("; ")}`) : null,
      el("h3", null, routes.length ? word("openN", target, routes.length) : word("openNone", target)),
      el("ol", { id: "open" }, ...routes.map((route) => el("li", { "data-route": route.flat().join(" ") }, chain(route), " ", weakestOf(route))))],
    caveatsOf([...lost, ...world.gone, ...routes.flat(2)]),
  );
}

/** @param {string} id */
function summary(id) {
  return Boolean(ARROWS.summary[ARROWS.claim.indexOf(id)]);
}

/** The name of what the stories lead to. */
function targetName() {
  const route = allRoutes()[0];
  const last = route && termsOf(ARROWS, [route]).pop();
  return last ? marked(last) : "";
}

/** @param {string[][]} route */
function chain(route) {
  return termsOf(ARROWS, [route]).map(marked).join(" → ");
}

/** The badge of the weakest step of a route. @param {string[][]} route */
function weakestOf(route) {
  const order = ["unstated", "disputed", "suggested", "reported", "established"];
  const rank = (/** @type {string} */ id) => order.indexOf(ARROWS.strength[ARROWS.claim.indexOf(id)]);
  const steps = route.map((step) => [...step].sort((x, y) => rank(y) - rank(x))[0]);
  return badge(steps.sort((x, y) => rank(x) - rank(y))[0]);
}

/** Draws what the filter leaves. @param {import("./reach.js").World} world @param {AnswerActions} act */
export function drawFilter(world, act) {
  const stay = ARROWS.reviewed.reduce((a, b) => a + b, 0);
  bar(
    [el("h2", null, word("only"))],
    undoing(act),
    [el("p", { class: "first" }, word("onlySays", stay, ARROWS.claim.length)),
      el("p", { id: "answer" }, world.lost.length ? `${word("onlyLost", world.lost.length)}: ` : word("lostNone"), ...links(world.lost, act))],
    caveatsOf(world.lost),
  );
}

/** Says what the bar is for. */
export function drawStart() {
  byId("story").replaceChildren(el("p", { class: "say" }, word("start")));
}

/** @param {Node[]} head @param {Node[]} acts @param {(Node|null)[]} say @param {string[]} caveats */
function bar(head, acts, say, caveats) {
  const fold = caveats.length ? [el("div", { class: "cautions", tabindex: 0, role: "group", "aria-label": word("caveats") }, ...caveats.map(caveat))] : [];
  byId("story").replaceChildren(el("div", { class: "head" }, ...head), el("div", { class: "acts" }, ...acts),
    el("div", { class: "say", tabindex: 0, role: "group", "aria-label": word("details") }, ...say.filter((c) => c !== null)), ...fold);
}

/** @param {string} id @param {string} text @param {() => void} press */
function button(id, text, press) {
  return el("button", { type: "button", id, onclick: press }, text);
}

/** @param {AnswerActions} act */
function undoing(act) {
  return [button("undo", word("undo"), act.undo), button("reset", word("reset"), act.reset)];
}

/** Terms as buttons that open them. @param {string[]} terms @param {AnswerActions} act */
function links(terms, act) {
  return terms.flatMap((n) => [" ", el("button", { type: "button", class: "term", "data-n": TERMS[n].id, onclick: () => act.open(n) }, marked(n))]);
}
