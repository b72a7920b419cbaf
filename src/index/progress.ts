/** How far the building of an index has come. */
export interface Progress {
  /** What is being done, in words: "Reading articles", "Grouping quotes". */
  readonly doing: string;
  /** How many of how many, where they can be counted. */
  readonly done?: number;
  readonly of?: number;
  /** The article that is being read. */
  readonly path?: string;
}

/** "Grouping quotes 1,200 of 8,000". The path is as it is in the file system: whoever shows it makes it printable. */
export function inWords({ doing, done, of, path }: Progress): string {
  const far = done === undefined || of === undefined ? '' : ` ${numeral(done)} of ${numeral(of)}`;
  return `${doing}${far}${path === undefined ? '' : `  ${path}`}`;
}

function numeral(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
