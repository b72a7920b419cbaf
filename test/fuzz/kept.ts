// What is read of our own folders, where anybody may have written: the cache, corrections, bookmarks, searches, settings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Index } from '../../src/index/access.ts';
import { linksOf } from '../../src/index/links.ts';
import { decodeIndex, encodeIndex } from '../../src/index/stored/index.ts';
import { joined } from '../../src/index/stored/joined.ts';
import { StoredAnnotations } from '../../src/index/stored/opened.ts';
import { readBookmarks } from '../../src/keep/bookmarks.ts';
import { readConfig } from '../../src/keep/config.ts';
import { readCorrections } from '../../src/keep/corrections.ts';
import { readHistory } from '../../src/keep/history.ts';
import { Damaged, type Section, type SectionFile } from '../../src/keep/sections.ts';
import { annotatedArticle, bytesOf } from '../../src/load/found.ts';
import { knownIn, sectionsOf } from '../../src/load/kept.ts';
import { articleBytes } from '../../src/load/tasks.ts';
import { temporaryFolder } from '../temporary.ts';

const BUILD = 'fuzzed';
const NAMES = ['files', 'articles', 'annotations', 'index'];

/** The section that a byte means. */
function sectionOf(byte: number): string {
  return (byte & 0x78) === 0x78 ? 'marked' : NAMES[byte & 3]!;
}

/** The sections of a cache that is right, of these articles. */
function honest(index: Index): ReadonlyMap<string, Uint8Array> {
  const read = index.articles.map(({ article }) => ({ article, ...articleBytes(article) }));
  const sections = sectionsOf(
    {
      rules: 'r',
      files: new Map(
        read.map((each, i) => [`/${i}`, { stamp: [1, 2, 3, 4], read: { articles: [each], problems: [], size: 9 } }]),
      ),
      marked: { of: 'm', articles: new Map(read.slice(0, 2).map((each, i) => [i, each])) },
      annotations: new Map(index.articles.map((each, i) => [`${i}`, bytesOf(each)])),
      index: { key: 'k', bytes: encodeIndex(index) },
    },
    BUILD,
  );
  return new Map(sections.map(({ name, parts }: Section) => [name, joined([...parts])]));
}

/**
 * A cache whose checksums are right and whose numbers lie: each eight bytes say where which number goes in, or all of the
 * bytes are a section.
 */
export function cacheTarget(index: Index): (bytes: Buffer) => Promise<void> {
  const right = honest(index);
  return async (bytes) => {
    const sections = new Map([...right].map(([name, its]) => [name, its.slice()]));
    if ((bytes[0] ?? 0) & 0x80)
      sections.set(sectionOf(bytes[0]!), Uint8Array.from(bytes.subarray(1, 1 + 8 * ((bytes.length - 1) >> 3))));
    else
      for (let at = 0; at + 8 <= bytes.length; at += 8) {
        const section = sections.get(sectionOf(bytes[at]!))!;
        const numbers = new DataView(section.buffer);
        const last = section.length - 8;
        const where = bytes[at]! & 4 ? last - 8 * (bytes[at + 1]! % 32) : 4 * bytes.readUInt16LE(at + 2);
        if (bytes[at]! & 4) numbers.setFloat64(Math.max(0, where), bytes.readInt32LE(at + 4), true);
        else numbers.setInt32(where % (last + 4), bytes.readInt32LE(at + 4), true);
      }
    const file: SectionFile = {
      section: async (name) => sections.get(name)!,
      close: async () => {},
    };
    try {
      const known = await knownIn(file, BUILD);
      const articles = [...known.files.values()].flatMap(({ read }) => read.articles.map(({ article }) => article));
      for (const { article } of known.marked?.articles.values() ?? []) void article.leftOut;
      const annotated = articles.flatMap((article, i) => {
        const found = known.annotations.get(`${i}`);
        return found && new StoredAnnotations(found.bytes).fit(article) ? [annotatedArticle(article, found)] : [];
      });
      for (const { article, annotations } of annotated) {
        for (const { start, end } of [...annotations.mentions, ...annotations.quotes.flatMap(({ spans }) => spans)])
          if (!(0 <= start && start <= end && end <= article.text.length))
            throw new Error(`a place at ${start}–${end}`);
      }
      if (known.index) linksOf(decodeIndex(known.index.bytes, annotated));
    } catch (error) {
      // What the loader takes for damage; one without a lie has none.
      if (bytes.length === 0 || !(error instanceof RangeError || error instanceof Damaged)) throw error;
    }
  };
}

/** Files of ours, each given the same bytes: they are read or told of, and none is lost. */
export function filesTarget(): (bytes: Buffer) => void {
  let home: string | undefined;
  return (bytes) => {
    home ??= temporaryFolder('fuzz');
    const env = { XDG_DATA_HOME: home, XDG_STATE_HOME: home };
    for (const read of [readCorrections, readBookmarks]) {
      const { file, problem } = read([home], env);
      if (file === undefined) throw new Error(problem);
      put(file, bytes);
      const again = read([home], env);
      if (again.file === undefined) throw new Error(again.problem);
    }
    put(readHistory(env).file!, bytes);
    for (const search of readHistory(env).searches) if (search.includes('\n')) throw new Error('two searches in one');
    const settings = join(home, 'config.json');
    put(settings, bytes);
    for (const whose of ['user', 'corpus'] as const) readConfig({ file: settings, whose });
  };
}

function put(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
