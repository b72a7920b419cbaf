import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '../../src/output/print.ts';
import { articleRows, quoteRows } from '../../src/output/rows.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const rows = [
  { name: 'Зеленський 習近平', count: 3, note: null },
  { name: 'a\u001b[31m name that is much too long for a narrow table', count: 12, note: ['x', 'y'] },
];

test('a table is aligned by display width, fits, and lets no control character through', () => {
  const lines = [...printed(rows, 'table', ['name', 'count', 'note'], 40)].map((line) => line.replace('\n', ''));
  assert.equal(lines.length, 3);
  for (const line of lines) {
    assert.ok(widthOf(line) <= 40, line);
    assert.doesNotMatch(line, /\u001b/);
  }
  const column = lines.map((line) => widthOf(line.slice(0, line.search(/count|\b3\b|\b12\b/))));
  assert.equal(new Set(column).size, 1);
  assert.match(lines[1] ?? '', /–$/);
});

test('jsonl is one object a line, json one array of the same', () => {
  const jsonl = [...printed(quoteRows(index), 'jsonl', [], 80)]
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const json = JSON.parse([...printed(quoteRows(index), 'json', [], 80)].join(''));
  assert.deepEqual(jsonl, json);
  for (const key of [
    'path',
    'start',
    'end',
    'text',
    'kind',
    'speaker',
    'speakerAsWritten',
    'anonymous',
    'cue',
    'spans',
    'utterance',
    'outlet',
    'how',
  ]) {
    assert.ok(key in jsonl[0], key);
  }
});

test('the outlet of an article says how it is known', () => {
  const [first] = articleRows(index);
  const outlet = first?.['outlet'] as Record<string, unknown>;
  assert.deepEqual([outlet['name'], outlet['how']], ['The New York Times', 'inferred']);
  assert.ok((outlet['evidence'] as string[]).length > 0);
});
