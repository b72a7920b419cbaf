import type { AnnotatedArticle, Entity, EntityType } from '../model.ts';
import { EntitiesByHandle, type Sums } from './entities/handles.ts';
import type { Facts } from './entities/linked-entity.ts';
import { aliasesOf, bestName } from './entities/naming.ts';
import { PeopleLinking } from './entities/people.ts';
import type { Role } from './entities/roles.ts';
import { LongForms, settleTypes, uniteThings } from './entities/things.ts';
import { mostFrequent, type Unit } from './entities/units.ts';
import { UnitsOfArticles } from './entities/units-of-articles.ts';
import { widened } from './grouping/growing.ts';
import { asTheyStand, type Order } from './grouping/neighbours.ts';
import { Unions } from './grouping/unions.ts';
import { atOnce, type Paused } from './paused.ts';
import { type Carrier, mustBeWithin, mustHold } from './stored/carrier.ts';

/** Entities of articles, and which of them each mention names. */
export interface LinkedNames {
  /** Most mentioned first; every mention of every article is in exactly one. */
  readonly entities: readonly Entity[];
  /** Per article in their order, per mention: index into `entities`. */
  readonly entityOf: readonly Int32Array[];
  /** The articles of which a mention names another entity than before, or one that is called otherwise. */
  readonly renamed: readonly number[];
  /** Of a mention of an article the entity that it names, by a number that it keeps. */
  readonly handleOf: (article: number, mention: number) => number;
  /** Of a mention of an article the term that its entity counts as. */
  readonly termOf: (article: number, mention: number) => number;
}

/** So many units, then others have their turn. */
const OFTEN = 16_384;

/**
 * Links the mentions of all articles into entities: the one thing all its names mean. What an article links stays
 * linked (a unit); over articles, full names link first and bare last names follow them. Articles come and go: what takes
 * time is done for those that did, for the names that share a key with theirs, and for the entities that are of other
 * units than before; the rest goes over all units as columns of numbers.
 */
export class EntityLinking {
  readonly #units = new UnitsOfArticles();
  readonly #entities = new EntitiesByHandle();
  /** Of each unit the handle of its entity and 1. */
  #handles = new Int32Array();
  /** Units that are gone, and those of which the entity has to be made again; articles that changed. */
  readonly #gone: number[] = [];
  readonly #renumbered = new Set<number>();
  readonly #changed = new Set<number>();
  readonly #placesLong = new LongForms();
  readonly #othersLong = new LongForms();
  readonly #people = new PeopleLinking(this.#units);

