/** What one process took to open a corpus. */
export interface Opened {
  readonly articles: number;
  readonly analysed: number;
  /** Reading files, analysing articles, that and building the index; what the explorer needs besides; keeping; a change. */
  readonly seconds: {
    readonly [part in 'read' | 'analysing' | 'build' | 'show' | 'keep' | 'change' | 'cpu']: number;
  };
  /** Resident memory with the index, with all that the explorer needs, and the most it was. */
  readonly bytes: { readonly [when in 'indexed' | 'shown' | 'most']: number };
  /** The longest that something else had to wait, in milliseconds. */
  readonly longest: number;
}
