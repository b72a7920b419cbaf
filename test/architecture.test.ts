import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDrawing } from '../scripts/drawing.mjs';
import { ROOT } from './pty/terminal.ts';

const architecture = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });

test('the drawing of the floors is that of the imports (npm run drawing)', async () => {
  assert.equal(await withDrawing(architecture), architecture);
});

test('every file and folder that is named is there', () => {
  const paths = [...architecture.matchAll(/`((?:[\w.-]+\/)+(?:[\w.-]+\.\w+)?)`/g)].map(([, path = '']) => path);
  assert.ok(paths.length > 40);
  const there = sources.map((file) => `/${file.replaceAll('\\', '/')}`);
  for (const path of paths)
    assert.ok(
      existsSync(join(ROOT, path)) || there.some((file) => `${file}/`.includes(`/${path.replace(/\/$/, '')}/`)),
      path,
    );
});

test('every function on the walk from the byte to the cell is where it is said to be', () => {
  const walk = architecture.slice(architecture.indexOf('## A quote from the byte to the cell'));
  const steps = [...walk.slice(0, walk.indexOf('\n## ', 3)).matchAll(/^\d+\. `([\w/.-]+)` `(\w+)`/gm)];
  assert.ok(steps.length > 10);
  for (const [, file = '', name = ''] of steps) {
    const source = readFileSync(join(ROOT, 'src', file), 'utf8');
    assert.match(source, new RegExp(`^export .*\\b${name}\\b`, 'm'), `${file} ${name}`);
  }
});
