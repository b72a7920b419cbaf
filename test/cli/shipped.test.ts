import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { shippedBytes, shippedIndex } from '../../src/cli/shipped.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Index } from '../../src/index/access.ts';
import { buildIndex } from '../../src/index/build.ts';
import { entityDraft } from '../../src/index/stored/listed.ts';
import { ROOT } from '../pty/terminal.ts';

const SEEDS = join(ROOT, 'seeds');
const temporary = mkdtempSync(join(tmpdir(), 'crisis-tui-shipped-'));
after(() => rmSync(temporary, { recursive: true }));

/** An index with its annotations, entities and utterances as plain objects, however they are kept. */
function plain(index: Index) {
  const articles = index.articles.map(({ article, annotations: { tokens, sentences, mentions, quotes }, problem }) => ({
    article,
    annotations: { tokens, sentences, mentions, quotes },
    problem,
  }));
  const utterances = index.utterances.map(({ id, quotes, confidence }) => ({ id, quotes, confidence }));
  return { ...index, articles, entities: index.entities.map(entityDraft), utterances };
}

test('what is shipped of the bundled articles is what reading and analysing them gives', async () => {
  const { articles, problems } = await readCorpus([SEEDS]);
  assert.deepEqual(problems, []);
  const shipped = shippedIndex(SEEDS, join(ROOT, 'dist/seeds.bin'));
  assert.ok(shipped, 'npm run build makes it');
  assert.deepEqual(plain(shipped), plain(buildIndex(articles)));
});

test('of articles that are not those it was made of, or on a machine of another order of bytes, nothing is used', async () => {
  const folder = join(temporary, 'seeds');
  cpSync(SEEDS, folder, { recursive: true });
  const { articles } = await readCorpus([folder]);
  const bytes = shippedBytes(folder, buildIndex(articles));
  const file = join(temporary, 'seeds.bin');
  writeFileSync(file, bytes);
  assert.equal(shippedIndex(folder, file)?.articles.length, articles.length);
  assert.equal(shippedIndex(folder, join(temporary, 'none.bin')), undefined);

  writeFileSync(join(folder, 'another.txt'), 'One more article.');
  assert.equal(shippedIndex(folder, file), undefined, 'one more file');
  rmSync(join(folder, 'another.txt'));
  const [first] = articles;
  appendFileSync(first!.file, ' ');
  assert.equal(shippedIndex(folder, file), undefined, 'one character more');
  cpSync(SEEDS, folder, { recursive: true });
  assert.ok(shippedIndex(folder, file));

  writeFileSync(file, Buffer.concat([Buffer.from(readFileSync(file).subarray(0, 4)).reverse(), bytes.subarray(4)]));
  assert.equal(shippedIndex(folder, file), undefined, 'another order of bytes');
  assert.ok(existsSync(file));
});
