import { printable } from '../../terminal/printable.ts';
import { type Block, type Page, plain, type TableBlock } from '../page.ts';
import type { Request } from '../request.ts';
import { type Explanation, explanationRows, type Spelling } from '../rows/explanation.ts';

/** How entities came together, as a document. */
export function explanationPage(request: Request): Page {
  return { title: 'How it came together', language: 'en', blocks: blocks(request) };
}

function* blocks(request: Request): Generator<Block> {
  for (const row of explanationRows(request)) {
    yield { kind: 'heading', text: headingOf(row) };
    for (const text of aboutOf(row)) yield { kind: 'paragraph', text };
    yield spellings(row);
  }
}

function spellings({ members }: Explanation): TableBlock {
  return {
    kind: 'table',
    caption: 'Its spellings, each where it stands first',
    head: ['spelling', 'count', 'first place', 'link'].map(plain),
    rows: members.map((its) => [its.text, String(its.count), placeOf(its), linkOf(its)].map(plain)),
    rowHeads: false,
  };
}

/** The same for a terminal. */
export function* explanationText(request: Request): Generator<string> {
  for (const row of explanationRows(request)) {
    yield `${printable(headingOf(row))}\n`;
    for (const text of aboutOf(row)) yield `  ${printable(text)}\n`;
    for (const its of row.members)
      yield printable(
        `    ${String(its.count).padStart(4)} × ${its.text}: ${linkOf(its)}; first in ${placeOf(its)}`,
      ).concat('\n');
  }
}

function headingOf({ name, type, entity, mentions }: Explanation): string {
  return `${name}, ${type}, named ${mentions} times (${entity})`;
}

function aboutOf({ types, description }: Explanation): readonly string[] {
  const votes = Object.entries(types).map(([type, count]) => `${type} ${count}`);
  return [
    `taken for: ${votes.join(', ')}`,
    description ? `called “${description.text}” in ${placeOf(description)}` : 'no article says what it is',
  ];
}

function linkOf({ link, together }: Spelling): string {
  if (together === 0) return link;
  return `${link}; linked within ${together === 1 ? 'one article' : `${together} articles`}`;
}

function placeOf({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}, line ${line}`;
}
