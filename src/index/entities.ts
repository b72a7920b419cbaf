import { Groups } from '../language/names/within.ts';
import type { AnnotatedArticle, Entity, EntityType, Ref } from '../model.ts';
import { inverseOf } from './access.ts';
import { aliasesOf, bestName, slug } from './entities/naming.ts';
import { linkPeople } from './entities/people.ts';
import { type Role, roleAt } from './entities/roles.ts';
import { linkThings, settleTypes } from './entities/things.ts';
import { mostFrequent, type Unit, unitsOf } from './entities/units.ts';
import type { Order } from './grouping/neighbours.ts';
import { atOnce, mapped, type Paused } from './paused.ts';
import { nameTermOf } from './terms/reading.ts';

/**
 * Links the mentions of all articles into entities: the one thing all its names mean. What an article links stays
 * linked; over articles, full names link first and bare last names follow them. Time and memory grow with the number
 * of mentions: names meet only those they share a key with.
 *
 * @returns entities, most mentioned first; every mention of every article is in exactly one
 */
export function linkEntities(articles: readonly AnnotatedArticle[]): readonly Entity[] {
  return atOnce(linkingEntities(articles));
}

/** The same with pauses. */
export function* linkingEntities(articles: readonly AnnotatedArticle[]): Paused<readonly Entity[]> {
  const units = (yield* mapped(articles, unitsOf)).flat();
  const groups = new Groups(units.length);
  yield* linkThings(units, groups);
  yield* linkPeople(units, groups);
  settleTypes(units, groups);
  yield;

  const members = new Map<number, Unit[]>();
  units.forEach((unit, u) => {
    const root = groups.find(u);
    const known = members.get(root);
    if (known) known.push(unit);
    else members.set(root, [unit]);
  });
  yield;
  const linked = yield* mapped([...members], ([root, own]) => [root, entityOf(own)] as const);
  const roles = yield* rolesOf(units, groups, new Map(linked), articles);
  const entities = linked.map(([root, entity]) => {
    const role = roles.get(root);
    return role ? { ...entity, description: { article: role.article, start: role.start, end: role.end } } : entity;
  });
  yield;

  entities.sort((a, b) => b.mentions.length - a.mentions.length || before(a.mentions[0]!, b.mentions[0]!));
  return withIds(entities);
}

/** What people are called besides their names, article by article: each is open once. */
function* rolesOf(
  units: readonly Unit[],
  groups: Groups,
  entities: ReadonlyMap<number, Omit<Entity, 'id'>>,
  articles: readonly AnnotatedArticle[],
): Paused<ReadonlyMap<number, Role>> {
  const roles = new Map<number, Role>();
  for (const [u, { mentions }] of units.entries()) {
    const root = groups.find(u);
    if (entities.get(root)?.type !== 'person') continue;
    let role = roles.get(root);
    for (const { article, item } of mentions) role = roleAt(articles[article]!, article, item, role);
    if (role) roles.set(root, role);
    yield;
  }
  return roles;
}

function entityOf(units: readonly Unit[]): Omit<Entity, 'id'> {
  const forms = new Map<string, number>();
  const types = new Map<EntityType, number>();
  for (const unit of units) {
    for (const [form, count] of unit.forms) forms.set(form, (forms.get(form) ?? 0) + count);
    types.set(unit.type, (types.get(unit.type) ?? 0) + unit.mentions.length);
  }
  const aliases = aliasesOf(forms);
  const type = mostFrequent(types);
  const mentions = units.flatMap((unit) => unit.mentions).sort(before);
  return { name: bestName(aliases, type), type, aliases, mentions };
}

function before(a: Ref, b: Ref): number {
  return a.article - b.article || a.item - b.item;
}

/** Ids are the slugs of the names; of several with one slug those after the first get a number. */
function withIds(entities: readonly Omit<Entity, 'id'>[]): readonly Entity[] {
  const used = new Set<string>();
  return entities.map((entity) => {
    const base = slug(entity.name);
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    return { id, ...entity };
  });
}

/** Interim */
export class EntityLinking {
  readonly #changed = new Set<number>();
  readonly #handles: (Int32Array | undefined)[] = [];
  readonly #names: (Int32Array | undefined)[] = [];
  #next = 0;

  set(number: number, annotated: AnnotatedArticle | undefined): void {
    this.#changed.add(number);
    if (!annotated) {
      this.#handles[number] = undefined;
      this.#names[number] = undefined;
    }
  }

  *settle(articles: readonly AnnotatedArticle[], { itemAt }: Order, _hasMoved: (number: number) => boolean) {
    const entities: readonly Entity[] = yield* linkingEntities(articles);
    const entityOf = inverseOf(
      articles.map(({ annotations }) => annotations.mentions.length),
      entities.map(({ mentions }) => mentions),
    );
    const claimed = new Set<number>();
    const handle = entities.map(({ mentions }) => {
      for (const { article, item } of mentions) {
        const number = itemAt[article]!;
        if (this.#changed.has(number)) continue;
        const old = this.#handles[number]![item]!;
        if (claimed.has(old)) continue;
        claimed.add(old);
        return old;
      }
      return -1;
    });
    handle.forEach((its, i) => {
      if (its < 0) handle[i] = this.#next++;
    });
    const terms = entities.map(({ name }) => nameTermOf(name));
    const renamed: number[] = [];
    entityOf.forEach((column, i) => {
      const number = itemAt[i]!;
      const [handles, names] = [column.map((e) => handle[e]!), column.map((e) => terms[e]!)];
      const isSame = (a: Int32Array | undefined, b: Int32Array) =>
        a?.length === b.length && a.every((x, j) => x === b[j]);
      if (isSame(this.#handles[number], handles) && isSame(this.#names[number], names)) return;
      this.#handles[number] = handles;
      this.#names[number] = names;
      renamed.push(number);
    });
    this.#changed.clear();
    return {
      entities,
      entityOf,
      renamed,
      nameOf: (number: number) => this.#names[number]!,
      handleOf: (number: number) => this.#handles[number]!,
    };
  }
}
