import { printable } from './printable.ts';

/** Reading that takes longer than this is worth a line. */
const PATIENCE = 700;
/** A line that changes faster than this is not read. */
const PACE = 100;

/** One line that is written over and over, and gone in the end. It shows only where a person is looking. */
export class ProgressLine {
  // Not the time of day: a clock that is set back would stop it.
  private readonly began = performance.now();
  private drawn = 0;

  /** @param stream where it goes; nothing is written when that is no terminal */
  constructor(private readonly stream: NodeJS.WriteStream) {}

  show(words: string): void {
    const now = performance.now();
    if (!this.stream.isTTY || now - this.began < PATIENCE || now - this.drawn < PACE) return;
    this.drawn = now;
    this.stream.write(`\r\u001b[2K${printable(words).slice(0, Math.max(20, (this.stream.columns ?? 80) - 1))}`);
  }

  /** Seconds since the first. */
  get seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  clear(): void {
    if (this.drawn > 0) this.stream.write('\r\u001b[2K');
  }
}
