import { measured } from './measured.ts';

/** What Ink's `Output` gathers while it walks its tree. */
interface Operation {
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly text?: string;
  readonly transformers?: readonly ((line: string, index: number) => string)[];
}
interface Output {
  readonly operations: readonly Operation[];
  readonly height: number;
  get(): { readonly output: string; readonly height: number };
}

/**
 * Ink's `Output`, without its taking every text apart into cells to put them together again: texts that stand beside
 * each other and end in the terminal's own look are one line, one behind the other. Where texts overlap or are clipped, and
 * whatever else there may be, Ink's own way is gone.
 */
export function joining<Options extends readonly unknown[]>(Slow: new (...options: Options) => Output) {
  return class extends Slow {
    override get() {
      return joined(this.operations, this.height) ?? super.get();
    }
  };
}

function joined(operations: readonly Operation[], height: number): ReturnType<Output['get']> | undefined {
  const lines: string[] = Array.from({ length: height }, () => '');
  const ends = new Array<number>(height).fill(0);
  for (const { type, x = 0, y = 0, text = '', transformers = [] } of operations) {
    if (type !== 'write') return undefined;
    const rows = text.split('\n');
    for (let i = 0; i < rows.length; i++) {
      const at = y + i;
      if (at < 0 || at >= height) continue;
      const piece = transformers.reduce((line, transform) => transform(line, i), rows[i] ?? '');
      const { width, isWhole } = measured(piece);
      const gap = x - (ends[at] ?? 0);
      if (!isWhole || gap < 0) return undefined;
      lines[at] += ''.padEnd(gap) + piece;
      ends[at] = x + width;
    }
  }
  return { output: lines.map((line) => line.trimEnd()).join('\n'), height };
}
