// What linking worked out and is kept for the next start, where anybody may have written.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readArticle } from '../../src/corpus/read.ts';
import type { Index } from '../../src/index/access.ts';
import { Linking } from '../../src/index/linking.ts';
import { linksOf } from '../../src/index/links.ts';
import { atOnce } from '../../src/index/paused.ts';
import { decodeIndex, encodeIndex } from '../../src/index/stored/index.ts';
import { unpackTable } from '../../src/index/stored/table.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { analyse } from '../../src/language/analyse.ts';
import { packedIn, packedSections } from '../../src/load/packed.ts';
import type { AnnotatedArticle } from '../../src/model.ts';
import { temporaryFolder } from '../temporary.ts';

/** What a fresh linking of these articles gives is what one that begins with what was kept gives, too. */
export interface Kept {
  readonly packed: Uint8Array;
  readonly articles: readonly AnnotatedArticle[];
  readonly marks: readonly string[];
}

function annotated(path: string, text: string): AnnotatedArticle {
  const { article } = readArticle({ file: `/${path}`, path }, text);
  return { article, annotations: analyse(article) };
}

const SHIPS =
  'KYIV, Ukraine (Reuters) — “We saw many ships at sea that night,” Ann Smith, the defence minister, said on Dec. 29, 2021.';
const TROOPS =
  'President Vladimir Putin told Joe Biden that some 5,000 troops had left the border, according to the Pentagon.';
const DENIED =
  'Mr. Smith, a spokesman of the North Atlantic Treaty Organization (NATO), declined to comment. “Nothing was agreed,” an official said.';
/** Small articles with all that is kept: names of several, copies, utterances, a story. */
const TEXTS = [
  `Ministers meet in Kyiv\n\n${SHIPS}\n\n${TROOPS}\n\n${DENIED}\n`,
  `Putin speaks with Biden\n\n${TROOPS}\n\nMr. Putin and Mr. Biden spoke for an hour. “We saw many ships at sea,” said Ann Smith.\n`,
  `Ministers meet in Kyiv again\n\n${SHIPS}\n\n${TROOPS}\n\nSmith said they would go on.\n`,
  `NATO says nothing\n\n${DENIED}\n\nNATO’s members met in Brussels on December 30, 2021, and Jo Biden called.\n`,
  `Grain prices rise\n\nTwo bakers of Odesa, Bo Lee and Ann Lee, said that “bread costs 7 percent more” than in May.\n`,
];

/** What was kept of some articles; since then one has changed, one went and one came. */
export function keptBefore(): Kept {
  const before = TEXTS.map((text, i) => annotated(`${i}.txt`, text));
  const marks = before.map((_, i) => `mark ${i}`);
  const linking = new Linking();
  atOnce(linking.linked(before));
  const packed = linking.packed(marks);
  const changed = annotated('1.txt', TEXTS[1]!.replace('an hour', 'two hours'));
  const articles = [
    before[0]!,
    changed,
    ...before.slice(3),
    annotated('9.txt', TEXTS[2]!.replace('again', 'once more')),
  ];
  return { packed, articles, marks: [marks[0]!, 'another', ...marks.slice(3), 'new'] };
}

/**
 * The index of what was kept, as the thread that links and the loader make it; `undefined` where they link anew, for it is
 * not what it is said to be.
 */
