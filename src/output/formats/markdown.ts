import { printable } from '../../terminal/printable.ts';
import type { Block, Line, Page, QuoteBlock, TableBlock } from '../page.ts';

/** A page as Markdown (CommonMark, with the tables and footnotes of GitHub). No text of a file is taken for markup. */
export function* markdown({ title, blocks }: Page): Generator<string> {
  yield `# ${escaped(title)}\n`;
  let notes = 0;
  for (const block of blocks) yield `\n${blockOf(block, () => ++notes)}`;
}

function blockOf(block: Block, nextNote: () => number): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}\n`;
    case 'paragraph':
      return `${escaped(block.text)}\n`;
    case 'marked':
      return `${escapedStart(lineOf(block)).trim()}\n`;
    case 'quote':
      return quote(block, nextNote());
    case 'table':
      return table(block);
  }
}

/** The words, who says them, and a footnote with the citation. */
function quote({ text, by, source }: QuoteBlock, note: number): string {
  return `> ${escaped(text)}[^${note}]\n>\n> — ${escaped(by)}\n\n[^${note}]: ${escaped(source)}\n`;
}

function table({ caption, head, rows }: TableBlock): string {
  const lines = [tableRow(head), `|${' --- |'.repeat(head.length)}`];
  for (const row of rows) lines.push(tableRow(row));
  return `${escaped(caption)}\n\n${lines.join('\n')}\n`;
}

function tableRow(cells: readonly (readonly Line[])[]): string {
  return `| ${cells.map((lines) => lines.map(lineOf).join('<br>')).join(' | ')} |`;
}

function lineOf({ runs }: Pick<Line, 'runs'>): string {
  return (
    runs
      // What is quoted stands in its own marks already.
      .map(({ text, differs, marks }) =>
        differs || marks === 'name' || marks === 'found' ? strong(text) : escaped(text, false),
      )
      .join('')
      .trim()
  );
}

/** White space inside of the marks would make them plain asterisks. */
function strong(text: string): string {
  const words = text.trim();
  if (words === '') return escaped(text, false);
  const before = text.startsWith(words) ? '' : ' ';
  const after = text.endsWith(words) ? '' : ' ';
  return `${before}**${escaped(words)}**${after}`;
}

/** What means something anywhere in a line. */
const MARKUP = /[\\`*_{}[\]<>#|~&$@]|:(?=\S)/g;
/** What means something at the start of one: lists, rules, headings by underline. */
const AT_START = /^(?:\d+[.)]|[-+=])/;

/**
 * Text that Markdown shows as it is: on one line, with every sign that could be markup escaped (CommonMark §2.4: a
 * backslash before punctuation).
 */
function escaped(text: string, atStart = true): string {
  const line = printable(text).replace(/\s+/g, ' ').replace(MARKUP, '\\$&');
  return atStart ? escapedStart(line.trim()) : line;
}

function escapedStart(line: string): string {
  return line.replace(AT_START, (sign) => `${sign.slice(0, -1)}\\${sign.at(-1)}`);
}
