import type { Span } from '../model.ts';
import { Finder, type Found } from './finder.ts';
import { marksOf } from './marks.ts';
import { readQuery } from './query.ts';
import { atOnce, type Paused } from './slices.ts';
import { Store } from './store.ts';
import { ANY_FIELD } from './terms.ts';

/** What is found among texts: records as in {@link Found}, and what of a text matched. */
export interface TextHits extends Found {
  marks(text: string): readonly Span[];
}

const GROUP = 0;

/** Searches plain texts by the same words, signs and ranks as the panes; fields mean nothing here. */
export class TextSearch {
  readonly #store: Store;
  readonly #finder: Finder;

  /** @param weights how much each field of a text weighs, 0 to 1 */
  constructor(weights: readonly number[] = [1]) {
    this.#store = new Store(weights);
    this.#finder = new Finder(this.#store);
  }

  /** Adds a text, or one field after the other of several; gives its number, the next one. */
  add(...fields: readonly string[]): number {
    return this.#store.add(
      GROUP,
      fields.map((text, field) => ({ field, text })),
    );
  }

  /** Takes a text out. The numbers of the others stay. */
  remove(record: number): void {
    this.#store.remove(record);
  }

  /** Makes what was added and taken out searchable; a search does it too. */
  seal(): Paused<void> {
    return this.#store.seal();
  }

  /**
   * The texts that a query matches; null when it asks for nothing.
   *
   * @param enough where so many are found as typed, nothing with errors is looked for
   */
  *find(text: string, enough = 1): Paused<TextHits | null> {
    const { clauses } = readQuery(text);
    if (clauses.length === 0) return null;
    const terms = clauses.map((clause) =>
      clause.map(({ words, how, not }) => ({ words, how, not, fields: ANY_FIELD })),
    );
    const found = (yield* this.#finder.find(terms, [GROUP], enough)).get(GROUP);
    if (!found) return null;
    return { ...found, marks: (shown) => marksOf(shown, terms.flat(), found.reach) };
  }

  /** The same without pausing. */
  findNow(text: string, enough?: number): TextHits | null {
    return atOnce(this.find(text, enough));
  }
}