export function linkedFrom({ packed, articles, marks }: Kept): Index | undefined {
  let made: Uint8Array;
  try {
    const kept = atOnce(Linking.unpacked(packed));
    atOnce(kept.recognise(articles, marks));
    if (!kept.mayTake(articles)) return undefined;
    const index = atOnce(kept.linked(articles));
    if (!atOnce(kept.saysWhatIsThere(index))) return undefined;
    made = encodeIndex(index);
    kept.packed(marks);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
  try {
    return decodeIndex(made, articles);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Puts lies into what was kept: each eight bytes say where which number goes in, or all of the bytes are what was kept.
 */
export function withLies(packed: Uint8Array, bytes: Buffer): Uint8Array {
  if ((bytes[0] ?? 0) & 0x80) return Uint8Array.from(bytes.subarray(1, 1 + 8 * ((bytes.length - 1) >> 3)));
  const lying = packed.slice();
  const table = new Float64Array(lying.buffer, 0, lying.length >> 3);
  const runs = unpackTable(lying);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const [how, where, lie] = [bytes[at]!, bytes.readUInt16LE(at + 2), bytes.readInt32LE(at + 4)];
    const run = runs[bytes[at + 1]! % runs.length]!;
    const numbers = new DataView(run.buffer, run.byteOffset, run.length);
    if (how & 4) table[table.length - 1 - (where % (2 * runs.length + 1))] = lie;
    else if (how & 2 && run.length >= 8) numbers.setFloat64(8 * (where % (run.length >> 3)), lie, true);
    else if (run.length >= 4) numbers.setInt32(4 * (where % (run.length >> 2)), lie, true);
  }
  return lying;
}

/** What was kept of linking, with checksums that are right and numbers that lie. */
export function linkedTarget(): (bytes: Buffer) => void {
  let kept: Kept | undefined;
  return (bytes) => {
    kept ??= keptBefore();
    const index = linkedFrom({ ...kept, packed: withLies(kept.packed, bytes) });
    if (bytes.length === 0 && !index) throw new Error('what was kept is not taken');
    if (!index) return;
    linksOf(index);
    for (const { name, aliases } of index.entities)
      for (const text of [name, ...aliases.map((alias) => alias.text)])
        if (
          !index.articles.some(({ article }) =>
            article.text.replaceAll(/\s+/g, ' ').includes(text.replaceAll(/\s+/g, ' ')),
          )
        )
          throw new Error(`no article says ${text}`);
  };
}

/** What is kept in files of sections, of a corpus. */
const BUILD = 'fuzzed';
/** Where a table begins, and where its checksum stands. */
const [TABLE, SUM] = [56, 32];

/**
 * A file of what was kept, with other bytes in some places, one behind the other: it is what was written, or is not taken.
 * Where the first byte is odd the table's checksum is right all the same.
 */
export function sectionsTarget(): (bytes: Buffer) => Promise<void> {
  let made: { readonly home: string; readonly file: string; readonly right: Buffer } | undefined;
  const packed = Uint8Array.from({ length: 999 }, (_, i) => i % 251);
  const kept = (home: string, tell: (words: string) => void) =>
    cacheOf([home], { XDG_CACHE_HOME: home }, tell)!.linking;
  return async (bytes) => {
    if (!made) {
      const home = temporaryFolder('fuzz');
      await kept(home, () => {}).write(packedSections(packed, BUILD));
      const folder = join(home, 'crisis-tui');
      const file = join(folder, readdirSync(folder)[0]!);
      made = { home, file, right: readFileSync(file) };
    }
    const { home, file, right } = made;
    const changed = Buffer.from(right);
    for (let at = 1; at + 4 <= bytes.length; at += 4) changed[bytes.readUInt16LE(at) % changed.length] = bytes[at + 2]!;
    const cut = (bytes[0] ?? 0) & 2 ? changed.subarray(0, (bytes.at(-1)! * changed.length) >> 8) : changed;
    if ((bytes[0] ?? 0) & 1 && cut.length > TABLE + TABLE)
      createHash('sha1')
        .update(cut.subarray(TABLE, TABLE + TABLE))
        .digest()
        .copy(cut, SUM);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, cut, { mode: 0o600 });
    const told: string[] = [];
    const read = await kept(home, (words) => told.push(words)).read((its) => packedIn(its, BUILD));
    if (read && !Buffer.from(read).equals(packed)) throw new Error('other bytes than were written');
    if (!read && cut.equals(right)) throw new Error('what was written is not read');
    if (told.length !== Number(!read)) throw new Error(`it is told of ${told.length} times`);
  };
}
