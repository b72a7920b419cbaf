/** What one process took to open a corpus. */
export interface Opened {
  readonly articles: number;
  readonly analysed: number;
  /** Reading files, analysing articles, that and building the index; what the explorer needs besides; keeping; a change. */
  readonly seconds: {
    readonly [part in 'read' | 'analysing' | 'build' | 'show' | 'keep' | 'change' | 'cpu']: number;
  };
  /** Resident memory with the index, with all that the explorer needs, when nothing was done for a while, and the most. */
  readonly bytes: { readonly [when in 'indexed' | 'shown' | 'settled' | 'most']: number };
  /** What the memory is of then: the heap and what of it is used, and buffers beside it. */
  readonly parts: { readonly [part in 'heap' | 'used' | 'buffers']: number };
  /** The processor's time while articles were analysed: of all threads, and of the one that answers keys. */
  readonly analysis: { readonly [of in 'all' | 'main']: number };
  /** The longest that something else had to wait in each part, in milliseconds. */
  readonly longest: { readonly [part in 'read' | 'build' | 'show' | 'keep' | 'change']: number };
}
