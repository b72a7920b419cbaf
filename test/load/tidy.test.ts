import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidyWhenQuiet } from '../../src/load/tidy.ts';

test('when nothing is done what nobody holds is given back, and what is held is not', async () => {
  const held = { it: new Array(1000).fill('held') };
  const others = Array.from({ length: 100 }, (_, i) => new WeakRef({ it: new Array(1000).fill(i) }));
  const ref = new WeakRef(held);
  tidyWhenQuiet(10);
  while (others.some((other) => other.deref())) await new Promise((resume) => setTimeout(resume, 20));
  assert.equal(ref.deref(), held);
  assert.equal(held.it.length, 1000);
});
