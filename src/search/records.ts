import { type Index, quoteAt, speakerOf } from '../index/build.ts';
import type { Links } from '../index/links.ts';
import { type Searcher, searcherOf } from './search.ts';
import type { Fields } from './vocabulary.ts';

/** One searcher a pane. */
export interface Searchers {
  /** Records are articles. */
  readonly sources: Searcher;
  /** Records are entities. */
  readonly entities: Searcher;
  /** Records are quotes by their number in `Links.quotes`. */
  readonly quotes: Searcher;
}

/**
 * What is searched in each pane, and how much each field weighs: an item is found by its own words before it is
 * found by the names that occur in it. An entity is known by every one of its spellings everywhere.
 */
export function searchersOf(index: Index, links: Links): Searchers {
  const spellings = index.entities.map(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)].join(' '));
  const named = (entity: number, weight: number) => ({ text: spellings[entity] ?? '', weight });

  const sources = index.articles.map(
    ({ article }, a): Fields => [
      { text: article.outlet?.value ?? '', weight: 1 },
      { text: article.headline?.value ?? '', weight: 0.8 },
      { text: article.byline?.value ?? '', weight: 0.7 },
      { text: article.origin?.value ?? '', weight: 0.7 },
      { text: `${article.path} ${article.date?.value ?? ''}`, weight: 0.6 },
      ...(links.entitiesOf[a] ?? []).map((entity) => named(entity, 0.4)),
    ],
  );
  const entities = index.entities.map(
    ({ name, type }, e): Fields => [{ text: name, weight: 1 }, named(e, 0.9), { text: type, weight: 0.3 }],
  );
  const quotes = links.quotes.map((ref, number): Fields => {
    const article = index.articles[ref.article]?.article;
    const quote = quoteAt(index, ref);
    const who = speakerOf(index, ref);
    const said = quote.spans.map(({ start, end }) => article?.text.slice(start, end) ?? '').join(' ');
    const written = quote.speakerAsWritten;
    return [
      { text: who.name ?? '', weight: 1 },
      ...(who.kind === 'named' ? [named(who.entity, 0.9)] : []),
      { text: said, weight: 0.8 },
      { text: written && article ? article.text.slice(written.start, written.end) : '', weight: 0.7 },
      { text: article?.outlet?.value ?? '', weight: 0.5 },
      ...(links.mentionedIn[number] ?? []).map((entity) => named(entity, 0.4)),
    ];
  });
  return { sources: searcherOf(sources), entities: searcherOf(entities), quotes: searcherOf(quotes) };
}
