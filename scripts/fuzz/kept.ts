import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './session.ts';

/** Nothing was fuzzed yet. */
export const FRESH: Session = { runs: 0, milliseconds: 0, reached: [], inputs: [], slowest: 0, found: 0 };

/** What sessions of one target hand on, in a folder: the inputs in files of their own, the figures in one beside them. */
export class Kept {
  readonly #folder: string;
  readonly #figures: string;
  /** What the sessions until now came to. */
  readonly session: Session;

  constructor(folder: string, target: string) {
    this.#folder = join(folder, target);
    this.#figures = join(folder, `${target}.json`);
    mkdirSync(this.#folder, { recursive: true });
    this.session = {
      ...(existsSync(this.#figures) ? (JSON.parse(readFileSync(this.#figures, 'utf8')) as Session) : FRESH),
      inputs: readdirSync(this.#folder)
        .sort()
        .map((name) => readFileSync(join(this.#folder, name))),
    };
  }

  /** Keeps what the sessions came to with one more. */
  keep({ inputs, ...figures }: Session): void {
    for (const input of inputs) {
      const file = join(this.#folder, createHash('sha256').update(input).digest('hex').slice(0, 16));
      if (!existsSync(file)) writeFileSync(file, input);
    }
    writeFileSync(this.#figures, JSON.stringify(figures));
  }
}
