import type { Bookmark } from '../index/bookmarks.ts';
import type { Exporter } from './exporting.ts';

/** What the screen cannot do itself: all that touches what is outside of the program. */
export interface Outside {
  /**
   * Keeps bookmarks for the next time; throws what kept it from that.
   *
   * @returns what is kept now: with the changes that another explorer of these articles made meanwhile
   */
  readonly keepBookmarks: (bookmarks: readonly Bookmark[]) => readonly Bookmark[];
  /** Keeps what was searched for the next time; throws what kept it from that. */
  readonly keepHistory: (searches: readonly string[]) => void;
  /** Writes what is on the screen into a file. */
  readonly exporter: Exporter;
}
