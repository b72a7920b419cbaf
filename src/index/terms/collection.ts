import { widened } from '../grouping/lists.ts';
import { Marks } from '../grouping/marks.ts';
import { Runs } from '../grouping/runs.ts';
import type { Paused } from '../paused.ts';
import { ofAll, ofWords } from './steps.ts';
import type { Counts } from './vectors.ts';

/** Weights are whole numbers, so that a sum of them is the same in any order. */
const FREQUENCY = 128;
const RARITY = 256;
/** Lengths are rounded to so many steps for each doubling. */
const LENGTHS = 256;

function frequencyOf(count: number): number {
  return Math.round(FREQUENCY * Math.log1p(count));
}

/**
 * Documents that come, change and go, weighed as `vectorsOf` does: TF-IDF with sublinear term frequency. Counts of
 * documents go in steps and lengths are rounded, so that a document that comes changes the weights of few others.
 */
export class Collection {
  readonly #runs = new Runs([new Int32Array(), new Uint16Array()] as const);
  #lengths = new Float64Array();
  #isThere = new Uint8Array();
  #count = 0;
  #countInSteps = -1;
  /** Of each term how many documents have it, and the square of its rarity. */
  #having = new Int32Array();
  #rarity = new Float64Array();
  readonly #counted = new Marks();
  readonly #set = new Marks();
  /** Documents of which all pairs may be more or less alike than before the last {@link settle}. */
  readonly moved = new Marks();
  /** Documents that have a term that weighs otherwise: two of these may be more or less alike. */
  readonly touched = new Marks();

  /** Puts a document in, in the place of the one of this number; `undefined` takes it out. */
  set(document: number, counts: Counts | undefined): void {
    this.#lengths = widened(this.#lengths, document + 1);
    this.#isThere = widened(this.#isThere, document + 1);
    this.#count += Number(counts !== undefined) - this.#isThere[document]!;
    this.#isThere[document] = Number(counts !== undefined);
    const [terms] = this.#runs.columns;
    for (let at = this.#runs.startOf(document); at < this.#runs.endOf(document); at++) this.#countTerm(terms[at]!, -1);
    const its = counts?.terms ?? [];
    for (let i = 0; i < its.length; i++) this.#countTerm(its[i]!, 1);
    const frequencies = Array.from(counts?.counts ?? [], frequencyOf);
    this.#runs.set(document, its, frequencies);
    this.#set.add(document);
  }

  /** Whether a document is as it would be with these counts. */
  isSame(document: number, { terms, counts }: Counts): boolean {
    if (this.#isThere[document] !== 1 || this.#runs.sizeOf(document) !== terms.length) return false;
    const start = this.#runs.startOf(document);
    const [its, frequencies] = this.#runs.columns;
    return terms.every((term, i) => its[start + i] === term && frequencies[start + i] === frequencyOf(counts[i]!));
  }

  #countTerm(term: number, by: number): void {
    if (term >= this.#having.length) {
      this.#having = widened(this.#having, term + 1);
      this.#rarity = widened(this.#rarity, this.#having.length);
    }
    this.#having[term]! += by;
    this.#counted.add(term);
  }

  /** Weighs what came, and what it makes otherwise. */
  *settle(): Paused<void> {
    this.moved.clear();
    this.touched.clear();
    const others = new Marks();
    const all = ofAll(this.#count);
    const weigh = (term: number) => {
      const rarity = Math.round(RARITY * Math.log(1 + all / (1 + ofWords(this.#having[term]!)))) ** 2;
      if (rarity === this.#rarity[term]) return;
      this.#rarity[term] = rarity;
      others.add(term);
    };
    if (all === this.#countInSteps) for (const term of this.#counted.list) weigh(term);
    else for (let term = 0; term < this.#having.length; term++) weigh(term);
    this.#countInSteps = all;
    this.#counted.clear();
    yield;
    for (const document of this.#set.list) {
      this.#lengths[document] = this.#lengthOf(document);
      this.moved.add(document);
      yield;
    }
    for (let document = 0; document < this.#isThere.length && others.list.length > 0; document++) {
      if (this.#isThere[document] === 0 || this.#set.has(document) || !this.#hasOf(document, others)) continue;
      yield;
      this.touched.add(document);
      const length = this.#lengthOf(document);
      if (length === this.#lengths[document]) continue;
      this.#lengths[document] = length;
      this.moved.add(document);
    }
    this.#set.clear();
  }

  #hasOf(document: number, others: Marks): boolean {
    const [terms] = this.#runs.columns;
    const end = this.#runs.endOf(document);
    for (let at = this.#runs.startOf(document); at < end; at++) if (others.has(terms[at]!)) return true;
    return false;
  }

  #lengthOf(document: number): number {
    const [terms, frequencies] = this.#runs.columns;
    const end = this.#runs.endOf(document);
    let squares = 0;
    for (let at = this.#runs.startOf(document); at < end; at++)
      squares += frequencies[at]! * frequencies[at]! * this.#rarity[terms[at]!]!;
    return squares === 0 ? 1 : 2 ** (Math.round((LENGTHS * Math.log2(squares)) / 2) / LENGTHS);
  }

  /** The terms of a document that weigh most, of equal ones the first by `order`. */
  heaviest(document: number, count: number, order: (a: number, b: number) => number): readonly number[] {
    const [terms, frequencies] = this.#runs.columns;
    const its: { readonly term: number; readonly weight: number }[] = [];
    for (let at = this.#runs.startOf(document); at < this.#runs.endOf(document); at++) {
      const term = terms[at]!;
      its.push({ term, weight: frequencies[at]! * frequencies[at]! * this.#rarity[term]! });
    }
    return its
      .sort((a, b) => b.weight - a.weight || order(a.term, b.term))
      .slice(0, count)
      .map(({ term }) => term);
  }

  /** How like two documents are: the cosine of their vectors, within a hundredth. */
  cosine(a: number, b: number): number {
    const [terms, frequencies] = this.#runs.columns;
    const rarity = this.#rarity;
    const [endOfA, endOfB] = [this.#runs.endOf(a), this.#runs.endOf(b)];
    let sum = 0;
    for (let i = this.#runs.startOf(a), j = this.#runs.startOf(b); i < endOfA && j < endOfB; ) {
      const apart = terms[i]! - terms[j]!;
      if (apart === 0) {
        sum += frequencies[i]! * frequencies[j]! * rarity[terms[i]!]!;
        i++;
        j++;
      } else if (apart < 0) i++;
      else j++;
    }
    return Math.min(1, sum / (this.#lengths[a]! * this.#lengths[b]!));
  }
}
