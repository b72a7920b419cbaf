import type { Entity } from '../../model.ts';
import { widened } from '../grouping/growing.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { nameTermOf } from '../terms/reading.ts';
import { type Facts, LinkedEntity } from './linked-entity.ts';
import { slug } from './naming.ts';
import { packedEntities, unpackedEntities } from './packed-entities.ts';
import { StringNumbers } from './packed-units.ts';

/** How many units and how many mentions there are of each handle. */
export interface Sums {
  readonly units: Int32Array;
  readonly mentions: Int32Array;
}

/** Entities by their handles: a handle is the same as long as it is the same thing, whatever place and id it has. */
export class EntitiesByHandle {
  /** By handle the entity, its slug and that of its id by their numbers, how many units it has and how many mentions. */
  readonly #entityOf: (LinkedEntity | undefined)[] = [];
  #slugOf = new Int32Array();
  #idOf = new Int32Array();
  #sizes = new Int32Array();
  #counts = new Int32Array();
  #terms: number[] = [];
  readonly #slugs = new StringNumbers();
  /** Of each slug that several names have, the numbers of it with 2, 3 and so on behind it. */
  readonly #variants = new Map<number, number[]>();
  #next = 0;

  /**
   * All that stays; entities come back only with {@link unpack}, when their strings are there.
   *
   * @param strings where theirs are numbered
   * @param terms how many terms there are
   * @returns what `unpack` needs
   */
  *carried(by: Carrier, strings: StringNumbers, terms: number): Paused<PackedEntities> {
    this.#terms = [...by.column(Int32Array.from(this.#terms))];
    this.#next = by.number(this.#next);
    this.#sizes = by.column(this.#sizes);
    yield;
    yield* this.#slugs.carried(by);
    const before = this.#entityOf.flatMap((entity, handle) =>
      entity ? [{ handle, entity, slugNumber: this.#slugOf[handle]!, count: this.#counts[handle]! }] : [],
    );
    const placesOf = by.columns(
      before.map(({ entity }) => Int32Array.from(entity.places)),
      new Int32Array(),
    );
    const entities = by.column(packedEntities(before, strings));
    if (by.isBack) {
      mustBeWithin(this.#terms, terms);
      mustHold(this.#next === this.#terms.length && this.#sizes.length >= this.#next);
    }
    return { placesOf, entities };
  }

  /**
   * @param packed what {@link carried} gave back
   * @param sums what the units of each entity come to
   * @param mentions of each article a column as long as it has mentions
   */
  *unpack(
    { placesOf, entities }: PackedEntities,
    strings: StringNumbers,
    sums: Sums,
    mentions: readonly Int32Array[],
    rankOf: Int32Array,
  ): Paused<void> {
    let i = 0;
    let units = 0;
    for (const { entity, handle, slugNumber, count } of unpackedEntities(entities, strings)) {
      const places = placesOf[i++] ?? new Int32Array();
      mustHold(handle >= 0 && handle < this.#next && this.#entityOf[handle] === undefined);
      mustHold(this.#sizes[handle] === sums.units[handle] && count === sums.mentions[handle]);
      mustHold(arePlaces(places, mentions));
      const its = new LinkedEntity(this.#slugs.at(slugNumber), { ...entity, places }, rankOf);
      this.#put(handle, its, slugNumber, count);
      units += sums.units[handle]!;
      if (i % 256 === 0) yield;
    }
    // No unit is of an entity that is not there.
    mustHold(units === sums.units.reduce((sum, size) => sum + size, 0));
  }

  /** Handles are below this. */
  get limit(): number {
    return this.#next;
  }

  at(handle: number): LinkedEntity | undefined {
    return this.#entityOf[handle];
  }

  /** How many units an entity has. */
  sizeOf(handle: number): number {
    return this.#sizes[handle]!;
  }

  /** The term that an entity counts as. */
  termOf(handle: number): number {
    return this.#terms[handle]!;
  }

  /** A handle that nothing had. */
  fresh(): number {
    return this.#next++;
  }

  /**
   * Puts an entity in the place of its handle.
   *
   * @param size how many units it has
   * @param count how many mentions
   * @returns whether it is called otherwise than before
   */
  put(handle: number, facts: Facts, rankOf: Int32Array, size: number, count: number): boolean {
    const name = slug(facts.name);
    this.#put(handle, new LinkedEntity(name, facts, rankOf), this.#slugs.of(name), count);
    this.#sizes[handle] = size;
    const term = nameTermOf(facts.name);
    const isRenamed = this.#terms[handle] !== term;
    this.#terms[handle] = term;
    return isRenamed;
  }

  /** By an id that is its slug. */
  #put(handle: number, entity: LinkedEntity, slugNumber: number, count: number): void {
    this.#slugOf = widened(this.#slugOf, handle + 1);
    this.#idOf = widened(this.#idOf, handle + 1);
    this.#counts = widened(this.#counts, handle + 1);
    this.#sizes = widened(this.#sizes, handle + 1);
    this.#entityOf[handle] = entity;
    this.#slugOf[handle] = slugNumber;
    this.#idOf[handle] = slugNumber;
    this.#counts[handle] = count;
  }

  /** Says to an entity that its articles have other places in the order. */
  move(handle: number, rankOf: Int32Array): void {
    this.#entityOf[handle] = this.#entityOf[handle]?.moved(rankOf);
  }

  /** Forgets the entities that are no more. @param handles of those that are */
  keepOnly(handles: Int32Array): void {
    const isThere = new Uint8Array(this.#next);
    for (let i = 0; i < handles.length; i++) isThere[handles[i]!] = 1;
    for (let handle = 0; handle < isThere.length; handle++) {
      if (isThere[handle] === 1 || this.#entityOf[handle] === undefined) continue;
      this.#entityOf[handle] = undefined;
      this.#sizes[handle] = 0;
    }
  }

  /** The most mentioned first, of equals those of the first mention; given, by their handles, in order of first mention. */
  mostMentioned(handles: Int32Array): Int32Array {
    const counts = this.#counts;
    let most = 0;
    for (let i = 0; i < handles.length; i++) most = Math.max(most, counts[handles[i]!]!);
    const next = new Int32Array(most + 2);
    for (let i = 0; i < handles.length; i++) next[most - counts[handles[i]!]! + 1]!++;
    for (let i = 0; i <= most; i++) next[i + 1]! += next[i]!;
    const ordered = new Int32Array(handles.length);
    for (let i = 0; i < handles.length; i++) ordered[next[most - counts[handles[i]!]!]!++] = handles[i]!;
    return ordered;
  }

  /** Entities in an order, by their handles. Ids are the slugs of the names; of several with one slug those after the first get a number. */
  *withIds(handles: Int32Array): Paused<readonly Entity[]> {
    let isUsed = new Uint8Array(this.#slugs.size + 64);
    /** Of each slug the number that the next one with it may get: those below are given. */
    const next = new Map<number, number>();
    const entities = new Array<Entity>(handles.length);
    for (let i = 0; i < handles.length; i++) {
      const handle = handles[i]!;
      const slugNumber = this.#slugOf[handle]!;
      let id = slugNumber;
      let n = 1;
      if (isUsed[id] === 1) {
        n = next.get(slugNumber) ?? 2;
        for (id = this.#variantOf(slugNumber, n); isUsed[id] === 1; id = this.#variantOf(slugNumber, n)) n++;
        next.set(slugNumber, n + 1);
      }
      isUsed = widened(isUsed, id + 1);
      isUsed[id] = 1;
      let entity = this.#entityOf[handle]!;
      if (this.#idOf[handle] !== id) {
        entity = entity.called(this.#slugs.at(id));
        this.#entityOf[handle] = entity;
        this.#idOf[handle] = id;
      }
      entities[i] = entity;
      if (i % 1024 === 0) yield;
    }
    return entities;
  }

  /** The number of a slug with a number behind it, from 2 on. */
  #variantOf(slugNumber: number, n: number): number {
    let its = this.#variants.get(slugNumber);
    if (!its) {
      its = [];
      this.#variants.set(slugNumber, its);
    }
    while (its.length <= n - 2) its.push(this.#slugs.of(`${this.#slugs.at(slugNumber)}-${its.length + 2}`));
    return its[n - 2]!;
  }
}

/** What is packed of entities: of each its places, and all else of all. */
interface PackedEntities {
  readonly placesOf: readonly Int32Array[];
  readonly entities: Int32Array;
}

/**
 * Whether numbers are those of articles, each with how many items follow, and these.
 *
 * @param mentions of each article a column as long as it has mentions
 */
function arePlaces(places: Int32Array, mentions: readonly Int32Array[]): boolean {
  let at = 0;
  while (at < places.length) {
    const items = mentions[places[at++]!]?.length ?? 0;
    const end = at + 1 + (places[at++] ?? -1);
    if (end < at || end > places.length) return false;
    for (; at < end; at++) if (!(places[at]! >= 0 && places[at]! < items)) return false;
  }
  return true;
}
