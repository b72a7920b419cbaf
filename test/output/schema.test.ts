// Every row that is printed is as docs/schema says, and has no key that is not described there.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Bookmark } from '../../src/index/bookmarks.ts';
import { EXPLAIN, MENTIONS, PLACES, PRINT_COMMANDS } from '../../src/output/commands.ts';
import { everythingOf } from '../../src/output/request.ts';
import { indexFrom, seedIndex } from '../corpora.ts';

const FOLDER = fileURLToPath(new URL('../../docs/schema/', import.meta.url));
const COMMANDS = [...PRINT_COMMANDS, MENTIONS, EXPLAIN, PLACES];
const fileOf = (command: string) => `${command.replace(' --', '-')}.json`;
/** Found in the seeds and in the made-up articles. */
const WORDS = 'putin';
/** Any places: the explorer lists them. */
const PLACED = { articles: [0], places: [{ start: 0, end: 8 }] };
/** One of each kind that is there, and one that is not. */
const BOOKMARKS: readonly Bookmark[] = [
  { kind: 'article', path: '000_66bebe8ea728d4ec.txt', text: 'Biden', note: 'first' },
  { kind: 'article', path: 'gone.txt', text: 'Nothing begins so' },
  { kind: 'entity', name: 'Vladimir Putin', path: 'no-headline.txt', start: 0, text: 'Vladimir Putin' },
];
const indexes = [
  await seedIndex(),
  indexFrom({
    'no-headline.txt': 'Vladimir Putin said on Monday that more than 5,000 troops would stay, “perhaps.”\n',
  }),
];

for (const { name, rows } of COMMANDS)
  test(`the rows of ${name} are as their schema says`, () => {
    const schema = JSON.parse(readFileSync(FOLDER + fileOf(name), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
    let count = 0;
    for (const index of indexes)
      for (const row of rows({
        ...everythingOf(index, WORDS),
        ...(name === 'places' && { listed: PLACED }),
        bookmarks: BOOKMARKS,
      })) {
        const line = JSON.parse(JSON.stringify(row));
        const valid: boolean = validate(line);
        assert.ok(valid, JSON.stringify([validate.errors, line]));
        assert.deepEqual(Object.keys(line).sort(), Object.keys(schema.properties).sort());
        for (const member of line.members ?? [])
          assert.deepEqual(Object.keys(member).sort(), Object.keys(schema.properties.members.items.properties).sort());
        count++;
      }
    assert.ok(count > 0);
  });

test('there is a schema for every command and none besides', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), COMMANDS.map(({ name }) => fileOf(name)).sort());
});
