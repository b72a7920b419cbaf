import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { bibtex } from '../../src/output/references/bibtex.ts';
import { csl } from '../../src/output/references/csl.ts';
import { type Reference, referencesOf } from '../../src/output/references/reference.ts';
import { everythingOf } from '../../src/output/request.ts';
import { indexFrom, seedIndex } from '../corpora.ts';
import { hostile } from './hostile.ts';

// The citation library has no types of its own.
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-csl');
require('@citation-js/plugin-bibtex');

interface Item {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
}
const readBy = (text: string): readonly Item[] => new Cite(text).data;

const references = [...referencesOf(everythingOf(await seedIndex()))];

for (const [name, write] of [
  ['CSL-JSON', csl],
  ['BibTeX', bibtex],
] as const)
  test(`a citation library reads the ${name} of the seeds`, () => {
    const items = readBy([...write(references)].join(''));
    assert.deepEqual(
      items.map(({ title, issued, ...item }) => [title, item['container-title'], issued?.['date-parts'][0]]),
      references.map(({ title, outlet, date }) => [title, outlet, date]),
    );
  });

test('it cites them', () => {
  const text = new Cite([...csl(references)].join('')).format('bibliography', { format: 'text', template: 'apa' });
  for (const { outlet } of references) assert.ok(text.includes(outlet ?? ''));
});

test('what was worked out is said to be, and a byline is the names that it has', () => {
  for (const { note } of references) assert.match(note, /^file .*outlet inferred/);
  const index = indexFrom({
    'a b.md': '---\ntitle: Talks\nauthor: Ann Lee, Bo Oak and Cy Pine\n---\n\nTalks go on.\n',
  });
  const [reference] = referencesOf(everythingOf(index));
  assert.deepEqual(reference?.authors, ['Ann Lee', 'Bo Oak', 'Cy Pine']);
  assert.equal(reference?.id, 'a-b');
});

test('no text breaks out of a field', () => {
  const said = (text: string): Reference => ({
    id: 'x',
    title: `T ${text}`,
    authors: [`A ${text}`],
    outlet: `O ${text}`,
    date: [2021, 12],
    language: 'en',
    note: text,
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const written = [...bibtex([said(text)])].join('');
      // BibTeX counts braces: none but the last closes the entry.
      const signs = Array.from(written.matchAll(/[{}]/g), ([sign]) => (sign === '{' ? 1 : -1));
      let depth = 0;
      for (const [i, step] of signs.entries()) {
        depth += step;
        assert.ok(depth > 0 || i === signs.length - 1, written);
      }
      assert.equal(depth, 0);
      assert.equal(JSON.parse([...csl([said(text)])].join(''))[0].title, `T ${text}`);
    }),
    { numRuns: 200 },
  );
});
