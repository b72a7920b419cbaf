// That the work on hostile texts grows with them and not with their square: not time is measured, which another process
// can take, but how often each branch of the program is run. What built-in functions do is not counted: see
// `npm run bench growth` for that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INPUTS } from '../bench/growth/inputs.ts';
import { counted } from './counted.ts';

/** Characters of each input. Beyond the first nothing is short enough any more to be held against all of its like. */
const SIZES = [16_000, 64_000] as const;
/** Four times the text is four times the work, with some room for what is sorted; its square would be sixteen times. */
const MOST = 8;
/** Fewer branches than this say nothing. */
const FLOOR = 200_000;
/** Each of them once made a stage grow faster than it may; this stage alone where another is steep until it is large. */
const HOSTILE: Readonly<Record<string, string | null>> = {
  '"told Ann "': null,
  '"the official said. "': null,
  '"“Go,” he said. "': null,
  '"he said, "': 'compare',
  '"1,000 troops "': null,
  '"2021-12-29 "': null,
  '"Share on "': null,
  'people of one letter': 'entities',
  'persons of one name': 'names',
  'text to its end, then one mark': null,
};

const { module, branches: counting } =
  await counted<typeof import('../bench/growth/stages.ts')>('bench/growth/stages.ts');

/** How many branches each stage runs for a text. */
async function work(text: string): Promise<ReadonlyMap<string, number>> {
  const branches = new Map<string, number>();
  await module.LINES['analysis']!(text, async (name, stage) => {
    // The formats print the same rows.
    if (name.startsWith('print ') && name !== 'print jsonl') return undefined as never;
    counting();
    const result = await stage();
    branches.set(name, counting());
    return result;
  });
  return branches;
}

for (const [input, only] of Object.entries(HOSTILE))
  test(`four times of ${input} is not sixteen times the work`, async () => {
    const [less, more] = [await work(INPUTS[input]!(SIZES[0])), await work(INPUTS[input]!(SIZES[1]))];
    assert.ok(more.size > 10);
    for (const [stage, branches] of more) {
      if (only !== null && stage !== only) continue;
      const growth = branches / Math.max(FLOOR / 4, less.get(stage)!);
      assert.ok(growth <= MOST, `${stage}: ${less.get(stage)} and ${branches} branches, ${growth.toFixed(1)} times`);
    }
  });
