import { TERMS } from "./data.js";
import { byId, el } from "./dom.js";
import { ranked } from "./naming.js";
import { kindName, marked, word } from "./words.js";

/** Wires the search field: type, arrows, Enter, Escape. @param {(n:string)=>void} open */
export function startSearch(open) {
  const field = /** @type {HTMLInputElement} */ (byId("search"));
  const list = byId("hits");
  let at = 0;
  /** @type {string[]} */
  let hits = [];
  const hide = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const show = () => {
    hits = ranked(TERMS, field.value, 12);
    at = Math.max(0, Math.min(at, hits.length - 1));
    list.replaceChildren(...hits.map((n, i) => el("li", { role: "option", id: `hit${i}`, "aria-selected": String(i === at), onmousedown: (/** @type {Event} */ e) => { e.preventDefault(); choose(i); } }, `${marked(n)} · ${kindName(TERMS[n].kind)}`)));
    if (!hits.length) list.replaceChildren(el("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, word("none")));
    list.hidden = !field.value.trim();
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (hits.length) field.setAttribute("aria-activedescendant", `hit${at}`);
  };
  const choose = (/** @type {number} */ i) => {
    if (!hits[i]) return;
    field.value = "";
    hide();
    field.blur();
    open(hits[i]);
  };
  field.addEventListener("input", () => { at = 0; show(); });
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      at = (at + (e.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(hits.length, 1);
      show();
      e.preventDefault();
    } else if (e.key === "Enter") choose(at);
    else if (e.key === "Escape") { field.value = ""; hide(); field.blur(); }
    e.stopPropagation();
  });
}
