/** The names of the folders of tickets. */

/** A name for the folder of a ticket: its key where that is plain, else made plain and told apart by a number. */
export class Slugs {
  readonly #taken = new Map<string, string>();
  readonly #byKey = new Map<string, string>();

  of(key: string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const plain =
      key
        .replace(/[^A-Za-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'ticket';
    let slug = plain;
    // Folders of some systems do not tell A from a.
    for (let n = 2; this.#taken.has(slug.toLowerCase()); n++) slug = `${plain}-${n}`;
    this.#taken.set(slug.toLowerCase(), key);
    this.#byKey.set(key, slug);
    return slug;
  }
}
