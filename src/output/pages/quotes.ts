import { type Index, quoteAt, speakerOf } from '../../index/access.ts';
import { citationOf } from '../../index/citation.ts';
import type { Ref } from '../../model.ts';
import type { Block, Page, QuoteBlock } from '../page.ts';
import type { Request } from '../request.ts';
import { quotesAsked } from '../rows/quotes.ts';

/** The quotes article by article, each with its citation. */
export function quotePage(request: Request): Page {
  return { title: 'Quotes', language: 'en', blocks: blocks(request) };
}

function* blocks(request: Request): Generator<Block> {
  let last = -1;
  for (const ref of quotesAsked(request)) {
    const { article } = request.index.articles[ref.article]!;
    if (ref.article !== last) yield { kind: 'heading', text: article.headline?.value ?? article.path };
    last = ref.article;
    yield quoteBlock(request.index, ref);
  }
}

/** A quote with who says it, a guess and speech without marks said to be so, and where it stands. */
export function quoteBlock(index: Index, ref: Ref): QuoteBlock {
  const { article } = index.articles[ref.article]!;
  const quote = quoteAt(index, ref);
  return {
    kind: 'quote',
    text: quote.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
    language: article.language,
    by: bySpeaker(index, ref),
    source: citationOf(article, quote),
  };
}

/** Who says a quote, in words. */
export function bySpeaker(index: Index, ref: Ref): string {
  const who = speakerOf(index, ref);
  const name = who.name === null ? 'speaker unknown' : `${who.name}${who.guess ? ' (a guess)' : ''}`;
  const { kind } = quoteAt(index, ref);
  return kind === 'direct' ? name : `${name}, ${kind}`;
}
