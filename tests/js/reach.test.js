import assert from "node:assert/strict";
import { test } from "node:test";
import { openRoutes, reachable, sidesOf, stands, termsOf, withKinds, worldWithout } from "../../graph/lipdrift/views/page/js/reach.js";

/** a → b → d and a → c → d; a summary a → d; k is a kind of a; d → e needs f. */
const arrows = {
  claim: ["ab", "bd", "ac", "cd", "ad", "kc", "de"],
  tail: ["a", "b", "a", "c", "a", "k", "d"],
  head: ["b", "d", "c", "d", "d", "c", "e"],
  strength: ["suggested", "reported", "suggested", "disputed", "reported", "suggested", "suggested"],
  inferred: [0, 0, 1, 0, 0, 0, 0],
  reviewed: [1, 0, 0, 1, 1, 0, 1],
  summary: [0, 0, 0, 0, 1, 0, 0],
  needs: { de: ["f"] },
};
const kindsOf = { a: ["k"] };
const nothing = { without: [], only: false };

test("a start reaches itself and what its arrows lead to, circles included", () => {
  assert.deepEqual([...reachable(arrows, ["a"], () => true)].sort(), ["a", "b", "c", "d", "e"]);
  const circle = { ...arrows, claim: ["x", "y"], tail: ["a", "b"], head: ["b", "a"], needs: {} };
  assert.deepEqual([...reachable(circle, ["a"], () => true)].sort(), ["a", "b"]);
  assert.deepEqual([...reachable(arrows, [], () => true)], []);
});

test("a term goes with its kinds", () => {
  assert.deepEqual([...withKinds(["a", "b"], kindsOf)], ["a", "k", "b"]);
  assert.deepEqual(worldWithout(arrows, kindsOf, ["a", "k"], { without: ["a"], only: false }).lost.sort(), ["b", "c", "d", "e"]);
});

test("what another way still reaches is not lost, what only the struck term led to is", () => {
  assert.deepEqual(worldWithout(arrows, kindsOf, ["a"], { without: ["b"], only: false }).lost, []);
  const both = worldWithout(arrows, kindsOf, ["a"], { without: ["b", "c"], only: false });
  assert.deepEqual(both.lost.sort(), ["d", "e"]);
});

test("a summary keeps no way open whose steps are struck out, but stands for steps that only the filter takes", () => {
  const i = arrows.claim.indexOf("ad");
  assert.equal(stands(arrows, i, new Set(["b"]), { without: ["b"], only: false }), false);
  assert.equal(stands(arrows, i, new Set(), { without: [], only: true }), true);
  assert.deepEqual(worldWithout(arrows, kindsOf, ["a"], { without: [], only: true }).lost.sort(), ["c"]);
});

test("a claim that needs a struck term falls with it", () => {
  const world = worldWithout(arrows, kindsOf, ["a"], { without: ["f"], only: false });
  assert.deepEqual(world.unsaid, ["de"]);
  assert.deepEqual(world.lost, ["e"]);
});

test("a route stays open while each step keeps a claim, and is told once", () => {
  const routes = [[["ab"], ["bd"]], [["ac"], ["cd"]], [["ab"], ["bd"]]];
  assert.deepEqual(openRoutes(arrows, routes, new Set(), nothing), [[["ab"], ["bd"]], [["ac"], ["cd"]]]);
  assert.deepEqual(openRoutes(arrows, routes, new Set(["b"]), { without: ["b"], only: false }), [[["ac"], ["cd"]]]);
  assert.deepEqual(openRoutes(arrows, routes, new Set(), { without: [], only: true }), []);
});

test("terms come in the order of travel, sides are told apart", () => {
  assert.deepEqual(termsOf(arrows, [[["ab"], ["bd"]], [["ac"], ["cd"]]]), ["a", "b", "d", "c"]);
  assert.deepEqual(sidesOf(["a", "b", "d"], ["k", "c", "d"]), { shared: ["d"], onlyA: ["a", "b"], onlyB: ["k", "c"] });
});
