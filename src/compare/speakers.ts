import { type Index, quoteAt, speakerOf } from '../index/access.ts';
import { fold } from '../index/terms/stem.ts';
import type { Cell, ComparisonRow } from './row.ts';

/** How often somebody is quoted: in quotation marks and without, the speaker sure; and quotes whose speaker is a guess. */
export interface SpeakerCount {
  readonly quoted: number;
  readonly indirect: number;
  readonly guesses: number;
}

/**
 * Who is quoted by whom: a row for each speaker, whom most of the articles quote first, then who is quoted most; what
 * nobody is known to have said comes last. Speakers without a name are one where they are described in the same words,
 * which need not mean one person.
 *
 * @param isOf which quotes count
 */
export function speakerRows(
  index: Index,
  articles: readonly number[],
  isOf: (cell: Cell) => boolean,
): readonly ComparisonRow[] {
  const rows = new Map<string, { readonly speaker: string | null; readonly cells: Cell[][] }>();
  articles.forEach((article, column) => {
    const quotes = index.articles[article]?.annotations.quotes ?? [];
    for (const [item, { start, end }] of quotes.entries()) {
      const quote = { article, item };
      const span = { start, end };
      const cell: Cell = { article, span, pieces: [{ ...span, same: true }], quote };
      if (!isOf(cell)) continue;
      const who = speakerOf(index, quote);
      const key = who.kind === 'named' ? `${who.entity}` : who.kind === 'anonymous' ? `“${fold(who.name)}` : '';
      const row = rows.get(key) ?? { speaker: who.name, cells: articles.map(() => []) };
      rows.set(key, row);
      row.cells[column]?.push(cell);
    }
  });
  const having = (cells: readonly (readonly Cell[])[]) => cells.filter((its) => its.length > 0).length;
  return [...rows.values()]
    .map(({ speaker, cells }): ComparisonRow => {
      const agreement = having(cells) > 1 ? 'same' : 'only';
      return { kind: 'speaker', agreement, cells, confidence: 1, speaker };
    })
    .sort(
      (a, b) =>
        Number(a.speaker === null) - Number(b.speaker === null) ||
        having(b.cells) - having(a.cells) ||
        b.cells.flat().length - a.cells.flat().length,
    );
}

/** The same in words: "3 quotes · 1 indirect · 1 a guess". */
export function speakerCountWords(index: Index, cells: readonly Cell[]): string {
  const { quoted, indirect, guesses } = speakerCount(index, cells);
  return [
    ...(quoted > 0 ? [`${quoted} quote${quoted === 1 ? '' : 's'}`] : []),
    ...(indirect > 0 ? [`${indirect} indirect`] : []),
    ...(guesses > 0 ? [`${guesses} a guess`] : []),
  ].join(' · ');
}

/** How often the speaker of a row is quoted in a cell. */
export function speakerCount(index: Index, cells: readonly Cell[]): SpeakerCount {
  const count = { quoted: 0, indirect: 0, guesses: 0 };
  for (const { quote } of cells) {
    if (!quote) continue;
    if (speakerOf(index, quote).guess) count.guesses++;
    else if (quoteAt(index, quote).kind === 'indirect') count.indirect++;
    else count.quoted++;
  }
  return count;
}
