import { mentionAt, quoteAt, speakerOf } from '../../index/access.ts';
import type { Bookmark, Target } from '../../index/bookmarks.ts';
import type { Env } from '../env.ts';
import { justify, type Line, seg, sign } from '../line.ts';
import { placeIn } from '../lines.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { outletName } from './outlet.ts';

/** What the bookmark under the cursor of their list is of; undefined where that is not there any more. */
export function listedTarget(env: Env, { listing, bookmarks, toKeep }: State): Target | undefined {
  const now = toKeep?.bookmarks ?? bookmarks;
  return (listing && env.placed(now).targets[listing.row]) ?? undefined;
}

/** The sign of what is bookmarked. */
export const BOOKMARKED: Line = [sign('◆ ', 'bookmarked, ', 'chip')];

/** The note of a bookmark, to stand over what it is about. */
export function noteLines(bookmark: Bookmark | undefined): readonly Line[] {
  return bookmark?.note === undefined ? [] : [[...BOOKMARKED, seg(bookmark.note, 'strong')], []];
}

/** A bookmark in its list: what it is of, its note, and where it stands. */
export function bookmarkRow(world: World, bookmark: Bookmark, target: Target | null, width: number): Line {
  const note = bookmark.note === undefined ? [] : [seg(`${bookmark.note}  `, 'chip')];
  if (!target)
    return justify(
      [seg(bookmark.kind.padEnd(9), 'dim'), ...note, seg(bookmark.text, 'guess')],
      [seg('not there any more', 'warning')],
      width,
    );
  const { what, where } = about(world, target);
  return justify([seg(bookmark.kind.padEnd(9), 'dim'), ...note, ...what], [seg(where, 'dim')], width, 20);
}

function about({ index }: World, target: Target): { readonly what: Line; readonly where: string } {
  switch (target.kind) {
    case 'article': {
      const { article } = index.articles[target.article]!;
      return { what: [seg(article.headline?.value ?? article.path, 'strong')], where: outletName(article) };
    }
    case 'entity': {
      const { name, mentions } = index.entities[target.entity]!;
      const [ref] = mentions;
      const { article } = index.articles[ref!.article]!;
      const place = placeIn(article, mentionAt(index, ref!).start);
      return { what: [seg(name, 'strong')], where: `${outletName(article)}, ${place}` };
    }
    case 'quote': {
      const { article } = index.articles[target.ref.article]!;
      const { start, end } = quoteAt(index, target.ref);
      const who = speakerOf(index, target.ref);
      const speaker = seg(`${who.name ?? 'unknown'}: `, who.kind === 'unknown' || who.guess ? 'guess' : 'speaker');
      const where = `${outletName(article)}, ${placeIn(article, start)}`;
      return { what: [speaker, seg(article.text.slice(start, end))], where };
    }
  }
}
