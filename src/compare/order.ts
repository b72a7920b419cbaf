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
  const left = new Set(rows.keys());
  const ordered: Row[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const row of left)
      if (next < 0 || waiting[row]! < waiting[next]! || (waiting[row] === waiting[next] && early[row]! < early[next]!))
        next = row;
    left.delete(next);
    ordered.push(rows[next]!);
    for (const row of after[next]!) waiting[row]!--;
  }
  return ordered;
}
