/** @typedef {{id:string,label:Record<string,string>,drafts:string[],kind:string,column:number|null,colour:string,shown:boolean,definition:string,words:string[][],by:string[],sites:[string,boolean][],sources:string[],wide:number[]|null,tall:number[]|null}} Term */
/** @typedef {{s:string|null,r:string,o:string|null,value:string,q:string,strength:string,disputed:boolean,inferred:boolean,supported:boolean,measured:boolean,n:number,link:string,text:string,items:string[][],open:string[],fields:string[][]}} Claim */
/** @typedef {{a:string,b:string,role:string,strength:string,disputed:boolean,thin:boolean,reviewed:boolean,claims:string[]}} Line */
/** @typedef {{part:string,title:string,sentences:string[],terms:string[],claims:string[],caveats:string[]}} StoryStep */

/** @typedef {{cause:string,routes:string[][][],steps:StoryStep[]}} Story */

/** The value that Python packed: deflated JSON in base64. @param {string} text */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

export const DATA = await unpacked(/** @type {HTMLElement} */ (document.getElementById("payload")).textContent || "");
/** @type {Record<string, Term>} */
export const TERMS = DATA.terms;
/** @type {Record<string, Claim>} */
export const CLAIMS = DATA.claims;
/** @type {Line[]} */
export const LINES = DATA.lines;
export const BY_IRI = new Map(Object.entries(TERMS).map(([n, t]) => [t.id, n]));
/** The sources by id, as the list of references states them.
 * @type {Record<string, {title:string,authors:string,year:string,in:string,link:string,kind:string,seen:string,group:string}>} */
export const SOURCES = Object.fromEntries([...document.querySelectorAll(".references li")].map((li) => {
  const said = (/** @type {string} */ tag) => li.querySelector(tag)?.textContent || "";
  const id = li.getAttribute("data-id") || `src:${li.id.slice(4)}`;
  return [id, { title: said("cite"), authors: said("b"), year: said("time"), in: said("i"), seen: said("q"), link: li.querySelector("a")?.getAttribute("href") || "", kind: li.getAttribute("data-kind") || "", group: li.getAttribute("data-voice") || id }];
}));
/** @type {import("./reach.js").Arrows} */
export const ARROWS = DATA.arrows;
/** @type {Story[]} */
export const STORIES = DATA.stories;
export const CAUSES = Object.keys(TERMS).filter((n) => TERMS[n].kind === "Cause");
export const COLUMN_COLOURS = ["cause", "tissue", "movement", "sign", "care"];

for (const story of STORIES) {
  for (const step of story.steps) step.sentences = step.sentences.map((/** @type {string|number} */ s) => (typeof s === "number" ? CLAIMS[step.claims[s]].text : s));
}

/** The story of a cause, null where it has none. @param {string|null} cause */
export function storyOf(cause) {
  return STORIES.find((s) => s.cause === cause) || null;
}

/** The claims that name a term, by whether it is their subject. @param {string} n */
export function claimsAbout(n) {
  const ids = Object.keys(CLAIMS).sort();
  return {
    into: ids.filter((i) => CLAIMS[i].o === n && CLAIMS[i].s !== n),
    from: ids.filter((i) => CLAIMS[i].s === n),
  };
}

/** @param {string} n the name of a term's colour and mark */
export function colourOf(n) {
  return TERMS[n].colour;
}
