import { type Index, mentionAt, textAt } from '../../index/access.ts';
import { lineOf } from '../../index/citation.ts';
import { linksOf } from '../../index/links.ts';
import { COUNTRIES } from '../../language/names/countries.ts';
import { fold, isAcronym, personWords, soundAlike } from '../../language/names/forms.ts';
import { compatibleNames } from '../../language/names/people.ts';
import type { Entity, EntityType } from '../../model.ts';
import { searchOf } from '../../search/search.ts';
import type { Request } from '../request.ts';
import { outletOf, type Place, placeOf, type Row } from './row.ts';

/** A row of {@link explanationRows}. */
export interface Explanation extends Row {
  readonly entity: string;
  readonly name: string;
  readonly type: EntityType;
  readonly mentions: number;
  /** How many mentions the recogniser took for which type. */
  readonly types: Readonly<Partial<Record<EntityType, number>>>;
  readonly description: (Place & { readonly line: number }) | null;
  /** Its spellings, most frequent first, each where it stands first. */
  readonly members: readonly Spelling[];
}

/** A spelling of an entity, and how it came to be one. */
export interface Spelling extends Place {
  readonly line: number;
  readonly count: number;
  /** How this spelling is related to the name. */
  readonly link: string;
  /** In how many articles the article itself links it with another of the spellings. */
  readonly together: number;
}

/**
 * How the entities of a name came together. An entity is meant by its id, its name or any of its spellings; where none
 * is called so, the one that the search finds first.
 *
 * The linking keeps no record of its steps. What is said is what can be seen in its result: how the spellings are
 * related as names, and how many articles link them by themselves.
 */
export function* explanationRows({ index, words, chosen }: Request): Generator<Explanation> {
  for (const number of entitiesCalled(index, words)) {
    if (!chosen.entity(number)) continue;
    const entity = index.entities[number]!;
    const { description } = entity;
    yield {
      entity: entity.id,
      name: entity.name,
      type: entity.type,
      mentions: entity.mentions.length,
      types: typesOf(index, entity),
      description: description ? withLine(index, description.article, description) : null,
      members: spellingsOf(index, entity),
    };
  }
}

function entitiesCalled(index: Index, words: string): readonly number[] {
  const wanted = fold(words.trim());
  const called = [...index.entities.entries()]
    .filter(
      ([, { id, name, aliases }]) =>
        id === words || fold(name) === wanted || aliases.some(({ text }) => fold(text) === wanted),
    )
    .map(([number]) => number);
  return called.length > 0
    ? called
    : (searchOf(index, linksOf(index)).findNow(words).entities?.records.slice(0, 1) ?? []);
}

function typesOf(index: Index, { mentions }: Entity): Explanation['types'] {
  const types: Partial<Record<EntityType, number>> = {};
  for (const ref of mentions) {
    const { type } = mentionAt(index, ref);
    types[type] = (types[type] ?? 0) + 1;
  }
  return types;
}

function spellingsOf(index: Index, entity: Entity): readonly Spelling[] {
  const together = linkedWithin(index, entity);
  return entity.aliases.flatMap(({ text, count }): readonly Spelling[] => {
    const first = entity.mentions.find((ref) => textAt(index, ref.article, mentionAt(index, ref)) === text);
    if (!first) return [];
    return [
      {
        ...withLine(index, first.article, mentionAt(index, first)),
        outlet: outletOf(index, first.article),
        count,
        link: relation(text, entity),
        together: together.get(text) ?? 0,
      },
    ];
  });
}

function withLine(index: Index, article: number, span: { readonly start: number; readonly end: number }) {
  return { ...placeOf(index, article, span), line: lineOf(index.articles[article]!.article.text, span.start) };
}

/** Per spelling: in how many articles it is linked with another one. */
function linkedWithin(index: Index, { mentions }: Entity): ReadonlyMap<string, number> {
  const units = new Map<string, Set<string>>();
  for (const ref of mentions) {
    const mention = mentionAt(index, ref);
    const unit = `${ref.article} ${mention.local}`;
    units.set(unit, (units.get(unit) ?? new Set()).add(textAt(index, ref.article, mention)));
  }
  const counts = new Map<string, number>();
  for (const texts of units.values())
    if (texts.size > 1) for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** How a spelling is related to the name, as names go. */
function relation(text: string, { name, type }: Entity): string {
  if (text === name) return 'the name';
  if (fold(text) === fold(name)) return 'the name but for capitals or accents';
  if (type === 'person') return personalRelation(personWords(text), personWords(name));
  if (COUNTRIES.seats.has(text.toLowerCase())) return 'the seat of its government';
  if (COUNTRIES.peoples.has(text.toLowerCase())) return 'the word for its people';
  if (isAcronym(text)) return 'an acronym';
  if (fold(name).includes(fold(text)) || fold(text).includes(fold(name))) return 'a shorter or longer form';
  return OTHERWISE;
}

function personalRelation(words: readonly string[], name: readonly string[]): string {
  if (words.join(' ') === name.join(' ')) return 'the name but for titles';
  if (words.length > 1) return compatibleNames(words, name) ? 'a full name that can be the same person' : OTHERWISE;
  const [word = ''] = words;
  if (word === name.at(-1)) return 'the last name';
  if (word === name[0]) return 'the first name';
  return soundAlike(word, name.at(-1) ?? '') ? 'the last name, spelt otherwise' : OTHERWISE;
}

const OTHERWISE = 'not by the form of the names: by an article, or by your correction';
