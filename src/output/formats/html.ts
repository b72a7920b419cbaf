import { createHash } from 'node:crypto';
import { printable } from '../../terminal/printable.ts';
import type { Block, Line, Page, QuoteBlock, TableBlock } from '../page.ts';
import { STYLE } from './html-style.ts';

/**
 * A page as one self-contained HTML document: no script, no address is fetched, and a content policy that forbids
 * both (CSP 3, https://www.w3.org/TR/CSP3/): of all there is, only this one style sheet, by its hash.
 */
export function* html(page: Page): Generator<string> {
  const title = escaped(page.title);
  yield `<!doctype html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
`;
  let number = 0;
  for (const block of page.blocks) yield* blockOf(block, page.language, ++number);
  yield '</main>\n</body>\n</html>\n';
}

function policy(): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function* blockOf(block: Block, language: string, number: number): Generator<string> {
  switch (block.kind) {
    case 'heading':
      yield `<h2>${escaped(block.text)}</h2>\n`;
      return;
    case 'paragraph':
      yield `<p>${escaped(block.text)}</p>\n`;
      return;
    case 'marked':
      yield `<p class="text"${lang(block.language, language)}>${runsOf(block)}</p>\n`;
      return;
    case 'quote':
      yield quote(block, language);
      return;
    case 'table':
      yield* table(block, language, number);
  }
}

function quote({ text, language, by, source }: QuoteBlock, ofPage: string): string {
  const words = `<blockquote${lang(language, ofPage)}><p>${escaped(text)}</p></blockquote>`;
  return `<figure>${words}<figcaption>${escaped(by)}<br><cite>${escaped(source)}</cite></figcaption></figure>\n`;
}

/** A wide table scrolls in its own region, which the keyboard reaches. */
function* table({ caption, head, rows, rowHeads }: TableBlock, ofPage: string, number: number): Generator<string> {
  const id = `table-${number}`;
  yield `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">\n<table>\n`;
  yield `<caption id="${id}">${escaped(caption)}</caption>\n<thead><tr>`;
  for (const cell of head) yield `<th scope="col">${linesOf(cell, ofPage)}</th>`;
  yield '</tr></thead>\n<tbody>\n';
  for (const cells of rows) {
    const [first, ...others] = cells;
    const firstOf = rowHeads ? `<th scope="row">${linesOf(first ?? [], ofPage)}</th>` : '';
    const rest = (rowHeads ? others : cells).map((cell) => `<td>${linesOf(cell, ofPage)}</td>`).join('');
    yield `<tr>${firstOf}${rest}</tr>\n`;
  }
  yield '</tbody>\n</table>\n</div>\n';
}

function linesOf(lines: readonly Line[], ofPage: string): string {
  if (lines.length === 1 && lines[0]?.language === undefined && !lines[0]?.quiet) return runsOf(lines[0]!);
  return lines
    .map((line) => `<p${line.quiet ? ' class="quiet"' : ''}${lang(line.language, ofPage)}>${runsOf(line)}</p>`)
    .join('');
}

/** Words that differ are marked, and said to be: before and after them stand signs that are read and copied. */
function runsOf({ runs }: Pick<Line, 'runs'>): string {
  return runs
    .map(({ text, differs, marks }) => {
      if (differs) return `<mark><span class="say">[differs: </span>${escaped(text)}<span class="say">]</span></mark>`;
      if (marks === 'found') return `<mark>${escaped(text)}</mark>`;
      return marks ? `<span class="${marks}">${escaped(text)}</span>` : escaped(text);
    })
    .join('');
}

function lang(language: string | undefined, ofPage: string): string {
  return language === undefined || language === ofPage ? '' : ` lang="${escaped(language)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is text in an element and in an attribute with quotes, whatever it holds (HTML, §13.3). */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
