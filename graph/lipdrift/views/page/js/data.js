/** @typedef {{id:string,label:Record<string,string>,drafts:string[],kind:string,column:number|null,colour:string,shown:boolean,definition:string,words:string[][],by:string[],sites:[string,boolean][],sources:string[],wide:number[]|null,tall:number[]|null}} Term */
/** @typedef {{s:string|null,r:string,o:string|null,value:string,q:string,strength:string,disputed:boolean,inferred:boolean,supported:boolean,n:number,link:string,text:string,items:string[][],open:string[],fields:string[][]}} Claim */
/** @typedef {{a:string,b:string,role:string,strength:string,disputed:boolean,thin:boolean,claims:string[]}} Line */
/** @typedef {{part:string,title:string,sentences:string[],terms:string[],claims:string[],caveats:string[]}} StoryStep */

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
export const COLUMN_COLOURS = ["cause", "tissue", "movement", "sign", "care"];

for (const story of DATA.stories) {
  for (const step of story.steps) step.sentences = step.sentences.map((/** @type {string|number} */ s) => (typeof s === "number" ? CLAIMS[step.claims[s]].text : s));
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
