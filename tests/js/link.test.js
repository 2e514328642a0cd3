import assert from "node:assert/strict";
import { test } from "node:test";
import { plainView, readLink, writeLink } from "../../graph/lipdrift/views/page/js/link.js";
import { Past } from "../../graph/lipdrift/views/page/js/past.js";

const terms = { n0: "lip:A", n1: "lip:B", n2: "https://example.org/x?y=1&z#c" };
const known = {
  termOf: (iri) => Object.keys(terms).find((n) => terms[n] === iri) || null,
  iriOf: (n) => terms[n],
  steps: (n) => ({ n0: 4, n1: 2 })[n] || 0,
  hasClaim: (id) => id === "lip:C001",
};

test("every view comes back from its link", () => {
  const views = [
    {},
    { lip: true },
    { cause: "n0", step: 3, lip: true },
    { cause: "n0", step: 0, lip: false, other: "n1", node: "n2", claim: "lip:C001" },
    { without: ["n1", "n2"], only: true, lang: "ko", lay: true, theme: "mono" },
  ];
  for (const change of views) {
    const view = { ...plainView(), ...change };
    assert.deepEqual(readLink(writeLink(view, known), known), view);
  }
});

test("what is not known, of another version, or out of range is left out", () => {
  assert.deepEqual(readLink("", known), plainView());
  assert.deepEqual(readLink("#v=2&cause=lip:A&step=2", known), plainView());
  const odd = readLink("#v=1&cause=lip:A&step=99&vs=lip:A&node=constructor&claim=__proto__&without=lip:B,lip:B,toString&lang=xx&theme=neon&only=yes", known);
  assert.deepEqual(odd, { ...plainView(), cause: "n0", step: 0, lip: true, without: ["n1"] });
  for (const step of ["0", "-1", "1.5", "NaN", "Infinity", "1e9", ""]) assert.equal(readLink(`#v=1&cause=lip:A&step=${step}`, known).step, 0);
});

test("a link never grows without bound", () => {
  const many = { ...known, termOf: (iri) => iri || null };
  const view = readLink(`#v=1&without=${Array.from({ length: 500 }, (_, i) => `t${i}`).join(",")}`, many);
  assert.equal(view.without.length, 20);
});

test("undo goes back, redo forth, a new view forgets what was taken back", () => {
  const past = new Past();
  assert.equal(past.back("#c"), null);
  past.leave("#a");
  past.leave("#b");
  assert.equal(past.back("#c"), "#b");
  assert.equal(past.back("#b"), "#a");
  assert.equal(past.forth("#a"), "#b");
  assert.equal(past.forth("#b"), "#c");
  assert.equal(past.forth("#c"), null);
  past.back("#c");
  past.leave("#b");
  assert.equal(past.forth("#d"), null);
  for (let i = 0; i < 500; i += 1) past.leave(`#${i}`);
  assert.equal(past.before.length, 200);
});
