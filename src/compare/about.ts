import { type Index, speakerOf } from '../index/access.ts';
import { reachOf } from '../index/links.ts';
import { firstFrom } from '../index/terms/reading.ts';
import type { Cell } from './row.ts';

/** Whether a stretch is by an entity or about it: it speaks there, or is named there or in the sentence around a quote. */
export function isAbout(index: Index, { article, span, quote }: Cell, entity: number): boolean {
  if (quote) {
    const who = speakerOf(index, quote);
    if (who.kind === 'named' && who.entity === entity) return true;
  }
  const annotations = index.articles[article]?.annotations;
  if (!annotations) return false;
  const { start, end } = quote ? reachOf(annotations.sentences, span) : span;
  const { mentions } = annotations;
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++)
    if (index.entityOf[article]?.[i] === entity) return true;
  return false;
}
