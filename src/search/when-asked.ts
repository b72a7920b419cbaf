import type { Index } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import type { Answer, Bookmarked, Searches } from './answer.ts';
import { atOnce, type Paused } from './slices.ts';

/** A search that is built when it is first asked something: what is shown before needs none. */
export class SearchWhenAsked implements Searches {
  readonly #search: Searches;
  /** What of the building is still to be done. */
  #building: Paused<void> | undefined;

  constructor(search: Searches, index: Index, links: Links) {
    this.#search = search;
    this.#building = search.build(index, links);
  }

  get size(): number {
    return this.#built().size;
  }

  build(index: Index, links: Links): Paused<void> {
    return this.#built().build(index, links);
  }

  /** Builds it, too; what is asked meanwhile does not wait for the rest of the pauses. */
  *warmUp(): Paused<void> {
    while (this.#building) {
      if (this.#building.next().done) this.#building = undefined;
      yield;
    }
    yield* this.#search.warmUp();
  }

  mark(bookmarked: Bookmarked): void {
    this.#search.mark(bookmarked);
  }

  *find(text: string): Paused<Answer> {
    return yield* this.#built().find(text);
  }

  findNow(text: string): Answer {
    return this.#built().findNow(text);
  }

  #built(): Searches {
    if (this.#building) atOnce(this.#building);
    this.#building = undefined;
    return this.#search;
  }
}
