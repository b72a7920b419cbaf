import { widened } from '../grouping/growing.ts';
import { Marks } from '../grouping/marks.ts';
import { Runs } from '../grouping/runs.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { ofAll, ofWords } from '../terms/steps.ts';
import type { Counts } from '../terms/vectors.ts';
import { isFunctional } from '../terms/words.ts';

/** Words of a corpus are counted as if this many words of common English stood before it. */
const PRIOR = 3000;
/** The surprise of a word that is everywhere: it says nothing. */
const COMMONPLACE = 3.5;
const LEAST = 0.3;
/** Surprise is told in so many steps of a nat, so that a sum is the same in any order. */
export const STEPS = 256;

/** What each term says by how often it stands in articles that come and go: its surprise in nats, over a commonplace word's. */
export class Surprises {
  readonly #counts = new Runs([new Int32Array(), new Int32Array()] as const);
  #all = new Int32Array();
  #says = new Float64Array();
  #total = 0;
  #totalInSteps = -1;
  readonly #counted = new Marks();
  readonly #others = new Marks();

  /** All that stays after {@link settle}. */
  carried(by: Carrier): void {
    this.#counts.carried(by);
    this.#all = by.column(this.#all);
    this.#says = by.column(this.#says);
    this.#total = by.number(this.#total);
    this.#totalInSteps = by.number(this.#totalInSteps);
    if (!by.isBack) return;
    mustBeWithin(this.#counts.columns[0], this.#all.length);
    mustHold(this.#says.length >= this.#all.length);
  }

  /** Counts an article in the place of the one of this number; `undefined` takes it out. */
  set(article: number, counts: Counts | undefined): void {
    const [terms, its] = this.#counts.columns;
    for (let at = this.#counts.startOf(article); at < this.#counts.endOf(article); at++)
      this.#count(terms[at]!, -its[at]!);
    counts?.terms.forEach((term, i) => {
      this.#count(term, counts.counts[i]!);
    });
    this.#counts.set(article, counts?.terms ?? [], counts?.counts ?? []);
  }

  #count(term: number, by: number): void {
    if (term >= this.#all.length) {
      this.#all = widened(this.#all, term + 1);
      this.#says = widened(this.#says, this.#all.length);
    }
    this.#all[term]! += by;
    this.#total += by;
    this.#counted.add(term);
  }

  /** Works it out. @returns the terms that say otherwise than before, until the next time */
  settle(): Marks {
    this.#others.clear();
    const total = ofAll(this.#total);
    const say = (term: number) => {
      const share = (ofWords(this.#all[term]!) + PRIOR * (isFunctional(term) ? 0.008 : 0.0001)) / (total + PRIOR);
      const says = Math.round(STEPS * Math.max(LEAST, -Math.log(share) - COMMONPLACE)) / STEPS;
      if (says === this.#says[term]) return;
      this.#says[term] = says;
      this.#others.add(term);
    };
    if (total === this.#totalInSteps) for (const term of this.#counted.list) say(term);
    else for (let term = 0; term < this.#all.length; term++) say(term);
    this.#totalInSteps = total;
    this.#counted.clear();
    return this.#others;
  }

  of(term: number): number {
    return this.#says[term] ?? 0;
  }
}
