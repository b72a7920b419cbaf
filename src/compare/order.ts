import { Queue } from '../index/grouping/queue.ts';

/** Something that stands in some of the columns: per column its place there, or `null`. */
export interface Placed {
  readonly places: readonly (number | null)[];
}

/**
 * Puts rows in the order of the telling: an order that every column agrees with, where there is one. What only one
 * column has stands where that column tells it. Where columns tell things in different orders, the row that the
 * fewest columns want later goes first, and of several free rows the one that is told earliest on the whole.
 */
export function inOrderOfTelling<Row extends Placed>(rows: readonly Row[]): readonly Row[] {
  const columns = Math.max(0, ...rows.map(({ places }) => places.length));
  const ranks: number[][] = rows.map(() => []);
  const before: Set<number>[] = rows.map(() => new Set());
  const after: number[][] = rows.map(() => []);
  for (let column = 0; column < columns; column++) {
    const told = rows
      .flatMap(({ places }, row) => {
        const place = places[column] ?? null;
        return place === null ? [] : [{ row, place }];
      })
      .sort((a, b) => a.place - b.place || a.row - b.row)
      .map(({ row }) => row);
    told.forEach((row, i) => {
      ranks[row]!.push((i + 0.5) / told.length);
      const last = told[i - 1];
      if (last === undefined || last === row || before[row]!.has(last)) return;
      before[row]!.add(last);
      after[last]!.push(row);
    });
  }
  const early = ranks.map((its) => its.reduce((sum, rank) => sum + rank, 0) / Math.max(1, its.length));
  const waiting = before.map((its) => its.size);
  const queue = new Queue<Free>(
    (a, b) => (a.waiting - b.waiting || early[a.row]! - early[b.row]! || a.row - b.row) < 0,
  );
  rows.forEach((_, row) => {
    queue.push({ row, waiting: waiting[row]! });
  });
  const ordered: Row[] = [];
  const placed = new Set<number>();
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (placed.has(next.row)) continue;
    placed.add(next.row);
    ordered.push(rows[next.row]!);
    for (const row of after[next.row]!) queue.push({ row, waiting: --waiting[row]! });
  }
  return ordered;
}

/** A row, and how many rows that should go before it were still to come when it was put into the queue. */
interface Free {
  readonly row: number;
  readonly waiting: number;
}
