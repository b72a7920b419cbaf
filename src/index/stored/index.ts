import { type AnnotatedArticle, ENTITY_TYPES, type Entity, type Ref, type Story, type Utterance } from '../../model.ts';
import type { Index } from '../access.ts';
import type { Copies } from '../copies.ts';
import { textsOf } from '../counting.ts';
import { atOnce, type Paused } from '../paused.ts';
import { utteranceId } from '../utterances.ts';
import { joined } from './joined.ts';
import { StoredAnnotations } from './opened.ts';
import { packStrings, unpackStrings } from './strings.ts';
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
  if (columns.length !== 17) throw new RangeError('these bytes are no index');
  const strings = (column: number) => unpackStrings(columns[column]!);
  const numbers = (column: number) => {
    const { buffer, byteOffset, byteLength } = columns[column]!;
    return new Int32Array(buffer, byteOffset, byteLength >> 2);
  };
  const [ids, names, types, aliasCounts, spellings, counts, roles] = [
    strings(0),
    strings(1),
    numbers(2),
    numbers(3),
    strings(4),
    numbers(5),
    numbers(6),
  ];
  const entityOf = divided(numbers(7), numbers(13));
  const utteranceOf = divided(numbers(9), numbers(14));
  const theirs = [
    entityOf.length === articles.length && utteranceOf.length === articles.length,
    articles.every(({ annotations }, i) => {
      const count = annotations instanceof StoredAnnotations ? annotations.count : undefined;
      return (
        entityOf[i]!.length === (count?.mentions ?? annotations.mentions.length) &&
        utteranceOf[i]!.length === (count?.quotes ?? annotations.quotes.length)
      );
    }),
    numbers(7).every((entity) => entity >= -1 && entity < ids.length),
    names.length === ids.length && spellings.length === counts.length && roles.length === 3 * ids.length,
    types.length === ids.length && types.every((type) => type >= 0 && type < ENTITY_TYPES.length),
    aliasCounts.length === ids.length && aliasCounts.every((count) => count >= 0 && count <= spellings.length),
    aliasCounts.reduce((sum, count) => sum + count, 0) === spellings.length,
  ];
  if (theirs.includes(false)) throw new RangeError('this index is of other articles');
  yield;
  const mentions = yield* listsOf(entityOf, ids.length);
  let alias = 0;
  const entities = ids.map((id, i): Entity => {
    const aliases = Array.from({ length: aliasCounts[i]! }, () => ({
      text: spellings[alias]!,
      count: counts[alias++]!,
    }));
    const [article, start, end] = roles.subarray(3 * i, 3 * i + 3) as unknown as readonly [number, number, number];
    const entity = { id, name: names[i]!, type: ENTITY_TYPES[types[i]!]!, aliases, mentions: mentions[i]! };
    if (article < 0) return entity;
    if (!(start >= 0 && start <= end && end <= (articles[article]?.article.text.length ?? -1)))
      throw new RangeError('this index is of other articles');
    return { ...entity, description: { article, start, end } };
  });
  const doubles = (column: number) => {
    const { buffer, byteOffset, byteLength } = columns[column]!;
    return new Float64Array(buffer, byteOffset, byteLength >> 3);
  };
  const confidences = doubles(8);
  yield;
  const utterances = (yield* listsOf(utteranceOf, confidences.length)).map((quotes, i): Utterance => {
    const [first] = quotes;
    if (!first) throw new RangeError('this index is of other articles');
    return { id: utteranceId(first), quotes, confidence: confidences[i]! };
  });
  if (utterances.reduce((sum, { quotes }) => sum + quotes.length, 0) !== numbers(9).length)
    throw new RangeError('this index is of other articles');
  yield;
  const storyOf = numbers(12).slice();
  const members: number[][] = strings(10).map(() => []);
  if (storyOf.length !== articles.length || !storyOf.every((story) => story >= -1 && story < members.length))
    throw new RangeError('this index is of other articles');
  storyOf.forEach((story, article) => {
    members[story]?.push(article);
  });
  const labels = strings(11);
  const stories = strings(10).map((id, i): Story => ({ id, label: labels[i]!, articles: members[i]! }));
  const copied = numbers(15);
  let at = 0;
  const copies = Array.from(doubles(16), (shared): Copies => {
    const count = copied[at++] ?? -1;
    at += count;
    if (!(count > 0 && copied.subarray(at - count, at).every((article) => article >= 0 && article < articles.length)))
      throw new RangeError('this index is of other articles');
    return { articles: [...copied.subarray(at - count, at)], shared };
  });
  const columnsOf = { entityOf, utteranceOf, storyOf, textOf: textsOf(articles, copies) };
  return { articles, entities, utterances, stories, copies, ...columnsOf, speakers: new Map() };
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

function divided(all: Int32Array, sizes: Int32Array): readonly Int32Array[] {
  let at = 0;
  const columns = Array.from(sizes, (size) => {
    at += size;
    return all.subarray(at - size, at);
  });
  if (at !== all.length) throw new RangeError('this index is of other articles');
  return columns;
}

/** The inverse of columns: of each number the places where it stands, in order. */
function* listsOf(columns: readonly Int32Array[], count: number): Paused<readonly (readonly Ref[])[]> {
  const lists: Ref[][] = Array.from({ length: count }, () => []);
  for (const [article, column] of columns.entries()) {
    column.forEach((number, item) => {
      lists[number]?.push({ article, item });
    });
    yield;
  }
  return lists;
}
