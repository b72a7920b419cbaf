import { compareArticles } from '../../src/compare/comparison.ts';
import { articleOf } from '../../src/corpus/article.ts';
import { decode } from '../../src/corpus/decode.ts';
import { FORMATS, type Reader } from '../../src/corpus/formats/table.ts';
import { readManifest } from '../../src/corpus/manifest.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { markRecurring } from '../../src/corpus/recurring.ts';
import { buildIndex, indexOf } from '../../src/index/build.ts';
import { linkEntities } from '../../src/index/entities.ts';
import { linksOf } from '../../src/index/links.ts';
import { groupStories } from '../../src/index/stories.ts';
import { groupUtterances } from '../../src/index/utterances.ts';
import { findFigures } from '../../src/language/figures/figures.ts';
import { findMentions } from '../../src/language/names/mentions.ts';
import { findQuotes } from '../../src/language/quotes/quotes.ts';
import { tokenise } from '../../src/language/tokens.ts';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { html } from '../../src/output/formats/html.ts';
import { FORMATS as PRINTED } from '../../src/output/formats.ts';
import { articlePage } from '../../src/output/pages/article.ts';
import { everythingOf } from '../../src/output/request.ts';
import { Search } from '../../src/search/search.ts';
import { atOnce } from '../../src/search/slices.ts';
import { InputSplitter } from '../../src/terminal/keys.ts';
import { printable } from '../../src/terminal/printable.ts';
import { fit } from '../../src/ui/line.ts';
import { paragraph } from '../../src/ui/wrap.ts';

/** Runs one stage and books its time under a name. */
type Timed = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/** What is done with a text from the outside, as stages one after the other. */
type Line = (text: string, timed: Timed) => Promise<void>;

/** What stands around a text so that a format takes it for its own. */
const WRAPPED: Readonly<Record<string, (text: string) => string>> = {
  feed: (text) =>
    `<?xml version="1.0"?><rss><channel><item><title>A</title><description>${text}</description></item></channel></rss>`,
  HTML: (text) => `<html><head><title>A</title></head><body><article><p>${text}</p></article></body></html>`,
  'JSON Lines': (text) => `${JSON.stringify({ text })}\n${text}`,
  JSON: (text) =>
    JSON.stringify({
      articles: [
        { title: text.slice(0, 5000), text },
        { author: text, text: 'A' },
      ],
    }),
  mailbox: (text) =>
    `From a b Wed Dec 29 08:00:00 2021\nSubject: A\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${text}`,
  letter: (text) => `From: a\nSubject: ${text}`,
  CSV: (text) => `title,text\n${text}`,
  Markdown: (text) => `---\ntitle: A\nauthor: ${text}\n---\nText\n`,
  text: (text) => `A headline\n\n${text}`,
};

async function all(reader: Reader, text: string): Promise<void> {
  try {
    for await (const given of reader({ text, bytes: Buffer.from(text), map: {} }))
      if ('text' in given) articleOf({ file: '/a', path: 'a' }, given, undefined);
  } catch {
    // What it cannot read it says; how long it takes to say so is what counts here.
  }
}

function readers(dress: (name: string, text: string) => string): Record<string, Line> {
  return Object.fromEntries(
    FORMATS.map(({ name, load }) => [
      name,
      async (text: string, timed: Timed) => {
        const reader = await load();
        await timed('', () => all(reader, dress(name, text)));
      },
    ]),
  );
}

/** Lines by their names. */
export const LINES: Readonly<Record<string, Line>> = {
  ...Object.fromEntries(Object.entries(readers((_, text) => text)).map(([name, line]) => [`${name}, bare`, line])),
  ...Object.fromEntries(
    Object.entries(readers((name, text) => (WRAPPED[name] as (text: string) => string)(text))).map(([name, line]) => [
      `${name}, dressed`,
      line,
    ]),
  ),
  decode: async (text, timed) => {
    await timed('UTF-8', () => decode(Buffer.from(text)));
    await timed('Latin-1', () => {
      try {
        decode(Buffer.concat([Buffer.from(text), Buffer.of(0xe9)]));
      } catch {}
    });
  },
  manifest: async (text, timed) => {
    await timed('JSON', () => readManifest(`{"articles":{"a.txt":{"headline":${JSON.stringify(text)}}}}`));
    await timed('bare', () => readManifest(text));
    await timed('YAML', () => readManifest(text, 'corpus.yaml'));
  },
  analysis: async (text, timed) => {
    const { article } = await timed('clean, infer', () => readArticle({ file: '/a', path: 'a' }, text));
    await timed('recurring', () => markRecurring([article, article, article]));
    const { tokens, sentences } = await timed('tokens, sentences', () => tokenise(article));
    const mentions = await timed('names', () => findMentions(article, tokens, sentences));
    const quotes = await timed('quotes', () => findQuotes(article, tokens, sentences, mentions));
    const read = { article, annotations: { tokens, sentences, mentions, quotes } };
    await timed('figures', () => findFigures(read));
    const two = [read, { ...read, article: { ...article, path: 'b' } }];
    const entities = await timed('entities', () => linkEntities(two));
    await timed('stories', () => groupStories(two, entities));
    await timed('utterances', () => groupUtterances(two, entities));
    const index = indexOf(two);
    const links = await timed('links', () => linksOf(index));
    const search = new Search();
    await timed('search, built', () => atOnce(search.build(index, links)));
    await timed('search', () => atOnce(search.find('said smih')));
    await timed('compare', () => compareArticles(index, [0, 1]));
    await timed('page of an article', () => {
      for (const _ of html(articlePage(index, 0, []))) void _;
    });
    const request = everythingOf(index, 'said');
    for (const format of PRINTED)
      await timed(`print ${format.name}`, () => {
        for (const command of PRINT_COMMANDS.filter(({ name }) => name !== 'compare'))
          try {
            for (const _ of format.print(command, request, 100));
          } catch {}
      });
  },
  'many articles': async (text, timed) => {
    const articles = Array.from({ length: Math.ceil(text.length / 500) }, (_, i) =>
      readArticle({ file: `/${i}`, path: `${i}` }, text.slice(i * 500, i * 500 + 500)),
    ).map(({ article }) => article);
    await timed('recurring', () => markRecurring(articles));
    await timed('index', () => buildIndex(articles));
  },
  query: async (text, timed) => {
    const index = buildIndex([readArticle({ file: '/a', path: 'a' }, SMALL).article]);
    const search = new Search();
    atOnce(search.build(index, linksOf(index)));
    await timed('', () => atOnce(search.find(text)));
  },
  screen: async (text, timed) => {
    await timed('printable', () => printable(text));
    await timed('fit', () => fit([{ text, styles: [] }], 80));
    await timed('wrap', () => paragraph(text, { start: 0, end: text.length }, 80, []));
    await timed('keys', () => new InputSplitter().push(text));
  },
};

const SMALL = 'Ministers meet\n\n“We saw many ships,” Ann Smith said on Monday. Some 5,000 troops arrived in Kyiv.\n';
