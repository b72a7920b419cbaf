import { printable } from '../../terminal/printable.ts';
import type { Reference } from './reference.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * References as BibTeX (Patashnik, BibTeXing, 1988; UTF-8 as biber and today's BibTeX read it). Titles and names stand
 * in braces of their own, so that no style changes their capitals or takes a name apart.
 */
export function* bibtex(references: Iterable<Reference>): Generator<string> {
  for (const { id, title, authors, outlet, date, language, note } of references) {
    const [year, month, day] = date;
    const fields = [
      ['title', `{{${tex(title)}}}`],
      ['author', authors.length > 0 ? `{${authors.map((name) => `{${tex(name)}}`).join(' and ')}}` : undefined],
      ['journal', outlet === null ? undefined : `{${tex(outlet)}}`],
      ['year', year === undefined ? undefined : `{${year}}`],
      ['month', MONTHS[(month ?? 0) - 1]],
      ['day', day === undefined ? undefined : `{${day}}`],
      ['language', `{${tex(language)}}`],
      ['note', `{${tex(note)}}`],
    ].flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
    yield `@article{${id},\n${fields.join(',\n')}\n}\n\n`;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, also those behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX sets as it is. */
function tex(text: string): string {
  return printable(text).replace(/[\\{}~^$&#_%]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}
