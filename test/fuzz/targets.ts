/**
 * What is fuzzed: each target takes bytes and throws when something is wrong that is not what it may say of bad input.
 * `scripts/fuzz.ts` runs one guided by coverage; `test/fuzz/fuzz.test.ts` runs all by a seed.
 */
import * as v from 'valibot';
import { decode } from '../../src/corpus/decode.ts';
import { FORMATS, formatOf } from '../../src/corpus/formats/table.ts';
import { readManifest } from '../../src/corpus/manifest.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { Unreadable } from '../../src/corpus/unreadable.ts';
import { buildIndex } from '../../src/index/build.ts';
import { type Correction, CorrectionSchema, corrected } from '../../src/index/corrections.ts';
import { linksOf } from '../../src/index/links.ts';
import { analyse } from '../../src/language/analyse.ts';
import { findFigures } from '../../src/language/figures/figures.ts';
import { findMentions } from '../../src/language/names/mentions.ts';
import { tokenise } from '../../src/language/tokens.ts';
import type { Article, Span } from '../../src/model.ts';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { FORMATS as PRINTED } from '../../src/output/formats.ts';
import { everythingOf } from '../../src/output/request.ts';
import { readQuery } from '../../src/search/query.ts';
import { Search } from '../../src/search/search.ts';
import { atOnce } from '../../src/search/slices.ts';
import { InputSplitter } from '../../src/terminal/keys.ts';
import { printable } from '../../src/terminal/printable.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { paragraph } from '../../src/ui/wrap.ts';
import { escapesIn } from '../attacks/escapes.ts';
import { cacheTarget, filesTarget } from './kept.ts';
import { linkedTarget, sectionsTarget } from './linked.ts';

export type Target = (bytes: Buffer) => void | Promise<void>;

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

function inside({ start, end }: Span, text: string, what: string): void {
  holds(0 <= start && start <= end && end <= text.length, `${what} ${start}–${end} of ${text.length}`);
}

function articleFrom(bytes: Buffer): Article {
  return readArticle({ file: '/a.md', path: 'a.md' }, bytes.toString('utf8')).article;
}

/** A format is given what is its own or not: all it may throw is what it has to say. */
function format(name: string): Target {
  const { load } = FORMATS.find((each) => each.name === name)!;
  return async (bytes) => {
    const text = bytes.toString('utf8');
    try {
      for await (const given of (await load())({ text, bytes, map: {} })) {
        if (!('text' in given)) continue;
        for (const span of [...given.leftOut, ...(given.blocks ?? []), given.body]) inside(span, given.text, name);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  };
}

const SMALL = 'Ministers meet\n\n“We saw many ships,” Ann Smith said on Monday in Kyiv, according to the Pentagon.\n';
const index = buildIndex([readArticle({ file: '/a', path: 'a' }, SMALL).article]);
const search = new Search();
atOnce(search.build(index, linksOf(index)));

export const TARGETS: Readonly<Record<string, Target>> = {
  decode: (bytes) => {
    try {
      const { text, broken } = decode(bytes);
      holds(broken >= 0 && text.length <= bytes.length * 2, 'more text than bytes');
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  },
  sniff: (bytes) => void formatOf('a.txt', bytes.toString('utf8')),
  ...Object.fromEntries(FORMATS.map(({ name }) => [name.toLowerCase().replace(' ', '-'), format(name)])),
  manifest: (bytes) => {
    const text = bytes.toString('utf8');
    for (const name of ['corpus.json', 'corpus.yaml']) {
      for (const path of readManifest(text, name).articles.keys())
        holds(!/^\/|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path), `a manifest speaks of ${path}`);
    }
  },
  clean: (bytes) => {
    const article = articleFrom(bytes);
    let from = 0;
    for (const { start, end } of article.paragraphs) {
      inside({ start, end }, article.text, 'paragraph');
      holds(start >= from, 'paragraphs lie over each other');
      from = end;
    }
    for (const span of article.leftOut) inside(span, article.text, 'left out');
  },
  names: (bytes) => {
    const article = articleFrom(bytes);
    const { tokens, sentences } = tokenise(article);
    let from = 0;
    for (const mention of findMentions(article, tokens, sentences)) {
      inside(mention, article.text, 'mention');
      holds(mention.start >= from, 'mentions lie over each other');
      from = mention.end;
    }
  },
  quotes: (bytes) => {
    const article = articleFrom(bytes);
    const annotations = analyse(article);
    for (const quote of annotations.quotes) for (const span of quote.spans) inside(span, article.text, 'quote');
    for (const figure of findFigures({ article, annotations })) inside(figure, article.text, 'figure');
  },
  printed: (bytes) => {
    const articles = [articleFrom(bytes), { ...articleFrom(bytes.subarray(bytes.length >> 2)), path: 'b.md' }];
    const made = buildIndex([...articles, readArticle({ file: '/c', path: 'c' }, SMALL).article]);
    const request = everythingOf(made, 'said');
    for (const { name, print } of PRINTED)
      for (const command of PRINT_COMMANDS) {
        const says = [...print(command, request, 100)].join('');
        if (name !== 'table') continue;
        const offences = escapesIn(says.replaceAll('\n', ''));
        holds(offences.length === 0, `${command.name}: ${offences.join(' ')}`);
      }
  },
  query: (bytes) => {
    const text = bytes.toString('utf8');
    readQuery(text);
    atOnce(search.find(text));
  },
  printable: (bytes) => {
    const text = bytes.toString(bytes[0] === 0 ? 'utf16le' : 'utf8');
    const shown = printable(text);
    const offences = escapesIn(shown.replaceAll('\n', ''));
    holds(offences.length === 0, offences.join(' '));
    holds(printable(shown) === shown, 'printable text is changed');
    for (const line of paragraph(text, { start: 0, end: text.length }, 20, []))
      holds(widthOf(printable(line.map((segment) => segment.text).join(''))) <= 20, 'a row too wide');
  },
  keys: (bytes) => {
    const splitter = new InputSplitter();
    const text = bytes.toString('utf8');
    const half = text.length >> 1;
    for (const input of [
      ...splitter.push(text.slice(0, half)),
      ...splitter.push(text.slice(half)),
      ...splitter.flush(),
    ])
      holds(typeof input === 'object' || typeof input === 'string', 'no input');
  },
  corrections: (bytes) => {
    let items: unknown;
    try {
      items = JSON.parse(bytes.toString('utf8'));
    } catch {
      return;
    }
    const read = v.safeParse(v.array(CorrectionSchema), items);
    if (read.success) corrected(index, read.output as Correction[]);
  },
  cache: cacheTarget(index),
  linking: linkedTarget(),
  sections: sectionsTarget(),
  files: filesTarget(),
};
