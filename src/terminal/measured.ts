import { read } from './cells.ts';
import { PLAIN } from './looks.ts';
import { remembered } from './remembered.ts';
import { widthOf } from './width.ts';

/** What Ink asks of every text in every frame. */
interface Measured {
  /** Columns. */
  readonly width: number;
  /** Nothing but text and looks, none of which is left behind: it can stand before another. */
  readonly isWhole: boolean;
}

/** A line measured; remembered, as nearly every line of a screen was there before. */
export const measured: (line: string) => Measured = remembered((line) => {
  const { runs, end, wasMore } = read(line);
  return { width: widthOf(runs.map(({ text }) => text).join('')), isWhole: end === PLAIN && !wasMore };
});

/** The columns of the widest line of a text, as the package `widest-line` counts them. */
export function widestOf(text: string): number {
  if (!text.includes('\n')) return measured(text).width;
  return Math.max(...text.split('\n').map((line) => measured(line).width));
}

/** Ink's `sanitizeAnsi`, which gives whatever {@link read} finds nothing else in as it is, without asking it. */
export function sanitizing(sanitize: (text: string) => string): (text: string) => string {
  const slowly = remembered(sanitize);
  return (text) => (measured(text).isWhole ? text : slowly(text));
}
