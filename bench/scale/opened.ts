/** What one process took to open a corpus. */
export interface Opened {
  readonly articles: number;
  readonly analysed: number;
  /**
   * Reading files, analysing articles, that and building the index; what the explorer needs besides to be shown, and
   * until all can be searched; keeping; a change.
   */
  readonly seconds: {
    readonly [part in 'read' | 'analysing' | 'build' | 'show' | 'search' | 'keep' | 'change' | 'cpu']: number;
  };
  /** Resident memory with the index, with all that the explorer needs, when nothing was done for a while, and the most. */
  readonly bytes: { readonly [when in 'indexed' | 'shown' | 'settled' | 'most']: number };
  /** What the memory is of then: the heap and what of it is used, and buffers beside it. */
  readonly parts: { readonly [part in 'heap' | 'used' | 'buffers']: number };
  /** The processor's time while articles were analysed: of all threads, and of the one that answers keys. */
  readonly analysis: { readonly [of in 'all' | 'main']: number };
  /** The longest that something else had to wait in each part, in milliseconds. */
  readonly longest: { readonly [part in 'read' | 'build' | 'show' | 'search' | 'keep' | 'change']: number };
}

/** What changes took in a corpus that is open, from being told of a file to the finished index. */
export interface Changed {
  readonly articles: number;
  /** What had to be worked out first, after an index that was kept; seconds. */
  readonly warm: number;
  readonly edits: readonly {
    readonly kind: 'a line added' | 'a paragraph taken out' | 'a file added' | 'a file removed';
    /** Reading files; until there is an index; what the explorer then needs to show and search it; all the processor's time. */
    readonly read: number;
    readonly seconds: number;
    readonly world: number;
    readonly cpu: number;
  }[];
  /** The longest that something else had to wait, in milliseconds. */
  readonly longest: number;
}
