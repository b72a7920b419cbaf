/** What comes within so many milliseconds of each other is one change: an editor that saves, a checkout, an unpacking. */
const QUIET = 200;
/** What does not come to rest is taken up after so many milliseconds all the same. */
const LONGEST = 3000;

/** Gathers names that come in bursts until they come to rest. */
export class Gathering {
  #names = new Set<string>();
  #quiet: NodeJS.Timeout | undefined;
  #longest: NodeJS.Timeout | undefined;
  #isReady = false;
  #wake: (() => void) | undefined;

  /** Takes down a name. */
  add(name: string): void {
    this.#names.add(name);
    const ready = () => {
      this.#isReady = true;
      this.#wake?.();
    };
    clearTimeout(this.#quiet);
    // What waits for nothing else is not kept alive by this.
    this.#quiet = setTimeout(ready, QUIET).unref();
    this.#longest ??= setTimeout(ready, LONGEST).unref();
  }

  /** What was gathered, as soon as it has come to rest; nothing when the signal is aborted. */
  async next(ended: AbortSignal): Promise<readonly string[]> {
    if (!this.#isReady && !ended.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        ended.addEventListener('abort', () => resolve(), { once: true });
      });
    this.#wake = undefined;
    this.end();
    const names = [...this.#names];
    this.#names = new Set();
    return ended.aborted ? [] : names;
  }

  /** Ends what it waits for. */
  end(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#longest = undefined;
    this.#isReady = false;
  }
}
