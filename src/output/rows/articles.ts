import type { Index } from '../../index/access.ts';
import { copiesOf } from '../../index/counting.ts';
import type { Article, Fact } from '../../model.ts';
import { articlesAsked, type Request } from '../request.ts';
import type { Row } from './row.ts';

/** Rows of the articles, in the order of their paths. */
export function* articleRows(request: Request): Generator<Row> {
  const { index } = request;
  for (const a of articlesAsked(request)) {
    const { article } = index.articles[a]!;
    const text = bodyText(article);
    yield {
      path: article.path,
      headline: article.headline?.value ?? null,
      byline: article.byline?.value ?? null,
      outlet: factRow(article.outlet, 'name'),
      origin: article.origin?.value ?? null,
      dateline: article.dateline?.value ?? null,
      date: article.date?.value ?? null,
      language: article.language,
      words: text.split(/\s+/).filter(Boolean).length,
      text,
      sameTextAs: copiesRow(index, a),
      story: index.stories[index.storyOf[a] ?? -1]?.id ?? null,
      textIs: article.textIs ?? 'the file as decoded',
      leftOut: article.leftOut,
    };
  }
}

/** The article's own text: its paragraphs, an empty line between. */
function bodyText(article: Article): string {
  return article.paragraphs
    .filter(({ kind }) => kind !== 'headline')
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n\n');
}

/** The other files that print its text: the least share of words in a row, and whether the text is counted at this one. */
function copiesRow(index: Index, article: number): Row | null {
  const copies = copiesOf(index, article);
  if (!copies) return null;
  return {
    paths: copies.articles.map((other) => index.articles[other]!.article.path),
    shared: copies.shared,
    counted: index.textOf[article] === article,
  };
}

function factRow(fact: Fact | null, key: string): Row | null {
  if (!fact) return null;
  return {
    [key]: fact.value,
    how: fact.how,
    evidence: fact.evidence.map(({ says }) => says),
    confidence: fact.confidence,
  };
}
