import type { Bookmark } from '../index/bookmarks.ts';
import type { Exporter } from './exporting.ts';

/** What the screen cannot do itself: all that touches what is outside of the program. */
export interface Outside {
  /** Keeps bookmarks for the next time; throws what kept it from that. */
  readonly keepBookmarks: (bookmarks: readonly Bookmark[]) => void;
  /** Keeps what was searched for the next time; throws what kept it from that. */
  readonly keepHistory: (searches: readonly string[]) => void;
  /** Writes what is on the screen into a file. */
  readonly exporter: Exporter;
}
