import { quoteAt, speakerOf } from '../../index/access.ts';
import type { Request } from '../request.ts';
import { articlesCounted, outletOf, placeOf, type Row } from './row.ts';

/** Rows of the utterances in order of their first quote; a member is a quote, from its first word to its last. */
export function* utteranceRows({ index, chosen, story }: Request): Generator<Row> {
  for (const { id, quotes, confidence } of index.utterances) {
    if (story && !quotes.some(({ article }) => story.articles.includes(article))) continue;
    if (!quotes.some(chosen.quote)) continue;
    const members = quotes.map((ref) => {
      const who = speakerOf(index, ref);
      const quote = quoteAt(index, ref);
      return {
        ...placeOf(index, ref.article, quote),
        kind: quote.kind,
        speaker: who.name,
        anonymous: who.kind === 'anonymous',
        outlet: outletOf(index, ref.article),
      };
    });
    const articles = articlesCounted(index, quotes);
    const speakers = new Set(members.flatMap(({ speaker }) => speaker ?? []));
    yield { utterance: id, articles, speakers: [...speakers], confidence, members };
  }
}
