/** Finds which of many texts stand in another, in one pass over it: a rolling hash of their first characters. */
export class TextSearch {
  /** By their first characters and their length: values of one kind often begin alike. */
  private readonly byStart = new Map<string, Map<number, Set<string>>>();
  private readonly mayStart = new Uint8Array(TABLE);

  /** Texts of at least eight characters; shorter ones are left out. */
  constructor(texts: Iterable<string>) {
    for (const text of texts) if (text.length >= WINDOW) this.add(text);
  }

  /** Each text that stands in it, once. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    let hash = hashOf(text.slice(0, WINDOW));
    for (let at = 0; at + WINDOW <= text.length; at++) {
      if (this.mayStart[slot(hash)] === 1) this.collect(text, at, found);
      const without = hash - Math.imul(text.charCodeAt(at), LEADING);
      hash = (Math.imul(without, BASE) + text.charCodeAt(at + WINDOW)) | 0;
    }
    return found;
  }

  private add(text: string): void {
    const start = text.slice(0, WINDOW);
    this.mayStart[slot(hashOf(start))] = 1;
    const byLength = this.byStart.get(start) ?? new Map<number, Set<string>>();
    this.byStart.set(start, byLength.set(text.length, (byLength.get(text.length) ?? new Set()).add(text)));
  }

  private collect(text: string, at: number, found: Set<string>): void {
    for (const [length, known] of this.byStart.get(text.slice(at, at + WINDOW)) ?? []) {
      const here = text.slice(at, at + length);
      if (known.has(here)) found.add(here);
    }
  }
}

// --- internal ---

const WINDOW = 8;
const TABLE = 1 << 20;
const BASE = 16_777_619;
/** What the first character of a window counts. */
const LEADING = Array.from({ length: WINDOW - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

const slot = (hash: number): number => (hash ^ (hash >>> 12)) & (TABLE - 1);

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}
