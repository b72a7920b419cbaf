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
