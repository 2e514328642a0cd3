import { DATA } from "./data.js";
import { byId, el } from "./dom.js";
import { language, word } from "./words.js";

/** What a key does. Each returns nothing. @typedef {Record<string, () => void>} Deeds */

/** Listens for keys. Letters and arrows work unless something is being typed; Ctrl+Z and Ctrl+Y too.
 * @param {() => Deeds} deeds what the keys do in the view of the moment */
export function startKeys(deeds) {
  document.addEventListener("keydown", (e) => {
    const typing = e.target instanceof Element && e.target.matches("input, select, textarea, [contenteditable]");
    if (typing || e.altKey || document.querySelector("dialog[open]")) return;
    const pressing = e.target instanceof Element && e.target.matches("button, a, summary");
    const name = e.ctrlKey || e.metaKey ? `Ctrl+${e.shiftKey ? "Shift+" : ""}${e.key.toUpperCase()}` : e.key.length === 1 ? e.key.toUpperCase() : e.key;
    if ((name === " " || name === "Enter") && pressing) return;
    const deed = deeds()[name];
    if (!deed) return;
    e.preventDefault();
    deed();
  });
}

/** Shows the list of keys in the language in use. */
export function showKeys() {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys"));
  const rows = DATA.keys.flatMap((/** @type {string[]} */ [keys, en, ko]) => [
    el("dt", null, ...keys.split(/\s+/).flatMap((k) => [el("kbd", null, k), " "])),
    el("dd", null, language.now === "ko" ? ko : en),
  ]);
  byId("keylist").replaceChildren(...rows);
  byId("keytitle").textContent = word("keysTitle");
  if (!dialog.open) dialog.showModal();
}
