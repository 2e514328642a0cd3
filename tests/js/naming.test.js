import assert from "node:assert/strict";
import { test } from "node:test";
import { everyday, fillIn, nameOf, ranked } from "../../graph/lipdrift/views/page/js/naming.js";

const shadow = { label: { en: "moustache shadow", ko: "콧수염 그림자" }, drafts: ["ko"], words: [["filler moustache", "en", "lay"], ["upper lip fullness", "en", "clinical"]] };
const gravity = { label: { en: "gravity" }, drafts: [], words: [] };

test("values stand wherever the text names them", () => {
  assert.equal(fillIn("{1} of {0}, {1}", [3, "x"]), "x of 3, x");
  assert.equal(fillIn("{0}", ["{1}", "no"]).includes("{0}"), false);
});

test("a draft says so, a missing name falls back to English and says so", () => {
  assert.deepEqual(nameOf(shadow, "ko", false), { text: "콧수염 그림자", draft: true, missing: false, lang: "ko", lay: false });
  assert.deepEqual(nameOf(gravity, "ko", false), { text: "gravity", draft: false, missing: true, lang: "en", lay: false });
  assert.equal(nameOf(shadow, "en", false).draft, false);
});

test("everyday words are used only where they are known in that language", () => {
  assert.equal(everyday(shadow, "en"), "filler moustache");
  assert.equal(nameOf(shadow, "en", true).text, "filler moustache");
  assert.equal(nameOf(shadow, "ko", true).text, "콧수염 그림자");
  assert.equal(nameOf(gravity, "en", true).text, "gravity");
  const movement = { label: { en: "lip muscle movement" }, drafts: [], words: [["eating", "en", "lay"], ["smiling", "en", "lay"]] };
  assert.equal(nameOf(movement, "en", true).text, "lip muscle movement");
});

test("search finds every name in every language, beginnings first", () => {
  const terms = { a: gravity, b: shadow, c: { label: { en: "shadow play" }, drafts: [], words: [] } };
  assert.deepEqual(ranked(terms, "shadow", 9), ["c", "b"]);
  assert.deepEqual(ranked(terms, "그림자", 9), ["b"]);
  assert.deepEqual(ranked(terms, "UPPER lip", 9), ["b"]);
  assert.deepEqual(ranked(terms, "  ", 9), []);
  assert.deepEqual(ranked(terms, "a", 1).length, 1);
});
