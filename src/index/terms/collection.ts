import { widened } from '../grouping/growing.ts';
import { Marks } from '../grouping/marks.ts';
import { Runs } from '../grouping/runs.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { ofAll, ofWords } from './steps.ts';
import type { Counts } from './vectors.ts';

/** Weights are whole numbers, so that a sum of them is the same in any order. */
const FREQUENCY = 128;
const RARITY = 256;
/** Lengths are rounded to so many steps for each doubling. */
const LENGTHS = 256;

/** So many documents are looked through, then others have their turn. */
const OFTEN = 512;

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
  /** The document whose weights lie open, by term; -1 for none. */
  #open = -1;
  #weights = new Float64Array();
  readonly #counted = new Marks();
  readonly #set = new Marks();
  /** Documents of which all pairs may be more or less alike than before the last {@link settle}. */
  readonly moved = new Marks();
  /** Documents that have a term that weighs otherwise: two of these may be more or less alike. */
  readonly touched = new Marks();

  /** All that stays after {@link settle}. */
  carried(by: Carrier): void {
    this.#runs.carried(by);
    this.#lengths = by.column(this.#lengths);
    this.#isThere = by.column(this.#isThere);
    this.#count = by.number(this.#count);
    this.#countInSteps = by.number(this.#countInSteps);
    this.#having = by.column(this.#having);
    this.#rarity = by.column(this.#rarity);
    this.#weights = widened(this.#weights, this.#having.length);
    if (!by.isBack) return;
    mustBeWithin(this.#runs.columns[0], this.#having.length);
    mustHold(this.#rarity.length >= this.#having.length);
    mustBeWithin(this.#isThere, 2);
    // Columns of different kinds grow by different steps: only what is there has a length.
    mustHold(this.#isThere.lastIndexOf(1) < this.#lengths.length);
  }

  /** Puts a document in, in the place of the one of this number; `undefined` takes it out. */
  set(document: number, counts: Counts | undefined): void {
    this.#opened(-1);
    this.#lengths = widened(this.#lengths, document + 1);
    this.#isThere = widened(this.#isThere, document + 1);
    this.#count += Number(counts !== undefined) - this.#isThere[document]!;
    this.#isThere[document] = Number(counts !== undefined);
    const [terms] = this.#runs.columns;
    for (let at = this.#runs.startOf(document); at < this.#runs.endOf(document); at++) this.#countTerm(terms[at]!, -1);
    const its = counts?.terms ?? [];
    for (let i = 0; i < its.length; i++) this.#countTerm(its[i]!, 1);
    const frequencies = new Uint16Array(its.length);
    for (let i = 0; i < its.length; i++) frequencies[i] = frequencyOf(counts!.counts[i]!);
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
      this.#weights = widened(this.#weights, this.#having.length);
    }
    this.#having[term]! += by;
    this.#counted.add(term);
  }

  /** Weighs what came, and what it makes otherwise. */
  *settle(): Paused<void> {
    this.#opened(-1);
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
    if (others.list.length > 0) yield* this.#touch(others.list);
    this.#set.clear();
  }

  /** Weighs the documents anew that have some of the terms. */
  *#touch(others: readonly number[]): Paused<void> {
    const isOther = new Uint8Array(this.#having.length);
    for (const term of others) isOther[term] = 1;
    const [terms] = this.#runs.columns;
    for (let document = 0; document < this.#isThere.length; document++) {
      if (this.#isThere[document] === 0 || this.#set.has(document)) continue;
      const end = this.#runs.endOf(document);
      let at = this.#runs.startOf(document);
      while (at < end && isOther[terms[at]!] === 0) at++;
      if (document % OFTEN === 0) yield;
      if (at === end) continue;
      this.touched.add(document);
      const length = this.#lengthOf(document);
      if (length === this.#lengths[document]) continue;
      this.#lengths[document] = length;
      this.moved.add(document);
    }
  }

  #lengthOf(document: number): number {
    const [terms, frequencies] = this.#runs.columns;
    const end = this.#runs.endOf(document);
    let squares = 0;
    for (let at = this.#runs.startOf(document); at < end; at++)
      squares += frequencies[at]! * frequencies[at]! * this.#rarity[terms[at]!]!;
    return squares === 0 ? 1 : 2 ** (Math.round((LENGTHS * Math.log2(squares)) / 2) / LENGTHS);
  }

  /** The terms of a document that weigh most, of equal ones the first by `order`; they are in no order. */
  heaviest(document: number, count: number, order: (a: number, b: number) => number): readonly number[] {
    const [start, end] = [this.#runs.startOf(document), this.#runs.endOf(document)];
    const [of, frequencies] = this.#runs.columns;
    const terms: number[] = [];
    for (let at = start; at < end; at++) terms.push(of[at]!);
    if (terms.length <= count) return terms;
    const weights = new Float64Array(terms.length);
    for (let i = 0; i < terms.length; i++) weights[i] = frequencies[start + i]! ** 2 * this.#rarity[terms[i]!]!;
    const least = weights.slice().sort().at(-count)!;
    const heavier = terms.filter((_, i) => weights[i]! > least);
    const equal = terms.filter((_, i) => weights[i] === least).sort(order);
    return [...heavier, ...equal.slice(0, count - heavier.length)];
  }

  /** How like two documents are: the cosine of their vectors, within a hundredth. Asked of one `a` after the other it is cheap. */
  cosine(a: number, b: number): number {
    if (this.#open === b && a !== b) return this.cosine(b, a);
    if (this.#open !== a) this.#opened(a);
    const [terms, frequencies] = this.#runs.columns;
    const weights = this.#weights;
    const end = this.#runs.endOf(b);
    let sum = 0;
    for (let at = this.#runs.startOf(b); at < end; at++) sum += frequencies[at]! * weights[terms[at]!]!;
    return Math.min(1, sum / (this.#lengths[a]! * this.#lengths[b]!));
  }

  /** Lays the weights of a document out by term, or only takes away what lies there. */
  #opened(document: number): void {
    const [terms, frequencies] = this.#runs.columns;
    const weights = this.#weights;
    if (this.#open >= 0) {
      const end = this.#runs.endOf(this.#open);
      for (let at = this.#runs.startOf(this.#open); at < end; at++) weights[terms[at]!] = 0;
    }
    this.#open = document;
    const end = this.#runs.endOf(document);
    for (let at = this.#runs.startOf(document); at < end; at++)
      weights[terms[at]!] = frequencies[at]! * this.#rarity[terms[at]!]!;
  }
}
