import type { TaggerDocument } from './document.ts';
import { acronymsOf } from './forms.ts';
import { mix } from './hash.ts';
import { type Chunk, LABELS, mayEnd, mayStart, OUTSIDE, readLabels } from './labels.ts';
import { Case } from './words.ts';

/** No token has more echo features than this. */
export const MOST_ECHOES = 16;

const TYPES = OUTSIDE >> 2;

/**
 * What a first reading of a document says of a word elsewhere in it, as features of a second reading: an article
 * rarely uses one name in two senses (Krishnan & Manning 2006, "An effective two-stage model for exploiting
 * non-local dependencies in named entity recognition").
 */
export class EchoFeatures {
  readonly #document: TaggerDocument;
  readonly #labels: Uint8Array;
  /** Per word how often the first reading gave it each label. */
  readonly #counts = new Map<number, Uint16Array>();
  /** Per pair of neighbours how often they stand in one name, by type, and (last) how often not. */
  readonly #pairs = new Map<number, Uint16Array>();
  /** Last words of people's names of two words and more; first words of them; acronyms of organizations. */
  readonly #lastNames = new Set<number>();
  readonly #firstNames = new Set<number>();
  readonly #acronyms = new Set<string>();

  constructor(document: TaggerDocument, labels: Uint8Array) {
    this.#document = document;
    this.#labels = labels;
    const { words } = document;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (!isName(word.case)) continue;
      count(this.#counts, word.lowerHash, LABELS, labels[i]!);
      if (i + 1 < words.length && isName(words[i + 1]!.case))
        count(this.#pairs, mix(word.lowerHash, words[i + 1]!.lowerHash), TYPES + 1, joined(labels, i));
    }
    for (const chunk of readLabels(labels)) this.#note(chunk);
  }

  #note({ first, end, type }: Chunk): void {
    const { words } = this.#document;
    if (type === 0 && end > first + 1) {
      this.#lastNames.add(words[end - 1]!.lowerHash);
      this.#firstNames.add(words[first]!.lowerHash);
    }
    if (type !== 0 && end > first + 1) {
      const key = words.slice(first, end).map(({ lower }) => lower);
      for (const acronym of acronymsOf(key.join(' '))) this.#acronyms.add(acronym);
    }
  }

  /** Writes the features of token `i` to `out`; returns how many. */
  write(i: number, out: Int32Array): number {
    const { words } = this.#document;
    const word = words[i]!;
    if (!isName(word.case)) return 0;
    let n = 0;
    const own = this.#labels[i]!;
    const counts = this.#counts.get(word.lowerHash)!;
    let most = -1;
    let mostTimes = 0;
    let all = 0;
    const byType = [0, 0, 0, 0, 0];
    for (let b = 0; b < LABELS; b++) {
      const times = counts[b]! - (b === own ? 1 : 0);
      all += times;
      byType[b >> 2]! += times;
      if (times > mostTimes) {
        mostTimes = times;
        most = b;
      }
    }
    if (all > 0) {
      let type = 0;
      for (let t = 1; t <= TYPES; t++) if (byType[t]! > byType[type]!) type = t;
      const sure = byType[type]! === all ? 2 : byType[type]! * 2 > all ? 1 : 0;
      const much = Math.min(byType[type]!, 4);
      out[n++] = mix(200, (type << 8) | (sure << 4) | much);
      out[n++] = mix(201, (type << 16) | (own << 8) | (sure << 4) | much);
      out[n++] = mix(202, (most << 4) | Math.min(mostTimes, 3));
    }
    out[n++] = mix(203, (own << 4) | Math.min(all, 3));
    n = this.#writePair(i, 204, out, n);
    n = this.#writePair(i - 1, 205, out, n);
    if (this.#lastNames.has(word.lowerHash)) out[n++] = mix(206, own);
    if (this.#firstNames.has(word.lowerHash)) out[n++] = mix(207, own);
    if (word.case === Case.Upper && this.#acronyms.has(word.lower.replaceAll('.', ''))) out[n++] = mix(208, own);
    return n;
  }

  #writePair(i: number, template: number, out: Int32Array, from: number): number {
    const { words } = this.#document;
    if (i < 0 || i + 1 >= words.length) return from;
    const counts = this.#pairs.get(mix(words[i]!.lowerHash, words[i + 1]!.lowerHash));
    if (!counts || !isName(words[i]!.case) || !isName(words[i + 1]!.case)) return from;
    const own = joined(this.#labels, i);
    let most = -1;
    let times = 0;
    for (let t = 0; t <= TYPES; t++) {
      const others = counts[t]! - (t === own ? 1 : 0);
      if (others > times) {
        times = others;
        most = t;
      }
    }
    if (most < 0) return from;
    out[from] = mix(template, (most << 8) | (own << 4) | Math.min(times, 3));
    return from + 1;
  }
}

/** The type of the name that tokens `i` and `i + 1` share, or `TYPES` when they share none. */
function joined(labels: Uint8Array, i: number): number {
  const [a, b] = [labels[i]!, labels[i + 1]!];
  return a === OUTSIDE || mayEnd(a) || mayStart(b) ? TYPES : a >> 2;
}

function isName(kind: Case): boolean {
  return kind >= Case.Title && kind <= Case.Mixed;
}

function count(counts: Map<number, Uint16Array>, key: number, size: number, at: number): void {
  let row = counts.get(key);
  if (!row) {
    row = new Uint16Array(size);
    counts.set(key, row);
  }
  row[at]!++;
}
