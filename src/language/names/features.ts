import type { TaggerDocument } from './document.ts';
import { hashText, mix } from './hash.ts';
import { Case, type Word } from './words.ts';

/** No token has more context features than this. */
export const MOST_FEATURES = 64;

const EDGE = hashText('edge of the sentence');
const CONNECTORS = new Set(
  "of for de del da do di al el la le bin van von der the and & - '".split(' ').map((w) => hashText(w)),
);

/** The feature that a word `distance` tokens away (-2 to 2) has this feature of its own. */
export function wordFeature(feature: number, distance: number): number {
  return mix(feature, distance + 100);
}

/** The feature that there is no word `distance` tokens away. */
export function edgeFeature(distance: number): number {
  return mix(EDGE, distance);
}

/**
 * Features of a token that need more than one word: pairs and triples of neighbours, how the article writes the word,
 * and the run of capitals that the token stands in. One extractor serves one sentence at a time.
 */
export class ContextFeatures {
  #document!: TaggerDocument;
  #first = 0;
  #end = 0;
  #style = 0;
  /** Per token of the sentence: first token and end of the run of capitals it stands in; -1: in none. */
  readonly #runFirst: number[] = [];
  readonly #runEnd: number[] = [];

  /** Turns to a sentence. */
  enter(document: TaggerDocument, first: number, end: number, style: number): void {
    this.#document = document;
    this.#first = first;
    this.#end = end;
    this.#style = style;
    this.#findRuns();
  }

  #findRuns(): void {
    const { words } = this.#document;
    for (let i = this.#first; i < this.#end; i++) {
      this.#runFirst[i - this.#first] = -1;
      this.#runEnd[i - this.#first] = -1;
    }
    let i = this.#first;
    while (i < this.#end) {
      if (!startsName(words[i]!)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < this.#end) {
        if (startsName(words[end]!)) end++;
        else if (end + 1 < this.#end && isConnector(words[end]!) && startsName(words[end + 1]!)) end += 2;
        else if (
          end + 2 < this.#end &&
          isConnector(words[end]!) &&
          isConnector(words[end + 1]!) &&
          startsName(words[end + 2]!)
        )
          end += 3;
        else break;
      }
      this.#runFirst.fill(i, i - this.#first, end - this.#first);
      this.#runEnd.fill(end, i - this.#first, end - this.#first);
      i = end;
    }
  }

  /** Writes the features of token `i` to `out`; returns how many. */
  write(i: number, out: Int32Array): number {
    const { words, pos, habit } = this.#document;
    const word = words[i]!;
    const before = i > this.#first ? words[i - 1]! : null;
    const before2 = i - 1 > this.#first ? words[i - 2]! : null;
    const after = i + 1 < this.#end ? words[i + 1]! : null;
    const after2 = i + 2 < this.#end ? words[i + 2]! : null;
    let n = 0;

    const pos0 = pos[i]!;
    const posBefore = before ? pos[i - 1]! : 30;
    const posAfter = after ? pos[i + 1]! : 30;
    out[n++] = mix(100, pos0);
    out[n++] = mix(101, posBefore);
    out[n++] = mix(102, posAfter);
    out[n++] = mix(103, (posBefore << 10) | (pos0 << 5) | posAfter);

    const kind = word.case;
    const kindBefore = before ? before.case : 8;
    const kindAfter = after ? after.case : 8;
    out[n++] = mix(110, (kindBefore << 8) | (kind << 4) | kindAfter);
    out[n++] = mix(111, ((before2 ? before2.case : 8) << 8) | (kindBefore << 4) | kind);
    out[n++] = mix(112, (kind << 8) | (kindAfter << 4) | (after2 ? after2.case : 8));
    const where = before === null ? 1 : before.case === Case.Punctuation && before.text !== ',' ? 2 : 0;
    const manner = (this.#style << 8) | (where << 6) | (habit[i]! << 4) | kind;
    out[n++] = mix(113, manner);
    out[n++] = mix(114, mix(manner, word.coarse));
    out[n++] = mix(115, (habit[i]! << 8) | ((before ? habit[i - 1]! : 7) << 4) | (after ? habit[i + 1]! : 7));

    const coarseBefore = before ? before.coarse : -2;
    const coarseAfter = after ? after.coarse : -2;
    const hashBefore = before ? before.lowerHash : EDGE;
    const hashAfter = after ? after.lowerHash : EDGE;
    out[n++] = mix(122, mix(coarseBefore, word.coarse));
    out[n++] = mix(123, mix(word.coarse, coarseAfter));
    out[n++] = mix(124, mix(hashBefore, word.shape));
    out[n++] = mix(125, mix(word.shape, hashAfter));
    out[n++] = mix(126, mix(hashBefore, hashAfter));
    out[n++] = mix(127, mix(mix(coarseBefore, coarseAfter), kind));
    out[n++] = mix(128, mix(mix(before2 ? before2.lowerHash : EDGE, hashBefore), kind));
    out[n++] = mix(129, mix(mix(hashAfter, after2 ? after2.lowerHash : EDGE), kind));

    const runFirst = this.#runFirst[i - this.#first]!;
    if (runFirst >= 0) n = this.#writeRun(i, runFirst, this.#runEnd[i - this.#first]!, out, n);
    return n;
  }

  #writeRun(i: number, first: number, end: number, out: Int32Array, from: number): number {
    const { words } = this.#document;
    let n = from;
    const head = words[end - 1]!;
    const opening = words[first]!;
    const outerBefore = first > this.#first ? words[first - 1]! : null;
    const outerAfter = end < this.#end ? words[end]! : null;
    const place = (Math.min(i - first, 3) << 4) | Math.min(end - 1 - i, 3);
    const length = Math.min(end - first, 6);
    out[n++] = mix(140, (length << 8) | place);
    out[n++] = mix(141, head.lowerHash);
    out[n++] = mix(142, mix(head.coarse, place));
    out[n++] = mix(143, head.fine);
    out[n++] = mix(144, mix(opening.lowerHash, Math.min(i - first, 3)));
    out[n++] = mix(145, mix(opening.coarse, place));
    out[n++] = mix(146, mix(outerBefore ? outerBefore.lowerHash : EDGE, length));
    out[n++] = mix(147, mix(outerAfter ? outerAfter.lowerHash : EDGE, length));
    out[n++] = mix(148, outerBefore ? outerBefore.fine : EDGE);
    out[n++] = mix(149, outerAfter ? outerAfter.fine : EDGE);
    return n;
  }
}

function startsName({ case: kind }: Word): boolean {
  return kind >= Case.Title && kind <= Case.Mixed;
}

function isConnector({ lowerHash }: Word): boolean {
  return CONNECTORS.has(lowerHash);
}
