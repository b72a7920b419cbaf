import { howKnown } from '../../index/citation.ts';
import type { Article, Fact } from '../../model.ts';
import { fileAddress } from '../../terminal/links.ts';
import { type Line, type Segment, seg, sign } from '../line.ts';
import type { StyleName } from '../theme.ts';

/**
 * The name of an article's outlet for a row: an inferred one is marked with `~`, an unknown one is said to be
 * unknown, with the file's name so that it can be told from others.
 */
export function outletLine({ outlet, path }: Article): Line {
  if (!outlet) return [seg('unknown outlet', 'guess'), seg(` ${path}`, 'dim')];
  return outlet.how === 'inferred' ? [INFERRED, seg(outlet.value)] : [seg(outlet.value)];
}

/** The sign before what was worked out, not read. */
const INFERRED = sign('~', 'inferred: ', 'guess');

/** The same as plain text, short. */
export function outletName({ outlet, path }: Article): string {
  if (!outlet) return path;
  return outlet.how === 'inferred' ? `~${outlet.value}` : outlet.value;
}

/** The day of publication for a row, marked as {@link outletName} is where it was worked out. */
function dayName({ date }: Pick<Article, 'date'>): string {
  if (!date) return 'date unknown';
  return date.how === 'inferred' ? `~${date.value}` : date.value;
}

/** The same for a row, with what is said of a day that was worked out. */
export function dayLine(article: Pick<Article, 'date'>, ...styles: StyleName[]): Segment {
  const says = article.date?.how === 'inferred' ? `inferred: ${article.date.value}` : dayName(article);
  return sign(dayName(article), says, ...styles);
}

/** The path of an article as its folder gives it; where links are shown it leads to the file. */
export function pathOf({ path, file }: Article, links: boolean, ...styles: StyleName[]): Segment {
  const link = links ? fileAddress(file) : undefined;
  return { ...seg(path, ...styles), ...(link === undefined ? {} : { link }) };
}

/** A fact in a sentence: value, how it is known, how sure. */
export function factLine(label: string, fact: Fact | null): Line {
  const head = seg(`${label.padEnd(10)}`, 'dim');
  if (!fact) return [head, seg('unknown', 'guess')];
  const how = howKnown(fact);
  return [head, seg(fact.value), seg(` · ${how === '' ? 'declared' : how}`, fact.how === 'inferred' ? 'guess' : 'dim')];
}

/** How much of the shorter of two texts the longer has, in words. */
export function wordForWord(share: number): string {
  return share === 1 ? 'all of it word for word' : `at least ${Math.floor(share * 100)} % word for word`;
}
