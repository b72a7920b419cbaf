import type { Coming, Listener } from '../index/coming.ts';
import type { Progress } from '../index/progress.ts';

/** Hands what comes to whoever shows it at the time: first what tells of reading, then the explorer. */
export class Relay implements Listener {
  #listener: Listener | undefined;
  #reading: Progress | null = null;
  #isWatched = false;
  #told: string[] = [];
  #handedOver: (() => void)[] = [];

  /** From now on this one is told; what it should know already it is told at once. @returns what ends that */
  listen(listener: Listener): () => void {
    this.#listener = listener;
    for (const resolve of this.#handedOver.splice(0)) resolve();
    listener.reading(this.#reading);
    listener.watched(this.#isWatched);
    return () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
  }

  /** Resolves when another one listens. */
  handedOver(): Promise<void> {
    return new Promise((resolve) => this.#handedOver.push(resolve));
  }

  async take(coming: Coming): Promise<void> {
    if (!this.#listener) await this.handedOver();
    await this.#listener?.take(coming);
    for (const words of this.#told.splice(0)) this.tell(words);
  }

  reading(progress: Progress | null): void {
    this.#reading = progress;
    this.#listener?.reading(progress);
  }

  watched(is: boolean): void {
    this.#isWatched = is;
    this.#listener?.watched(is);
  }

  tell(words: string): void {
    if (this.#listener) this.#listener.tell(words);
    else this.#told.push(words);
  }
}
