import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTSIDE, writeLabels } from '../src/language/names/labels.ts';
import { tokenise } from '../src/language/tokens.ts';
import { type Article, ENTITY_TYPES, type Paragraph, type Sentence, type Tokens } from '../src/model.ts';

/** An article and the labels of its tokens. */
export interface Labelled {
  readonly id: string;
  readonly article: Article;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly gold: Uint8Array;
}

/** A name that annotators marked, by offsets into the text. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

const TYPES: Readonly<Record<string, (typeof ENTITY_TYPES)[number]>> = {
  PER: 'person',
  Person: 'person',
  ORG: 'organization',
  Organization: 'organization',
  LOC: 'place',
  Location: 'place',
  Facility: 'place',
  MISC: 'misc',
  Misc: 'misc',
  NORP: 'misc',
  Product: 'misc',
};

/** Seats of power that speak in the news are organizations, whatever a corpus calls them. */
const SPEAKING_HOUSES = new Set([
  'White House',
  'Kremlin',
  'Pentagon',
  'the White House',
  'the Kremlin',
  'the Pentagon',
]);
/** One corpus calls some days and months names. */
const DAYS =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** The files of labelled sentences, in the folder of annotated news. */
export const SENTENCE_FILES = ['wikigold', 'uner_ewt', 'gum', 'crossner'].map((name) => `train_ner/${name}.jsonl`);

/** Reads a file whose rows hold a text and its names by offsets. */
export function readTexts(data: string, file: string): Labelled[] {
  return rows<{ id: string; text: string; entities: Name[] }>(data, file).map(({ id, text, entities }) => {
    const names = entities.filter((e) => {
      const written = text.slice(e.start, e.end);
      return !(TYPES[e.type] === 'misc' && (DAYS.test(written) || !/\p{L}/u.test(written)));
    });
    return labelled(id, text, names);
  });
}

/** Reads a file whose rows are sentences of labelled words; so many of them in a row make a document. */
export function readSentences(data: string, file: string, perDocument = 20): Labelled[] {
  const sentences = rows<{ id: string; tokens: string[]; tags: string[] }>(data, file);
  const out: Labelled[] = [];
  for (let from = 0; from < sentences.length; from += perDocument) {
    let text = '';
    const names: { start: number; end: number; type: string }[] = [];
    for (const { tokens, tags } of sentences.slice(from, from + perDocument)) {
      if (text !== '') text += '\n';
      tokens.forEach((token, i) => {
        if (i > 0) text += ' ';
        const start = text.length;
        text += token;
        const tag = tags[i]!;
        const open = names.at(-1);
        if (tag.startsWith('B-')) names.push({ start, end: text.length, type: tag.slice(2) });
        else if (tag.startsWith('I-') && open) open.end = text.length;
      });
    }
    out.push(labelled(sentences[from]!.id, text, names));
  }
  return out;
}

function rows<Row>(data: string, file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** A text whose names are known, as tokens with labels. */
export function labelled(id: string, text: string, names: readonly Name[]): Labelled {
  const article = articleOf(id, text);
  const { tokens, sentences } = tokenise(article);
  const gold = new Uint8Array(tokens.count).fill(OUTSIDE);
  let token = 0;
  for (const { start, end, type } of [...names].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (token < tokens.count && tokens.end[token]! <= start) token++;
    let last = token;
    while (last < tokens.count && tokens.start[last]! < end) last++;
    const known = SPEAKING_HOUSES.has(text.slice(start, end)) ? 'organization' : TYPES[type];
    if (!known || last === token) continue;
    if (!sentences.some((s) => s.firstToken <= token && last <= s.endToken)) continue;
    if (gold.subarray(token, last).some((label) => label !== OUTSIDE)) continue;
    writeLabels(gold, token, last, ENTITY_TYPES.indexOf(known));
  }
  return { id, article, tokens, sentences, gold };
}

/** A text as an article: every line a paragraph. */
function articleOf(path: string, text: string): Article {
  const paragraphs: Paragraph[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g))
    if (line.trim() !== '') paragraphs.push({ kind: 'body', start: index, end: index + line.length });
  return {
    path,
    text,
    file: path,
    headline: null,
    byline: null,
    outlet: null,
    origin: null,
    date: null,
    language: 'en',
    paragraphs,
    leftOut: [],
  };
}
