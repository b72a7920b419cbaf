import type { Index } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import type { Answer, Bookmarked, Searches } from './answer.ts';
import { atOnce, type Paused } from './slices.ts';

/**
 * A search that is built when it is first asked something: what is shown before needs none. What asks in slices has it
 * built in slices.
 */
export class SearchWhenAsked implements Searches {
  readonly #search: Searches;
  /** How many records there will be, more or less. */
  readonly #expected: number;
  /** What of the building is still to be done. */
  #building: Paused<void> | undefined;
  /** Whether it was built anew since: then the words it is warmed up with are searched in what is gone. */
  #anew = false;

  constructor(search: Searches, index: Index, links: Links) {
    this.#search = search;
    this.#expected = index.articles.length + index.entities.length + links.quotes.length + index.stories.length;
    this.#building = search.build(index, links);
  }

  get size(): number {
    return this.#building ? this.#expected : this.#search.size;
  }

  build(index: Index, links: Links): Paused<void> {
    this.#anew = true;
    return this.#built().build(index, links);
  }

  /** This one is then not warmed up any more. */
  *next(): Paused<Searches> {
    this.#anew = true;
    yield* this.#beingBuilt();
    return yield* this.#search.next();
  }

  /** Builds it, too; what is asked meanwhile does not wait for the rest of the pauses. */
  *warmUp(): Paused<void> {
    yield* this.#beingBuilt();
    for (const pause of this.#search.warmUp()) {
      if (this.#anew) return;
      yield pause;
    }
  }

  mark(bookmarked: Bookmarked): void {
    this.#search.mark(bookmarked);
  }

  *find(text: string): Paused<Answer> {
    yield* this.#beingBuilt();
    return yield* this.#search.find(text);
  }

  findNow(text: string): Answer {
    return this.#built().findNow(text);
  }

  /** Goes on with the building, whoever else goes on with it. */
  *#beingBuilt(): Paused<void> {
    while (this.#building) {
      if (this.#building.next().done) this.#building = undefined;
      yield;
    }
  }

  #built(): Searches {
    if (this.#building) atOnce(this.#building);
    this.#building = undefined;
    return this.#search;
  }
}
