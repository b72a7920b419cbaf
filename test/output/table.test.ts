import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { table } from '../../src/output/formats/table.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { everythingOf } from '../../src/output/request.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { seedIndex } from '../corpora.ts';

const rows = [
  { name: 'Зеленський 習近平', count: 3, note: null },
  { name: 'a\u001b[31m name that is much too long for a narrow table', count: 12, note: ['x', 'y'] },
];

test('a table is aligned by display width, fits, and lets no control character through', () => {
  const lines = [...table(rows, ['name', 'count', 'note'], 40)].map((line) => line.replace('\n', ''));
  assert.equal(lines.length, 3);
  for (const line of lines) {
    assert.ok(widthOf(line) <= 40, line);
    assert.doesNotMatch(line, /\u001b/);
  }
  const column = lines.map((line) => widthOf(line.slice(0, line.search(/count|\b3\b|\b12\b/))));
  assert.equal(new Set(column).size, 1);
  assert.match(lines[1] ?? '', /–$/);
});

const index = await seedIndex();
const terminal = FORMATS.find(({ name }) => name === 'table');
for (const width of [40, 80, 200])
  test(`what is printed fits ${width} columns`, () => {
    for (const command of PRINT_COMMANDS)
      for (const piece of terminal?.print(command, everythingOf(index, 'putin'), width) ?? [])
        for (const line of piece.split('\n')) assert.ok(widthOf(line) <= width, `${command.name}: ${line}`);
  });
