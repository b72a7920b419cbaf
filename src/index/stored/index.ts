import { type AnnotatedArticle, ENTITY_TYPES, type Entity, type Story, type Utterance } from '../../model.ts';
import type { Index } from '../access.ts';
import type { Copies } from '../copies.ts';
import { textsOf } from '../counting.ts';
import { atOnce, type Paused } from '../paused.ts';
import { StoredArticle } from './article.ts';
import { joined } from './joined.ts';
import { StoredEntity, StoredUtterance } from './listed.ts';
import { StoredAnnotations } from './opened.ts';
import { Places } from './places.ts';
import { packStrings, Strings } from './strings.ts';
import { packTable, unpackTable } from './table.ts';

/**
 * What an index says of its articles beyond their annotations, as bytes: names and spellings of entities, whose mention
 * each is, whose utterance each quote is, whose story each article is. {@link decodeIndex} gives the index back.
 */
export function encodeIndex(index: Index): Uint8Array {
  const { entities, utterances, stories, entityOf, utteranceOf, storyOf, copies } = index;
  const roles = entities.map(({ description }) => description ?? { article: -1, start: 0, end: 0 });
  const aliases = entities.flatMap((entity) => entity.aliases);
  const columns = [
    packStrings(entities.map(({ id }) => id)),
    packStrings(entities.map(({ name }) => name)),
    Int32Array.from(entities, ({ type }) => ENTITY_TYPES.indexOf(type)),
    Int32Array.from(entities, (entity) => entity.aliases.length),
    packStrings(aliases.map(({ text }) => text)),
    Int32Array.from(aliases, ({ count }) => count),
    Int32Array.from(roles.flatMap(({ article, start, end }) => [article, start, end])),
    concatenated(entityOf),
    Float64Array.from(utterances, ({ confidence }) => confidence),
    concatenated(utteranceOf),
    packStrings(stories.map(({ id }) => id)),
    packStrings(stories.map(({ label }) => label)),
    storyOf,
    Int32Array.from(entityOf, ({ length }) => length),
    Int32Array.from(utteranceOf, ({ length }) => length),
    Int32Array.from(copies.flatMap(({ articles }) => [articles.length, ...articles])),
    Float64Array.from(copies, ({ shared }) => shared),
  ];
  return joined([
    ...packTable(columns.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))),
  ]);
}

/**
 * The index of articles that it was made of.
 *
 * @param articles the same in the same order, with the same annotations
 * @throws RangeError where it is not theirs
 */
export function decodeIndex(bytes: Uint8Array, articles: readonly AnnotatedArticle[]): Index {
  return atOnce(decodingIndex(bytes, articles));
}

/** The same with pauses. */
export function* decodingIndex(bytes: Uint8Array, articles: readonly AnnotatedArticle[]): Paused<Index> {
  const columns = unpackTable(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
  const must = (holds: boolean) => {
    if (!holds) throw new RangeError('this index is of other articles');
  };
  must(columns.length === 17);
  const strings = (column: number) => new Strings(columns[column]!);
  const numbers = (column: number) => {
    const { buffer, byteOffset, byteLength } = columns[column]!;
    return new Int32Array(buffer, byteOffset, byteLength >> 2);
  };
  const doubles = (column: number) => {
    const { buffer, byteOffset, byteLength } = columns[column]!;
    return new Float64Array(buffer, byteOffset, byteLength >> 3);
  };
  const ids = strings(0);
  yield;
  const names = strings(1);
  yield;
  const spellings = strings(4);
  yield;
  const [types, aliasCounts, counts, roles] = [numbers(2), numbers(3), numbers(5), numbers(6)];
  const confidences = doubles(8);
  const entityOf = yield* divided(numbers(7), numbers(13));
  const utteranceOf = yield* divided(numbers(9), numbers(14));
  must(entityOf.length === articles.length && utteranceOf.length === articles.length);
  for (const [i, { annotations }] of articles.entries()) {
    const count = annotations instanceof StoredAnnotations ? annotations.count : undefined;
    must(
      entityOf[i]!.length === (count?.mentions ?? annotations.mentions.length) &&
        utteranceOf[i]!.length === (count?.quotes ?? annotations.quotes.length) &&
        entityOf[i]!.every((entity) => entity >= -1 && entity < ids.length) &&
        utteranceOf[i]!.every((utterance) => utterance >= 0 && utterance < confidences.length),
    );
    yield;
  }
  must(names.length === ids.length && spellings.length === counts.length && roles.length === 3 * ids.length);
  must(types.length === ids.length && types.every((type) => type >= 0 && type < ENTITY_TYPES.length));
  yield;
  let aliases = 0;
  const aliasEnds = aliasCounts.map((count) => {
    must(count >= 0);
    aliases += count;
    return aliases;
  });
  must(aliasCounts.length === ids.length && aliases === spellings.length);
  yield;
  for (let i = 0; i < roles.length; i += 3) {
    const [article, start, end] = [roles[i]!, roles[i + 1]!, roles[i + 2]!];
    must(article < 0 || (start >= 0 && start <= end && end <= lengthOf(articles[article])));
    if (i % STRETCH === 0) yield;
  }
  const mentions = yield* Places.of(entityOf, ids.length);
  const entityColumns = { ids, names, types, aliasEnds, spellings, counts, roles, mentions };
  const entities: Entity[] = [];
  for (let i = 0; i < ids.length; i++) {
    entities.push(new StoredEntity(entityColumns, i));
    if (i % STRETCH === 0) yield;
  }
  const quotes = yield* Places.of(utteranceOf, confidences.length);
  const utterances: Utterance[] = [];
  for (let i = 0; i < confidences.length; i++) {
    must(quotes.count(i) > 0);
    utterances.push(new StoredUtterance(quotes, confidences, i));
    if (i % STRETCH === 0) yield;
  }
  const storyOf = numbers(12).slice();
  const storyIds = strings(10);
  const labels = strings(11);
  const members: number[][] = Array.from({ length: storyIds.length }, () => []);
  must(storyOf.length === articles.length && storyOf.every((story) => story >= -1 && story < members.length));
  storyOf.forEach((story, article) => {
    members[story]?.push(article);
  });
  const stories = members.map((its, i): Story => ({ id: storyIds.at(i), label: labels.at(i), articles: its }));
  yield;
  const copied = numbers(15);
  let at = 0;
  const copies = Array.from(doubles(16), (shared): Copies => {
    const count = copied[at++] ?? -1;
    at += count;
    must(count > 0 && copied.subarray(at - count, at).every((article) => article >= 0 && article < articles.length));
    return { articles: [...copied.subarray(at - count, at)], shared };
  });
  yield;
  const columnsOf = { entityOf, utteranceOf, storyOf, textOf: textsOf(articles, copies) };
  return { articles, entities, utterances, stories, copies, ...columnsOf, speakers: new Map() };
}

/** So many are made between two pauses. */
const STRETCH = 1536;

function lengthOf(it: AnnotatedArticle | undefined): number {
  const article = it?.article;
  return article instanceof StoredArticle ? article.length : (article?.text.length ?? -1);
}

function concatenated(columns: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

function* divided(all: Int32Array, sizes: Int32Array): Paused<readonly Int32Array[]> {
  const columns: Int32Array[] = [];
  let at = 0;
  for (const size of sizes) {
    at += size;
    columns.push(all.subarray(at - size, at));
    if (columns.length % STRETCH === 0) yield;
  }
  if (at !== all.length) throw new RangeError('this index is of other articles');
  return columns;
}
