import { widened } from '../grouping/growing.ts';
import type { Carrier } from '../stored/carrier.ts';
import type { Voice } from './said.ts';

/** Of a voice that is no entity's: nothing is known of it, or less its number among what the unnamed are. */
const UNKNOWN = -1;
const ANONYMOUS = -2;

/** Who speaks in each of many reports, as whole numbers: there are millions of reports. */
export class Voices {
  #codes = new Int32Array();
  #heads: string[] = [];
  readonly #numbers = new Map<string, number>();

  carried(by: Carrier): void {
    this.#codes = by.column(this.#codes);
    this.#heads = [...by.strings(this.#heads)];
    for (const [i, head] of this.#heads.entries()) this.#numbers.set(head, i);
  }

  /** Whether what is known of who speaks in a report can be. */
  has(report: number): boolean {
    return (this.#codes[report] ?? Number.NaN) > ANONYMOUS - this.#heads.length;
  }

  set(report: number, voice: Voice): void {
    this.#codes = widened(this.#codes, report + 1);
    this.#codes[report] = this.#codeOf(voice);
  }

  isAs(report: number, voice: Voice): boolean {
    return this.#codes[report] === this.#codeOf(voice);
  }

  of(report: number): Voice {
    const code = this.#codes[report]!;
    if (code >= 0) return { kind: 'named', entity: code };
    return code === UNKNOWN ? { kind: 'unknown' } : { kind: 'anonymous', head: this.#heads[ANONYMOUS - code]! };
  }

  #codeOf(voice: Voice): number {
    if (voice.kind === 'named') return voice.entity;
    if (voice.kind === 'unknown') return UNKNOWN;
    let number = this.#numbers.get(voice.head);
    if (number === undefined) {
      number = this.#heads.length;
      this.#heads.push(voice.head);
      this.#numbers.set(voice.head, number);
    }
    return ANONYMOUS - number;
  }
}
