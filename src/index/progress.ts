/** How far the building of an index has come. */
export interface Progress {
  /** What is being done, in words: "Reading articles", "Grouping quotes". */
  readonly doing: string;
  /** How many of how many, where they can be counted. */
  readonly done?: number;
  readonly of?: number;
  /** How many a second. */
  readonly rate?: number;
  /** The article that is being read. */
  readonly path?: string;
}

/** "Grouping quotes 1,200 of 8,000, 210 a second, 32 s left  a.md". The path is as it is in the file system: whoever shows it makes it printable. */
export function inWords({ doing, done, of, rate, path }: Progress): string {
  const far = done === undefined || of === undefined ? '' : ` ${numeral(done)} of ${numeral(of)}`;
  const fast =
    rate === undefined || done === undefined || of === undefined
      ? ''
      : `, ${numeral(Math.round(rate))} a second, ${leftWords((of - done) / rate)} left`;
  return `${doing}${far}${fast}${path === undefined ? '' : `  ${path}`}`;
}

/** "2,300 of 10,000 read, 78 s left", "grouping quotes 1,200 of 8,000": beside something else. */
export function inShort({ doing, done, of, rate, path }: Progress): string {
  const far = done === undefined || of === undefined ? '' : `${numeral(done)} of ${numeral(of)}`;
  const left = rate === undefined || far === '' ? '' : `, ${leftWords((of! - done!) / rate)} left`;
  return path === undefined || far === '' ? `${doing.toLowerCase()} ${far}`.trim() : `${far} read${left}`;
}

function leftWords(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/** "1,200": as `toLocaleString` says it in English, which reads tables for some milliseconds first. */
function numeral(count: number): string {
  return count < 1000 ? String(count) : `${numeral(Math.floor(count / 1000))},${String(count % 1000).padStart(3, '0')}`;
}
