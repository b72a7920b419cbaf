import { type Bookmark, BookmarkSchema } from '../index/bookmarks.ts';
import { type KeptList, listKeeper, readList } from './list.ts';

/** The bookmarks of one corpus, and where they are kept. */
export type KeptBookmarks = KeptList<Bookmark>;

/** Reads the bookmarks kept for a corpus, as {@link readList} does. */
export function readBookmarks(paths: readonly string[], env: NodeJS.ProcessEnv): KeptBookmarks {
  return readList('bookmarks', BookmarkSchema, paths, env);
}

/** Keeps the bookmarks of a corpus, as {@link listKeeper} does. */
export function bookmarkKeeper({ file, items }: KeptBookmarks): (bookmarks: readonly Bookmark[]) => void {
  if (file === undefined)
    return () => {
      throw new Error('there is no home folder, or no place to find these articles again; set XDG_DATA_HOME');
    };
  return listKeeper(
    'bookmarks',
    file,
    items,
    'another explorer has bookmarked in these articles meanwhile; open them again',
  );
}
