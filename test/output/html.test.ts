import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { html } from '../../src/output/formats/html.ts';
import { type Page, plain } from '../../src/output/page.ts';
import { pageOf } from '../../src/output/pages/listing.ts';
import { everythingOf } from '../../src/output/request.ts';
import { printable } from '../../src/terminal/printable.ts';
import { seedIndex } from '../corpora.ts';
import { hostile } from './hostile.ts';

const index = await seedIndex();
const write = (page: Page) => [...html(page)].join('');
const documentOf = (page: Page) => parseHTML(write(page)).document;

function page(text: string): Page {
  const cell = [{ runs: [{ text }, { text, differs: true as const }], language: text }];
  return {
    title: text,
    language: 'en',
    blocks: [
      { kind: 'heading', text },
      { kind: 'paragraph', text },
      { kind: 'quote', text, language: text, by: text, source: text },
      { kind: 'table', caption: text, head: [plain(text), plain(text)], rows: [[plain(text), cell]], rowHeads: true },
    ],
  };
}

test('no text of a file becomes an element or an attribute, and all of it is there', () => {
  const shape = (text: string) =>
    Array.from(documentOf(page(text)).querySelectorAll('*'), ({ tagName, attributes }) =>
      [tagName, ...Array.from(attributes, ({ name }) => name)].join(' '),
    );
  const harmless = shape('word');
  fc.assert(
    fc.property(hostile, (text) => {
      assert.deepEqual(shape(`${text} `), harmless);
      assert.equal(documentOf(page(text)).querySelector('h2')?.textContent, printable(text));
      assert.doesNotMatch(write(page(text)), /\u001b|\u202e/);
    }),
    { numRuns: 300 },
  );
});

for (const command of PRINT_COMMANDS)
  test(`the page of ${command.name} needs and lets nothing in, and has its headings and tables in order`, () => {
    const source = write(pageOf(command, everythingOf(index, 'putin')));
    const { document } = parseHTML(source);
    assert.equal(document.querySelectorAll('script, link, img, iframe, [src], [href], [style], [onclick]').length, 0);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/);
    const style = /<style>([^<]*)<\/style>/.exec(source)?.[1] ?? '';
    assert.ok(policy.includes(createHash('sha256').update(style).digest('base64')), 'the style sheet is let in');
    assert.equal(document.documentElement.getAttribute('lang'), 'en');
    assert.equal(document.querySelectorAll('h1').length, 1);
    assert.equal(document.title, document.querySelector('h1')?.textContent);
    for (const table of document.querySelectorAll('table')) {
      assert.ok(table.querySelector('caption')?.textContent);
      const columns = table.querySelectorAll('thead th[scope="col"]').length;
      for (const row of table.querySelectorAll('tbody tr')) assert.equal(row.children.length, columns);
    }
  });

test('side by side every row has a head, and words that differ are marked and said to be', () => {
  const compare = PRINT_COMMANDS.find(({ name }) => name === 'compare')!;
  const { document } = parseHTML(write(pageOf(compare, everythingOf(index))));
  const [sideBySide, speakers] = document.querySelectorAll('tbody');
  const counts = [...(speakers?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent ?? '');
  assert.ok(
    counts.some((count) => /^\d+ quotes?/.test(count)),
    'who is quoted by whom has a table of its own',
  );
  for (const row of sideBySide?.querySelectorAll('tr') ?? [])
    assert.match(row.querySelector('th[scope="row"]')?.textContent ?? '', /^(utterance|passage|figure): /);
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
  assert.ok(marks.length > 0);
  for (const mark of marks) assert.match(mark ?? '', /^\[differs: .+\]$/s);
});