  /**
   * All that stays after {@link settle}.
   *
   * @param rankOf of each article its place in the order
   * @param terms how many terms there are
   */
  *carried(by: Carrier, rankOf: Int32Array, terms: number): Paused<void> {
    const units = this.#units;
    yield* units.carried(by, rankOf.length);
    this.#placesLong.carried(by);
    this.#othersLong.carried(by);
    yield;
    this.#handles = by.column(this.#handles);
    const packed = yield* this.#entities.carried(by, units.strings, terms);
    yield* units.strings.carried(by);
    yield* this.#people.carried(by, units.limit);
    if (!by.isBack) return;
    yield;
    mustHold(this.#handles.length >= units.limit);
    mustBeWithin(this.#handles, this.#entities.limit + 1);
    const sums = this.#sums();
    yield;
    yield* this.#entities.unpack(packed, units.strings, sums, units.unitOfMention, rankOf);
  }

  #sums(): Sums {
    const { limit } = this.#entities;
    const sums = { units: new Int32Array(limit), mentions: new Int32Array(limit) };
    for (let u = 0; u < this.#units.limit; u++) {
      const handle = this.#handleOf(u);
      if (handle < 0) continue;
      sums.units[handle]!++;
      sums.mentions[handle]! += this.#units.mentionsOf(u);
    }
    return sums;
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(article: number, annotated: AnnotatedArticle | undefined): void {
    const units = this.#units;
    const wasPerson = (u: number) => this.#entities.at(this.#handleOf(u))?.type === 'person';
    const { gone, come, renumbered } = units.set(article, annotated, wasPerson);
    this.#handles = widened(this.#handles, units.limit);
    for (const u of gone) {
      const unit = units.at(u);
      if (unit.type === 'person') this.#people.remove(u);
      else this.#longOf(unit).count(unit, -1);
      this.#gone.push(u);
      this.#renumbered.delete(u);
    }
    for (const u of come) {
      const unit = units.at(u);
      if (unit.type === 'person') this.#people.add(u, unit);
      else this.#longOf(unit).count(unit, 1);
    }
    for (const u of renumbered) this.#renumbered.add(u);
    this.#changed.add(article);
  }

  #longOf({ type }: Unit): LongForms {
    return type === 'place' ? this.#placesLong : this.#othersLong;
  }

  /** How the mentions of all articles are written, as it is kept. */
  spellings(): Set<string> {
    return this.#units.spellings();
  }

  /** @param hasMoved whether an article has another place in the order than before */
  *settle(
    articles: readonly AnnotatedArticle[],
    { itemAt, rankOf }: Order,
    hasMoved: (article: number) => boolean,
  ): Paused<LinkedNames> {
    const all = this.#units.inOrder(itemAt);
    yield;
    const named = itemAt.reduce((count, article) => count + Number(this.#units.unitsIn(article).length > 0), 0);
    yield* this.#people.settle(named);
    const groups = new Unions(this.#units.limit);
    const find = (u: number) => groups.find(u);
    const unite = (a: number, b: number) => groups.unite(a, b);
    const columns = this.#units.columns(all);
    const [places, others] = [this.#placesLong.all(), this.#othersLong.all()];
    for (const long of [...places.values(), ...others.values()]) columns.numberOf(long);
    uniteThings(columns, places, others, unite);
    yield;
    this.#people.unite(all, unite);
    yield;
    settleTypes(columns, this.#units.mayBeLastName, find, unite);
    yield;

    const { groups: groupOf, starts, handles } = yield* this.#grouped(all, groups);
    const known = this.#known(starts, handles);
    if (itemAt.some(hasMoved)) yield* this.#move(all, hasMoved, rankOf);
    const renamed = new Set(this.#changed);
    const claimed = new Set<number>();
    for (const [group, units] of this.#unitsIn(all, groupOf, known)) {
      handles[group] = this.#linked(units, articles, rankOf, claimed, renamed);
      yield;
    }
    for (const u of this.#gone) this.#handles[u] = 0;
    this.#units.free(this.#gone.splice(0));
    this.#renumbered.clear();
    this.#changed.clear();
    this.#entities.keepOnly(handles);
    yield;
    const ordered = this.#entities.mostMentioned(handles);
    yield;
    const entities = yield* this.#entities.withIds(ordered);
    const placeOf = new Int32Array(this.#entities.limit);
    for (let i = 0; i < ordered.length; i++) placeOf[ordered[i]!] = i;
    const numbers = new Int32Array(this.#units.limit);
    for (let i = 0; i < all.length; i++) numbers[all[i]!] = placeOf[this.#handles[all[i]!]! - 1]!;
    yield;
    const entityOf: Int32Array[] = [];
    const { unitOfMention } = this.#units;
    const columnOf = new Int32Array(itemAt.reduce((count, article) => count + unitOfMention[article]!.length, 0));
    let end = 0;
    for (const article of itemAt) {
      const unitOf = unitOfMention[article]!;
      const column = columnOf.subarray(end, end + unitOf.length);
      end += unitOf.length;
      for (let i = 0; i < unitOf.length; i++) column[i] = numbers[unitOf[i]!]!;
      entityOf.push(column);
      if (entityOf.length % 512 === 0) yield;
    }
    const handleOf = (article: number, mention: number) => this.#handleOf(unitOfMention[article]![mention]!);
    const termOf = (article: number, mention: number) => this.#entities.termOf(handleOf(article, mention));
    return { entities, entityOf, renamed: [...renamed], handleOf, termOf };
  }

  /** -1 where it has none. */
  #handleOf(u: number): number {
    return (this.#handles[u] ?? 0) - 1;
  }

  /**
   * The group of each unit in `all`, the groups in order of their first; of each where its units would begin if all stood
   * behind each other, and the handle that all its units have, -1 where they have none or several.
   */
  *#grouped(all: Int32Array, unions: Unions) {
    const numberOf = new Int32Array(this.#units.limit).fill(-1);
    const groups = new Int32Array(all.length);
    const starts = new Int32Array(all.length + 1);
    const handles = new Int32Array(all.length);
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      const u = all[i]!;
      const root = unions.find(u);
      const handle = this.#handles[u]! - 1;
      let group = numberOf[root]!;
      if (group === -1) {
        group = count++;
        numberOf[root] = group;
        handles[group] = handle;
      } else if (handles[group] !== handle) handles[group] = -1;
      groups[i] = group;
      starts[group + 1]!++;
      if (i % OFTEN === 0) yield;
    }
    for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
    return { groups, starts: starts.subarray(0, count + 1), handles: handles.subarray(0, count) };
  }

  /** Of each group whether it is an entity of the same units as before, all of them where they were. */
  #known(starts: Int32Array, handles: Int32Array): Uint8Array {
    const isRenumbered = new Uint8Array(this.#entities.limit);
    for (const u of this.#renumbered) if (this.#handles[u]! > 0) isRenumbered[this.#handles[u]! - 1] = 1;
    const known = new Uint8Array(handles.length);
    for (let group = 0; group < known.length; group++) {
      const handle = handles[group]!;
      // Units of which all are those of an entity, and as many, have its order, too: what stays keeps it.
      const isSame = handle >= 0 && this.#entities.sizeOf(handle) === starts[group + 1]! - starts[group]!;
      known[group] = Number(isSame && isRenumbered[handle] === 0);
    }
    return known;
  }

  /** The units of each group that is not known, in their order. */
  *#unitsIn(all: Int32Array, groups: Int32Array, known: Uint8Array): Iterable<readonly [number, readonly number[]]> {
    const units = new Map<number, number[]>();
    for (let group = 0; group < known.length; group++) if (known[group] === 0) units.set(group, []);
    if (units.size === 0) return;
    for (let i = 0; i < all.length; i++) if (known[groups[i]!] === 0) units.get(groups[i]!)!.push(all[i]!);
    yield* units;
  }

  /** Says to entities of which a mention stands in an article with another place what place that is. */
  *#move(all: Int32Array, hasMoved: (article: number) => boolean, rankOf: Int32Array): Paused<void> {
    const isMoved = new Uint8Array(this.#entities.limit);
    let last = -1;
    let isIt = false;
    for (let i = 0; i < all.length; i++) {
      const article = this.#units.articleOf(all[i]!);
      if (article !== last) isIt = hasMoved(article);
      last = article;
      const handle = this.#handles[all[i]!]! - 1;
      if (isIt && handle >= 0) isMoved[handle] = 1;
      if (i % OFTEN === 0) yield;
    }
    for (let handle = 0; handle < isMoved.length; handle++) {
      if (isMoved[handle] === 1) this.#entities.move(handle, rankOf);
      if (handle % OFTEN === 0) yield;
    }
  }

  /** Makes an entity of units. @returns its handle */
  #linked(
    units: readonly number[],
    articles: readonly AnnotatedArticle[],
    rankOf: Int32Array,
    claimed: Set<number>,
    renamed: Set<number>,
  ): number {
    let handle = -1;
    for (const u of units) {
      const old = this.#handleOf(u);
      if (old < 0 || claimed.has(old)) continue;
      handle = old;
      break;
    }
    if (handle < 0) handle = this.#entities.fresh();
    claimed.add(handle);
    let count = 0;
    for (const u of units) count += this.#units.mentionsOf(u);
    const facts = this.#factsOf(units, articles, rankOf);
    const isRenamed = this.#entities.put(handle, facts, rankOf, units.length, count);
    for (const u of units) {
      if (isRenamed || this.#handleOf(u) !== handle) renamed.add(this.#units.articleOf(u));
      this.#handles[u] = handle + 1;
    }
    return handle;
  }

  #factsOf(units: readonly number[], articles: readonly AnnotatedArticle[], rankOf: Int32Array): Facts {
    const forms = new Map<string, number>();
    const types = new Map<EntityType, number>();
    for (const u of units) {
      this.#units.eachForm(u, (form, count) => forms.set(form, (forms.get(form) ?? 0) + count));
      const its = this.#units.typeOf(u);
      types.set(its, (types.get(its) ?? 0) + this.#units.mentionsOf(u));
    }
    const aliases = aliasesOf(forms);
    const type = mostFrequent(types);
    const role = type === 'person' ? this.#bestRole(units, articles, rankOf) : undefined;
    return { name: bestName(aliases, type), type, aliases, role, places: this.#placesOf(units) };
  }

  /** What a person is called besides the name: what has the most words, of those the first. */
  #bestRole(units: readonly number[], articles: readonly AnnotatedArticle[], rankOf: Int32Array): Role | undefined {
    let best: Role | undefined;
    for (const u of units) {
      const role = this.#units.roleOf(u, (article) => articles[rankOf[article]!]!);
      if (!role) continue;
      const isFirst = best && role.words === best.words && role.article === best.article && role.item < best.item;
      if (!best || role.words > best.words || isFirst) best = role;
    }
    return best;
  }

  /** The mentions of units as they are now. */
  #placesOf(units: readonly number[]): readonly number[] {
    // Lists that grow take more room than they need, and there are as many as entities.
    const places = new Array<number>(units.reduce((size, u) => size + 2 + this.#units.mentionsOf(u), 0));
    let at = 0;
    for (const u of units) {
      const items = this.#units.itemsOf(u);
      places[at++] = this.#units.articleOf(u);
      places[at++] = items.length;
      for (let i = 0; i < items.length; i++) places[at++] = items[i]!;
    }
    return places;
  }
}

/** The entities of articles. */
export function linkEntities(articles: readonly AnnotatedArticle[]): readonly Entity[] {
  return atOnce(linkingEntities(articles));
}

/** The same with pauses. */
export function* linkingEntities(articles: readonly AnnotatedArticle[]): Paused<readonly Entity[]> {
  const linking = new EntityLinking();
  for (const [i, annotated] of articles.entries()) {
    linking.set(i, annotated);
    yield;
  }
  return (yield* linking.settle(articles, asTheyStand(articles.length), () => false)).entities;
}
