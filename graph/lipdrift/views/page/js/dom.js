/** An element with attributes and children; text only ever becomes text.
 * @param {string} tag @param {Record<string, any>|null} attributes @param {...(Node|string|null|undefined|false)} children */
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((c) => c !== null && c !== undefined && c !== false).map((c) => /** @type {Node|string} */ (c)));
  return made;
}

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** A list that is chosen from at once by pointer, and by Enter or leaving it by keyboard: letters typed to find an
 * entry never reach the page. @param {HTMLSelectElement} list @param {(value:string)=>void} choose */
export function chooser(list, choose) {
  let typed = false;
  const commit = () => { typed = false; choose(list.value); };
  list.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && typed) { e.preventDefault(); list.blur(); } else if (e.key !== "Tab") typed = true;
  });
  list.addEventListener("pointerdown", () => { typed = false; });
  list.addEventListener("change", () => { if (!typed) { list.blur(); commit(); } });
  list.addEventListener("blur", () => { if (typed) commit(); });
  return list;
}

const PATHS = {
  cause: "M12 3 22 20H2Z",
  tissue: "M7 3h10l5 9-5 9H7L2 12Z",
  movement: "M12 2l10 10-10 10L2 12Z",
  sign: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  care: "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z",
  place: "M4 4h16v16H4Z",
};

/** The mark of a column, so that colour is never the only sign. @param {string} name */
export function mark(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[/** @type {keyof PATHS} */ (name)]);
  path.setAttribute("fill", `var(--${name})`);
  svg.append(path);
  return svg;
}

export const MARKS = Object.fromEntries(Object.entries(PATHS).map(([name, d]) => [name, new Path2D(d)]));
