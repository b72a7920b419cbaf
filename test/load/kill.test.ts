import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killWriters } from '../../scripts/kill.ts';

test('killed while it writes the cache, the next start is right', async () => {
  const { times } = await killWriters(5);
  assert.equal(times, 5);
});
