import { readArticle } from '../../../src/corpus/read.ts';
import { findQuotes } from '../../../src/language/quotes/quotes.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { Article, EntityType, Mention, Quote } from '../../../src/model.ts';

/** The names of one thing, its type first. */
export type Named = readonly [type: EntityType, ...names: string[]];

/** A quote in words, to be compared with what is expected. */
export interface Said {
  readonly text: readonly string[];
  readonly kind: Quote['kind'];
  readonly who: string;
  readonly speaker: Quote['speaker']['kind'];
  readonly as: string | null;
  readonly cue: string | null;
  readonly how: string;
}

/** The article of a text file with this text. */
export function articleOf(text: string): Article {
  return readArticle({ file: '/made-up.txt', path: 'made-up.txt' }, text).article;
}

/** Finds the quotes of a text in which just these names are known, so that no tagger stands between. */
export function quotesIn(text: string, names: readonly Named[] = []): readonly Said[] {
  const article = articleOf(text);
  const { tokens, sentences } = tokenise(article);
  const mentions = mentionsOf(text, names);
  const words = (span: { start: number; end: number } | null | undefined) =>
    span ? text.slice(span.start, span.end) : null;
  return findQuotes(article, tokens, sentences, mentions).map((quote) => {
    const { speaker } = quote;
    const span =
      speaker.kind === 'named' ? mentions[speaker.mention] : speaker.kind === 'anonymous' ? speaker.description : null;
    return {
      text: quote.spans.map(({ start, end }) => text.slice(start, end)),
      kind: quote.kind,
      who: words(span) ?? '',
      speaker: speaker.kind,
      as: words(quote.speakerAsWritten),
      cue: words(quote.cue),
      how: quote.how,
    };
  });
}

/** Every occurrence of the names as whole words, the longest first where they overlap. */
function mentionsOf(text: string, names: readonly Named[]): readonly Mention[] {
  const found: Mention[] = [];
  const all = names.flatMap(([type, ...list], local) => list.map((name) => ({ name, type, local })));
  all.sort((a, b) => b.name.length - a.name.length);
  for (const { name, type, local } of all) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const whole = !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[end] ?? '');
      if (whole && !found.some((m) => m.start < end && at < m.end)) found.push({ start: at, end, type, local });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
