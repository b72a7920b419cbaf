import { drawable } from '../../terminal/printable.ts';
import { graphemes, widthOf } from '../../terminal/width.ts';
import type { Line, Page, TableBlock } from '../page.ts';

const GAP = ' │ ';
/** The narrowest column that can still be read. */
const NARROWEST = 22;
const LEGEND = '*between asterisks*: not in the other columns of the row';
/** What the rows are stands over them and not beside them: the columns are for the articles. */
const RULE = '── ';

/**
 * A page that sets articles side by side, for a terminal: a column an article where they fit, else one below the other.
 * Words that differ stand between asterisks, for a terminal without colours and for a file.
 */
export function* sideBySideText({ title, blocks }: Page, width: number): Generator<string> {
  yield* wrapped(title, width).map(withEnd);
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield* wrapped(block.text, width).map(withEnd);
    if (block.kind === 'table') yield* columns(block, width);
  }
}

function* columns({ caption, head, ...table }: TableBlock, width: number): Generator<string> {
  const rows = [...table.rows];
  const [, ...heads] = head;
  const each = Math.floor((width - GAP.length * (heads.length - 1)) / Math.max(1, heads.length));
  const fits = each >= NARROWEST;
  const marked = rows.some((row) => row.flat().some(({ runs }) => runs.some(({ differs }) => differs)));
  yield* wrapped(marked ? LEGEND : `\n${caption}`, width).map(withEnd);
  if (fits) yield* beside(heads, each);
  else for (const head of heads) yield* wrapped(head.map(textOf).join(', '), width).map(withEnd);
  for (const [what, ...cells] of rows) {
    yield withEnd(`\n${wrapped(`${RULE}${what?.map(textOf).join('; ')}`, width).join('\n')}`);
    // What only one has would leave most of the screen empty in its column.
    if (fits && cells.filter(({ length }) => length > 0).length > 1) yield* beside(cells, each);
    else yield* below(heads, cells, width);
  }
}

function* beside(cells: readonly (readonly Line[])[], each: number): Generator<string> {
  const columns = cells.map((lines) => lines.flatMap((line) => wrapped(textOf(line), each)));
  const height = Math.max(0, ...columns.map(({ length }) => length));
  for (let i = 0; i < height; i++) {
    const line = columns.map((column) => (column[i] ?? '') + ' '.repeat(Math.max(0, each - widthOf(column[i] ?? ''))));
    yield withEnd(line.join(GAP).trimEnd());
  }
}

function* below(
  heads: readonly (readonly Line[])[],
  cells: readonly (readonly Line[])[],
  width: number,
): Generator<string> {
  for (const [i, lines] of cells.entries()) {
    if (lines.length === 0) continue;
    const [outlet, , path] = (heads[i] ?? []).map(textOf);
    yield* wrapped(`${outlet}, ${path}`, width).map(withEnd);
    for (const line of lines) yield* wrapped(textOf(line), width - 2).map((part) => withEnd(`  ${part}`));
  }
}

function textOf({ runs }: Line): string {
  return runs.map(({ text, differs }) => (differs ? starred(text) : text)).join('');
}

/** White space stays outside of the stars. */
function starred(text: string): string {
  const words = text.trim();
  const at = text.indexOf(words);
  return words === '' ? text : `${text.slice(0, at)}*${words}*${text.slice(at + words.length)}`;
}

/** Text in lines of a display width, broken at white space; a word that is wider is cut. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of drawable(text)
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((its) => cut(its, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts = [''];
  for (const grapheme of graphemes(word)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && widthOf(last + grapheme) > width) parts.push(grapheme);
    else parts[parts.length - 1] = last + grapheme;
  }
  return parts;
}

function withEnd(line: string): string {
  return `${line}\n`;
}
