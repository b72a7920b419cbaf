import type { Index } from '../../index/access.ts';
import { citationOf } from '../../index/citation.ts';
import type { Block, Page } from '../page.ts';
import type { Request } from '../request.ts';
import type { Place, Row } from '../rows/row.ts';

/**
 * Rows with members as a document: a heading for each row, and below it the words of each member with its citation.
 *
 * @param headingOf what a row is, in words
 */
export function memberPage(
  title: string,
  rows: (request: Request) => Iterable<Row>,
  headingOf: (row: Row) => string,
): (request: Request) => Page {
  return (request) => ({ title, language: 'en', blocks: blocks(request, rows(request), headingOf) });
}

function* blocks({ index }: Request, rows: Iterable<Row>, headingOf: (row: Row) => string): Generator<Block> {
  const numbers = new Map(index.articles.map(({ article }, number) => [article.path, number]));
  for (const row of rows) {
    yield { kind: 'heading', text: headingOf(row) };
    for (const member of row['members'] as readonly Member[]) yield block(index, numbers.get(member.path), member);
  }
}

type Member = Place & { readonly speaker?: string | null };

function block(index: Index, number = -1, { start, end, text, speaker }: Member): Block {
  const { article } = index.articles[number]!;
  return {
    kind: 'quote',
    text,
    language: article.language,
    by: speaker ?? article.outlet?.value ?? article.path,
    source: citationOf(article, { start, end }),
  };
}
