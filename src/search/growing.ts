import { columnAs } from '../index/pages.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A typed array with room for `needed` elements: the same one, or one of at least twice the size with its content. */
export function withRoom<T extends Column>(column: T, needed: number): T {
  if (needed <= column.length) return column;
  const grown = columnAs(column, Math.max(needed, column.length * 2));
  grown.set(column);
  return grown;
}

/** A column with the same content. */
export function copyOf<T extends Column>(column: T): T {
  const copy = columnAs(column, column.length);
  copy.set(column);
  return copy;
}
