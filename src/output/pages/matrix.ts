import { cellDigits, countOf } from '../../index/matrix.ts';
import { type Page, plain } from '../page.ts';
import type { Request } from '../request.ts';
import { matrixAsked } from '../rows/matrix.ts';

/** Who quotes whom as a table: a row a speaker, a column an outlet. */
export function matrixPage(request: Request): Page {
  const { speakers, cells, names } = matrixAsked(request);
  return {
    title: 'Who quotes whom',
    language: 'en',
    blocks: [
      {
        kind: 'table',
        caption:
          'How often each outlet quotes whom. 3+1? is three quotes and one whose speaker is a guess; ≡2 stand only in a copy of a text that is counted at another outlet.',
        head: [plain('Speaker'), plain('all'), ...names.map((name) => plain(name ?? 'outlet unknown'))],
        rows: speakers.map(({ name }, row) => [
          plain(name),
          plain(`${(cells[row] ?? []).reduce((sum, cell) => sum + countOf(cell), 0)}`),
          ...(cells[row] ?? []).map((cell) => plain(cellDigits(cell))),
        ]),
        rowHeads: true,
      },
    ],
  };
}
