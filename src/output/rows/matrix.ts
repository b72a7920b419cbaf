import { type Index, quoteAt } from '../../index/access.ts';
import { linksOf } from '../../index/links.ts';
import { type QuoteMatrix, quoteMatrix } from '../../index/matrix.ts';
import type { Ref } from '../../model.ts';
import type { Request } from '../request.ts';
import { quotesAsked } from './quotes.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** Who quotes whom of the quotes asked for, with the names of the outlets; an unknown outlet is each file by itself. */
export function matrixAsked(request: Request): QuoteMatrix & { readonly names: readonly (string | null)[] } {
  const { index } = request;
  const { outletOf: numbers } = linksOf(index);
  const articleOf = (outlet: number) => numbers.indexOf(outlet);
  const nameOf = (outlet: number) => {
    const article = articleOf(outlet);
    return outletOf(index, article) ?? index.articles[article]?.article.path ?? '';
  };
  const matrix = quoteMatrix(index, [...quotesAsked(request)], numbers, nameOf, request.listed?.orders);
  return { ...matrix, names: matrix.outlets.map((outlet) => outletOf(index, articleOf(outlet))) };
}

/** Rows of who quotes whom, whoever is quoted most first: one for each outlet that quotes a speaker; a member is a quote. */
export function* matrixRows(request: Request): Generator<Row> {
  const { index } = request;
  const { speakers, cells, names } = matrixAsked(request);
  for (const [row, { kind, name, entity }] of speakers.entries())
    for (const [column, { sure, guesses, copied }] of (cells[row] ?? []).entries()) {
      if (sure.length + guesses.length + copied.length === 0) continue;
      yield {
        speaker: kind === 'named' ? name : null,
        is: kind,
        entity: index.entities[entity]?.id ?? null,
        outlet: names[column] ?? null,
        quotes: sure.length,
        guesses: guesses.length,
        copies: copied.length,
        members: [
          ...sure.map((ref) => member(index, ref, 'sure')),
          ...guesses.map((ref) => member(index, ref, 'guess')),
          ...copied.map((ref) => member(index, ref, 'copy')),
        ],
      };
    }
}

function member(index: Index, ref: Ref, counts: 'sure' | 'guess' | 'copy'): Row {
  const quote = quoteAt(index, ref);
  return { ...placeOf(index, ref.article, quote), outlet: outletOf(index, ref.article), kind: quote.kind, counts };
}
