import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './pty/terminal.ts';

test('every function, class and interface that another file may use says what it is', () => {
  const silent = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(ROOT, 'src', file), 'utf8').split('\n');
      return lines.flatMap((line, i) =>
        /^export (?:async )?(?:function|class|interface)\b/.test(line) && !lines[i - 1]?.trim().endsWith('*/')
          ? [`src/${file}:${i + 1}: ${line}`]
          : [],
      );
    });
  assert.deepEqual(silent, []);
});
