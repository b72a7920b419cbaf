// A cache that somebody made up: with checksums that are right, and with numbers that lie.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Linking } from '../../src/index/linking.ts';
import { linksOf } from '../../src/index/links.ts';
import { atOnce } from '../../src/index/paused.ts';
import { unpackTable } from '../../src/index/stored/table.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { openSections, type Section, writeSections } from '../../src/keep/sections.ts';
import { stampOf } from '../../src/load/kept.ts';
import { Loader } from '../../src/load/loader.ts';
import type { AnnotatedArticle } from '../../src/model.ts';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { everythingOf } from '../../src/output/request.ts';
import { seeded } from '../../training/random.ts';
import { linkedFrom, withLies } from '../fuzz/linked.ts';
import { madeUpText } from '../load/folder.ts';
import { escapesIn } from './escapes.ts';
import { PAYLOADS } from './payloads.ts';

const SECTIONS = ['files', 'articles', 'annotations', 'index'];
/** What a length or a place may be said to be. */
const LIES = [-1, -2, 0, 1, 2, 7, 255, 0x7fffffff, -0x80000000, 0x01010101];
/** `LIES=1200 node --import tsx --test test/attacks/cache.test.ts` tells more. */
const LIES_TOLD = Number(process.env['LIES'] ?? 80);

const home = mkdtempSync(join(tmpdir(), 'crisis-tui-forged-'));
const corpus = mkdtempSync(join(tmpdir(), 'crisis-tui-forged-articles-'));
after(() => {
  for (const folder of [home, corpus]) rmSync(folder, { recursive: true, force: true });
});
const attacks = Object.values(PAYLOADS);
for (let i = 0; i < 24; i++)
  writeFileSync(join(corpus, `${i}.txt`), `Talks ${attacks[i]?.replaceAll(/[\r\n]/g, '')} go on\n\n${madeUpText(i)}`);
// What changed just now is read again; then the cache is asked.
const last = join(corpus, '23.txt');
while (stampOf(last).length === 0) await setTimeout(50);

let told: string[] = [];
function opened() {
  told = [];
  const cache = cacheOf([corpus], { XDG_CACHE_HOME: home }, (words) => told.push(words));
  return new Loader({ paths: [corpus], cache, workers: 0 });
}

/** All that is printed for a person of what a start gives. */
async function printed(loader: Loader): Promise<string> {
  await loader.read();
  const index = await loader.build();
  linksOf(index);
  const table = FORMATS.find(({ name }) => name === 'table')!;
  return PRINT_COMMANDS.map((command) => [...table.print(command, everythingOf(index, 'said'), 100)].join('')).join('');
}

async function sectionsOf(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const kept = await openSections(file);
  const sections = new Map<string, Uint8Array>();
  for (const name of SECTIONS) sections.set(name, (await kept.section(name)).slice());
  await kept.close();
  return sections;
}

const first = opened();
const expected = await printed(first);
await first.keep();
const file = join(home, 'crisis-tui', readdirSync(join(home, 'crisis-tui'))[0]!);
const honest = await sectionsOf(file);

async function forge(change: (sections: Map<string, Uint8Array>) => void): Promise<void> {
  const sections = new Map([...honest].map(([name, bytes]) => [name, bytes.slice()]));
  change(sections);
  await writeSections(
    file,
    `${file}.1-a.new`,
    [...sections].map(([name, bytes]): Section => ({ name, parts: [bytes] })),
  );
}

test('what comes from the cache is as harmless as what comes from the files, and the same', async () => {
  assert.equal(await printed(opened()), expected);
  assert.deepEqual(told, []);
  assert.deepEqual(escapesIn(expected), []);
});

test('numbers that lie are no crash, and nothing raw: what cannot be is made anew', async () => {
  const random = seeded(11);
  let aside = 0;
  for (let lie = 0; lie < LIES_TOLD; lie++) {
    const name = SECTIONS[lie % SECTIONS.length]!;
    let where = 0;
    await forge((sections) => {
      const bytes = sections.get(name)!;
      // Most numbers that say how much there is stand at the ends.
      const from = [0, 0, Math.max(0, bytes.length - 400)][lie % 3]!;
      const reach = lie % 3 === 0 ? bytes.length : Math.min(400, bytes.length);
      where = 4 * Math.floor((from + random() * (reach - 4)) / 4);
      new DataView(bytes.buffer).setInt32(where, LIES[Math.floor(random() * LIES.length)]!, true);
    });
    const says = await printed(opened()).catch((error: Error) => assert.fail(`${name} ${where}: ${error.stack}`));
    assert.deepEqual(escapesIn(says), [], `${name} ${where}`);
    assert.deepEqual(escapesIn(told.join('')), []);
    aside += told.length;
  }
  assert.ok(aside > 5, `${aside} set aside`);
});

test('numbers of what was kept of linking that lie are no crash, nothing raw, and nothing that no article says', async () => {
  const loader = opened();
  await loader.read();
  const { articles } = await loader.build();
  const marks = articles.map((_, i) => `mark ${i}`);
  const linking = new Linking();
  atOnce(linking.linked(articles));
  const kept = { packed: linking.packed(marks), articles, marks: ['another', ...marks.slice(1)] };
  assert.ok(linkedFrom({ ...kept, packed: kept.packed.slice() }));
  const random = seeded(12);
  const columns = unpackTable(kept.packed).length;
  const table = FORMATS.find(({ name }) => name === 'table')!;
  let taken = 0;
  for (let lie = 0; lie < LIES_TOLD; lie++) {
    const bytes = Buffer.alloc(8);
    // One in eight is of how long a column is, or where; of the others each column has some.
    bytes[0] = lie % 8 === 0 ? 4 : lie % 8 === 1 ? 2 : 0;
    bytes[1] = lie % columns;
    bytes.writeUInt16LE(Math.floor(random() * (lie % 2 === 0 ? 16 : 0x10000)), 2);
    bytes.writeInt32LE(LIES[Math.floor(random() * LIES.length)]!, 4);
    const told = `${lie}: ${bytes.toString('hex')}`;
    const index = linkedFrom({ ...kept, packed: withLies(kept.packed, bytes) });
    if (!index) continue;
    taken++;
    linksOf(index);
    const says = PRINT_COMMANDS.map((command) =>
      [...table.print(command, everythingOf(index, 'said'), 100)].join(''),
    ).join('');
    assert.deepEqual(escapesIn(says), [], told);
    for (const { name } of index.entities) assert.ok(isSaid(name, articles), `${told}: no article says ${name}`);
  }
  assert.ok(taken > LIES_TOLD / 10 && taken < LIES_TOLD, `${taken} taken`);
});

function isSaid(name: string, articles: readonly AnnotatedArticle[]): boolean {
  return articles.some(({ article }) => article.text.replaceAll(/\s+/g, ' ').includes(name));
}

test('sections that are cut short or swapped are set aside', async () => {
  for (const name of SECTIONS)
    for (const bytes of [new Uint8Array(), new Uint8Array(8), honest.get(name)!.slice(0, 64), honest.get('files')!]) {
      if (name === 'files' && bytes === honest.get('files')) continue;
      await forge((sections) => sections.set(name, bytes.slice()));
      assert.equal(await printed(opened()), expected, `${name} of ${bytes.length}`);
    }
});

test('a cache that others may write is not believed', async (t) => {
  if (process.platform === 'win32') return t.skip('has other rights');
  await forge(() => {});
  chmodSync(file, 0o666);
  assert.equal(await printed(opened()), expected);
  assert.match(told.join(), /others may write it.*set aside/);
});
