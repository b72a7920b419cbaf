// Each target a few hundred times, by a seed: `npm run fuzz -- TARGET --seconds N` goes on, guided by coverage.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ROOT } from '../pty/terminal.ts';
import { SEEDS, WORDS } from './seeds.ts';
import { TARGETS } from './targets.ts';

const SEED = 20_261_122;
const RUNS = 150;
/** What once made a target fail, in a file of its name. */
const FOUND = join(ROOT, 'test/fuzz/found');

/** A seed with pieces taken out, put in, doubled, swapped; or nothing but pieces. */
const bytes: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom('', ...SEEDS),
    fc.array(
      fc.tuple(
        fc.constantFrom('put', 'cut', 'double'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })),
        fc.integer({ min: 1, max: 30 }),
      ),
      { maxLength: 12 },
    ),
    fc.boolean(),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
  )
  .map(([seed, edits, raw, pokes]) => {
    let text = seed;
    for (const [how, where, piece, length] of edits) {
      const at = Math.floor(where * text.length);
      if (how === 'put') text = text.slice(0, at) + piece.repeat(1 + (length % 3)) + text.slice(at);
      else if (how === 'cut') text = text.slice(0, at) + text.slice(at + length);
      else text = text.slice(0, at) + text.slice(at, at + length).repeat(3) + text.slice(at);
    }
    const made = Buffer.from(text);
    if (raw) for (const [where, byte] of pokes) if (made.length > 0) made[Math.floor(where * (made.length - 1))] = byte;
    return made;
  });

for (const [name, target] of Object.entries(TARGETS))
  test(`nothing that ${name} is given breaks it`, async () => {
    for (const seed of SEEDS) await target(Buffer.from(seed));
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => target(given)),
      { numRuns: RUNS, seed: SEED },
    );
  });

test('what once broke a target does not break it again', async () => {
  const files = existsSync(FOUND) ? readdirSync(FOUND) : [];
  for (const file of files) {
    const target = TARGETS[file.split('.')[0] ?? ''];
    assert.ok(target, `${file} is of no target`);
    await target(readFileSync(join(FOUND, file)));
  }
});
