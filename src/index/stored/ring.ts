/** Those that are open, so many at most: one more closes the one that was opened longest ago. */
export class Ring<T> {
  readonly #open: (T | undefined)[];
  readonly #close: (its: T) => void;
  #next = 0;

  /** @param close is given what is to forget what was made of its bytes; it may be opened again */
  constructor(size: number, close: (its: T) => void) {
    this.#open = new Array(size).fill(undefined);
    this.#close = close;
  }

  /** Takes one that was opened just now. */
  take(its: T): void {
    const oldest = this.#open[this.#next];
    if (oldest !== undefined) this.#close(oldest);
    this.#open[this.#next] = its;
    this.#next = (this.#next + 1) % this.#open.length;
  }
}
