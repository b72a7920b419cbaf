import type { Row } from './rows/row.ts';

/**
 * What stands in a row at a path of keys and numbers, `members.0.text`; `undefined` where there is nothing.
 */
export function valueAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** A column's head: the last word of its path. */
export function headOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** A value in a cell for a person to read. Not yet printable: the format sees to that. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(cellOf).join(', ');
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  return String(value);
}
