// A few kills each; `npm run kills` does two hundred.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEPT, killWhileWriting } from './kills.ts';

for (const kind of KEPT)
  test(`a process that is killed while it writes ${kind} has lost nothing that it had written`, async () => {
    let n = 0;
    const { written, losses } = await killWhileWriting(kind, 3, () => [0.1, 0.5, 0.9][n++ % 3]!);
    assert.ok(written >= 3, `${written} written`);
    assert.deepEqual(losses, []);
  });
