import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { figuresOf } from '../scripts/accuracy.mjs';
import { ROOT } from './pty/terminal.ts';

test('a figure that was not measured is not written', () => {
  assert.throws(
    () => figuresOf('== polnear: 3 articles, 1.0 s, exit 0\n-- score_quotes.py\n{"overlap": {}}\n'),
    /Not measured: polnear/,
  );
});

test('the page of figures has one of every set that it tells of', () => {
  const page = readFileSync(join(ROOT, 'docs/accuracy.md'), 'utf8');
  const [figures = '', sets = ''] = page.split('## The sets');
  for (const [, set = ''] of sets.matchAll(/^\| `(\w+)/gm))
    assert.match(figures, new RegExp(`\\| \`${set}[-\\w]*\` \\(\\d+\\) \\| .+ \\| (F1 )?[01]\\.\\d{3} \\(`));
});
