import { widened } from './growing.ts';

/** A set of small whole numbers, each once, in the order in which they came; emptied at once. */
export class Marks {
  #rounds = new Int32Array(64);
  #round = 1;
  #list: number[] = [];

  get list(): readonly number[] {
    return this.#list;
  }

  has(number: number): boolean {
    return this.#rounds[number] === this.#round;
  }

  /** @returns whether it was not there */
  add(number: number): boolean {
    if (this.#rounds[number] === this.#round) return false;
    if (number >= this.#rounds.length) this.#rounds = widened(this.#rounds, number + 1);
    this.#rounds[number] = this.#round;
    this.#list.push(number);
    return true;
  }

  clear(): void {
    this.#round++;
    this.#list = [];
  }
}
