import { type Alias, ENTITY_TYPES, type EntityType } from '../../model.ts';
import type { StringNumbers } from './packed-units.ts';
import type { Role } from './roles.ts';

/** What was worked out for an entity, but for its units. */
export interface EntityParts {
  readonly handle: number;
  readonly slugNumber: number;
  readonly count: number;
  readonly entity: {
    readonly role: Role | undefined;
    readonly name: string;
    readonly type: EntityType;
    readonly aliases: readonly Alias[];
  };
}

/** Entities as whole numbers behind each other; their strings are numbered. */
export function packedEntities(entities: readonly EntityParts[], strings: StringNumbers): Int32Array {
  return Int32Array.from(
    entities.flatMap(({ handle, slugNumber, count, entity: { role, name, type, aliases } }) => [
      handle,
      slugNumber,
      count,
      ...(role ? [role.article, role.item, role.start, role.end, role.words] : [-1, 0, 0, 0, 0]),
      strings.of(name),
      ENTITY_TYPES.indexOf(type),
      aliases.length,
      ...aliases.flatMap(({ text, count: times }) => [strings.of(text), times]),
    ]),
  );
}

/**
 * Reads back what {@link packedEntities} gave, one after the other.
 *
 * @throws RangeError where it is something else
 */
export function* unpackedEntities(numbers: Int32Array, strings: StringNumbers): Generator<EntityParts> {
  for (let at = 0; at < numbers.length; ) {
    const [handle, slugNumber, count, article, item, start, end, words, name, type, length] = numbers.subarray(
      at,
      at + FIXED,
    ) as unknown as Fixed;
    at += FIXED;
    if (!(length >= 0 && at + 2 * length <= numbers.length)) throw new RangeError('these are no entities');
    const aliases = Array.from({ length }, (_, i) => ({
      text: strings.at(numbers[at + 2 * i]!),
      count: numbers[at + 2 * i + 1]!,
    }));
    at += 2 * length;
    const role = article < 0 ? undefined : { article, item, start, end, words };
    yield { handle, slugNumber, count, entity: { role, name: strings.at(name), type: ENTITY_TYPES[type]!, aliases } };
  }
}

/** How many numbers each has at least. */
const FIXED = 11;
type Fixed = readonly [
  handle: number,
  slugNumber: number,
  count: number,
  article: number,
  item: number,
  start: number,
  end: number,
  words: number,
  name: number,
  type: number,
  length: number,
];

/** The role that each unit has by itself. */
export function packedRoles(roles: readonly (Role | undefined)[], count: number): Int32Array {
  const numbers = new Int32Array(4 * count);
  for (const [u, role] of roles.entries()) if (role) numbers.set([role.item, role.start, role.end, role.words], 4 * u);
  return numbers;
}

/** @param article of the unit */
export function unpackedRole(numbers: Int32Array, u: number, article: number): Role | undefined {
  const [item = 0, start = 0, end = 0, words = 0] = numbers.subarray(4 * u, 4 * u + 4);
  return words === 0 ? undefined : { article, item, start, end, words };
}
