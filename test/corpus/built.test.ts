// The build gives a dependency another source here and there: what is read with it is the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { patches } from '../../scripts/build/patches.mjs';
import { readFeed } from '../../src/corpus/formats/feed.ts';
import { readLetter } from '../../src/corpus/formats/mail.ts';
import type { Reader } from '../../src/corpus/formats/table.ts';
import type { Piece } from '../../src/corpus/given.ts';
import { SEEDS } from '../fuzz/seeds.ts';

const FEEDS = [
  ...SEEDS,
  '<rss><channel><title>A</title><item><description>One &amp; two\r\nthree &lt;p&gt; <b>four</b> five</description></item></channel></rss>',
  '<rss><channel><item><title>A<!-- b -->C</title><description>text <![CDATA[<p>more]]> and the end',
  '<feed><entry><title type="html">A</title><content type="xhtml">x <div>B</div> y</content></entry> tail</feed>',
];

const LETTERS = [
  ...SEEDS,
  `From: Ann <ann@a.b>\nSubject: A\n\n${Array.from({ length: 9000 }, (_, i) => `Line ${i} é`).join('\r\n')}`,
  `From: Ann <ann@a.b>\nSubject: A\n\n${'\n'.repeat(9000)}the end\n`,
  `Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\nIt was \x93so\x94\n\nhe said`,
];

async function given(read: Reader, text: string): Promise<unknown> {
  const pieces: Piece[] = [];
  try {
    for await (const piece of read({ text, bytes: Buffer.from(text), map: {} })) pieces.push(piece);
  } catch (error) {
    return String(error);
  }
  return pieces;
}

/** A reader as the build has it. */
async function built<Name extends string>(file: string): Promise<Record<Name, Reader>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/corpus/formats/${file}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    plugins: [patches],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);
}

test('a feed is read alike with the parser as the build has it', async () => {
  const { readFeed: its } = await built<'readFeed'>('feed.ts');
  for (const text of FEEDS) assert.deepEqual(await given(its, text), await given(readFeed, text));
});

test('so is a letter', async () => {
  const { readLetter: its } = await built<'readLetter'>('mail.ts');
  for (const text of LETTERS) assert.deepEqual(await given(its, text), await given(readLetter, text));
});
