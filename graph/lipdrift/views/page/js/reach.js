/** Arrows as columns of equal length: arrow i runs from tail[i] to head[i] and is said by claim[i].
 * @typedef {{claim:string[],tail:string[],head:string[],strength:string[],inferred:number[],reviewed:number[],summary:number[],needs:Record<string,string[]>}} Arrows */
/** What is taken away: terms, and everything that no peer-reviewed work supports.
 * @typedef {{without:string[], only:boolean}} Taken */
/** The world that is left. @typedef {{gone:Set<string>, unsaid:string[], reached:Set<string>, lost:string[]}} World */

/** Every term that the starts reach over the arrows that may be walked, the starts themselves included.
 * @param {Arrows} arrows @param {Iterable<string>} starts @param {(i:number)=>boolean} walked */
export function reachable(arrows, starts, walked) {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  arrows.tail.forEach((tail, i) => {
    if (walked(i)) next.set(tail, [...(next.get(tail) || []), arrows.head[i]]);
  });
  const reached = new Set(starts);
  for (const n of reached) for (const head of next.get(n) || []) reached.add(head);
  return reached;
}

/** The terms with everything that is a kind of them. @param {string[]} terms @param {Record<string,string[]>} kindsOf */
export function withKinds(terms, kindsOf) {
  return new Set(terms.flatMap((n) => [n, ...(kindsOf[n] || [])]));
}

/** Whether arrow i may still be walked. A summary claim would keep a way open whose steps are struck out.
 * @param {Arrows} arrows @param {number} i @param {Set<string>} gone @param {Taken} taken */
export function stands(arrows, i, gone, taken) {
  if (gone.has(arrows.tail[i]) || gone.has(arrows.head[i])) return false;
  if ((arrows.needs[arrows.claim[i]] || []).some((n) => gone.has(n))) return false;
  return !(taken.only && !arrows.reviewed[i]) && !(taken.without.length && arrows.summary[i]);
}

/** What is left of the world, as seen from some causes. A cause is reached together with its kinds.
 * @param {Arrows} arrows @param {Record<string,string[]>} kindsOf @param {string[]} causes @param {Taken} taken @returns {World} */
export function worldWithout(arrows, kindsOf, causes, taken) {
  const gone = withKinds(taken.without, kindsOf);
  const starts = [...withKinds(causes, kindsOf)];
  const before = reachable(arrows, starts, (i) => !(taken.without.length && arrows.summary[i]));
  const reached = reachable(arrows, starts.filter((n) => !gone.has(n)), (i) => stands(arrows, i, gone, taken));
  const unsaid = arrows.claim.filter((id) => (arrows.needs[id] || []).some((n) => gone.has(n)));
  return { gone, unsaid, reached, lost: [...before].filter((n) => !reached.has(n) && !gone.has(n)) };
}

/** Routes as steps, each step the claims that say it. @typedef {string[][]} Route */

/** The routes that stay open: every step keeps a claim that still stands. Each once.
 * @param {Arrows} arrows @param {Route[]} routes @param {Set<string>} gone @param {Taken} taken @returns {Route[]} */
export function openRoutes(arrows, routes, gone, taken) {
  const at = new Map(arrows.claim.map((id, i) => [id, i]));
  const holds = (/** @type {string} */ id) => at.has(id) && stands(arrows, /** @type {number} */ (at.get(id)), gone, taken);
  const found = new Map();
  for (const route of routes) {
    const left = route.map((step) => step.filter(holds));
    if (left.every((step) => step.length) && !found.has(left.flat().join())) found.set(left.flat().join(), left);
  }
  return [...found.values()];
}

/** The terms of some routes in the order of travel. @param {Arrows} arrows @param {Route[]} routes */
export function termsOf(arrows, routes) {
  const at = new Map(arrows.claim.map((id, i) => [id, i]));
  return [...new Set(routes.flatMap((route) => route.flatMap(([id]) => {
    const i = at.get(id);
    return i === undefined ? [] : [arrows.tail[i], arrows.head[i]];
  })))];
}

/** Two sets of terms side by side. @param {string[]} ours @param {string[]} theirs */
export function sidesOf(ours, theirs) {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return { shared: ours.filter((n) => b.has(n)), onlyA: ours.filter((n) => !b.has(n)), onlyB: theirs.filter((n) => !a.has(n)) };
}
