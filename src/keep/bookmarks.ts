import { type Bookmark, BookmarkSchema } from '../index/bookmarks.ts';
import { type Keeper, type KeptList, listKeeper, readList } from './list.ts';
import type { Merging } from './merge.ts';

/** The bookmarks of one corpus, and where they are kept. */
export type KeptBookmarks = KeptList<Bookmark>;

/** Reads the bookmarks kept for a corpus, as {@link readList} does. */
export function readBookmarks(paths: readonly string[], env: NodeJS.ProcessEnv): KeptBookmarks {
  return readList('bookmarks', BookmarkSchema, paths, env);
}

/** One place has one bookmark; notes that two explorers typed on it stand side by side. */
const MERGING: Merging<Bookmark> = {
  keyOf: (bookmark) => JSON.stringify([bookmark.kind, bookmark.path, 'start' in bookmark ? bookmark.start : 0]),
  both: (theirs, mine) => {
    const notes = [...new Set([theirs.note, mine.note])].filter((note) => note !== undefined);
    return notes.length === 0 ? mine : { ...mine, note: notes.join(' / ') };
  },
};

/** Keeps the bookmarks of a corpus, as {@link listKeeper} does. */
export function bookmarkKeeper({ file, items }: KeptBookmarks): Keeper<Bookmark> {
  if (file === undefined)
    return () => {
      throw new Error('there is no home folder, or no place to find these articles again; set XDG_DATA_HOME');
    };
  return listKeeper('bookmarks', BookmarkSchema, file, items, MERGING);
}
