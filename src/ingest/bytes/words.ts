import { grown } from '../../domain/growth.ts';

/**
 * The distinct values of a column, numbered in the order in which they come. A cell is looked up by its bytes, so
 * that a million cells which say "Closed" cost one string; the bytes become text once the encoding of the file is known.
 */
export class WordIndex {
  #count = 0;
  #mask = 1023;
  #slots = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(512);
  #offsets = new Uint32Array(513);
  #bytes = new Uint8Array(8192);

  /** How many distinct values there are. */
  get size(): number {
    return this.#count;
  }

  /** The number of the value `bytes[start, end)`, a new one where it was not seen yet. */
  add(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const code = this.#slots[slot]!;
      if (code < 0) break;
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & this.#mask;
    }
    return this.#insert(slot, hash, bytes, start, end);
  }

  /** All values as text, by number. */
  decode(decoder: TextDecoder): string[] {
    const words: string[] = [];
    for (let code = 0; code < this.#count; code++) {
      words.push(decoder.decode(this.#bytes.subarray(this.#offsets[code], this.#offsets[code + 1])));
    }
    return words;
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = this.#offsets[code]!;
    if (this.#offsets[code + 1]! - offset !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.#bytes[offset + i] !== bytes[start + i]) return false;
    return true;
  }

  #insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.#count++;
    if (code + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, code + 2);
    if (code + 1 > this.#hashes.length) this.#hashes = grown(this.#hashes, code + 1);
    const offset = this.#offsets[code]!;
    if (offset + end - start > this.#bytes.length) this.#bytes = grown(this.#bytes, offset + end - start);
    this.#bytes.set(bytes.subarray(start, end), offset);
    this.#offsets[code + 1] = offset + end - start;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.#count * 2 > this.#mask) this.#rehash();
    return code;
  }

  #rehash(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(-1);
    for (let code = 0; code < this.#count; code++) {
      const hash = this.#hashes[code]!;
      let slot = (hash ^ (hash >>> 15)) & this.#mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = code;
    }
  }
}
