import { howKnown } from '../../index/citation.ts';
import type { Article, Fact } from '../../model.ts';
import { type Line, seg } from '../line.ts';

/**
 * The name of an article's outlet for a row: an inferred one is marked with `~`, an unknown one is said to be
 * unknown, with the file's name so that it can be told from others.
 */
export function outletLine({ outlet, path }: Article): Line {
  if (!outlet) return [seg('unknown outlet', 'guess'), seg(` ${path}`, 'dim')];
  return outlet.how === 'inferred' ? [seg('~', 'guess'), seg(outlet.value)] : [seg(outlet.value)];
}

/** The same as plain text, short. */
export function outletName({ outlet, path }: Article): string {
  if (!outlet) return path;
  return outlet.how === 'inferred' ? `~${outlet.value}` : outlet.value;
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
