/** The views that were, and those taken back: links, newest last. */
export class Past {
  constructor() {
    /** @type {string[]} */
    this.before = [];
    /** @type {string[]} */
    this.after = [];
  }

  /** Notes the view that is left for a new one. @param {string} link */
  leave(link) {
    this.before.push(link);
    if (this.before.length > 200) this.before.shift();
    this.after = [];
  }

  /** The view before, null where there is none. @param {string} now */
  back(now) {
    const link = this.before.pop();
    if (link === undefined) return null;
    this.after.push(now);
    return link;
  }

  /** The view that was taken back last, null where there is none. @param {string} now */
  forth(now) {
    const link = this.after.pop();
    if (link === undefined) return null;
    this.before.push(now);
    return link;
  }
}
