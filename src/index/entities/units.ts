import { bearingOf } from '../../language/names/bearing.ts';
import { COUNTRIES } from '../../language/names/countries.ts';
import { isAcronym, nicknamesIn, personWords } from '../../language/names/forms.ts';
import type { FullName } from '../../language/names/people.ts';
import { keyOfThing } from '../../language/names/within.ts';
import type { AnnotatedArticle, EntityType } from '../../model.ts';
import { packString, unpackString } from '../stored/strings.ts';

/** What one article calls one thing: the mentions that the article itself links. */
export interface Unit {
  /** Indices into the mentions of the article, in order. */
  readonly items: readonly number[];
  /** How often each form is written, in order of first mention. */
  readonly forms: ReadonlyMap<string, number>;
  readonly type: EntityType;
  /** Of a person: the words of the fullest name, one word when the article gives no more; none of other things. */
  readonly words: readonly string[];
  /** Of a person: all full names with their suffixes, and what the article says beside its names. */
  readonly names: readonly FullName[];
  readonly gender: 'm' | 'f' | null;
  readonly titles: ReadonlySet<string>;
  /** Whether the article introduces the person as somebody's wife, child or sibling. */
  readonly kin: boolean;
  /** Of other things: the key of the fullest name, and the keys of its other names. */
  readonly key: string;
  readonly otherKeys: readonly string[];
}

/** There are hundreds of thousands of units, and most have none of these. */
const NONE: readonly never[] = [];
const NO_TITLES: ReadonlySet<string> = new Set();

/** The units of an article, in order of first mention. */
export function unitsOf({ article, annotations }: AnnotatedArticle): readonly Unit[] {
  const byLocal = new Map<number, number[]>();
  annotations.mentions.forEach(({ local }, item) => {
    const known = byLocal.get(local);
    if (known) known.push(item);
    else byLocal.set(local, [item]);
  });
  const { text } = article;
  const { mentions } = annotations;
  const formOf = (item: number) => text.slice(mentions[item]!.start, mentions[item]!.end);
  return [...byLocal.values()].map((items) => {
    const nicknames = nicknamesIn(items.map(formOf));
    const forms = new Map<string, number>();
    const types = new Map<EntityType, number>();
    const names = new Map<string, FullName>();
    let titles: Set<string> | undefined;
    let gender: Unit['gender'] = null;
    let kin = false;
    for (const item of items) {
      const { start, end, type } = mentions[item]!;
      const form = formOf(item);
      forms.set(form, (forms.get(form) ?? 0) + 1);
      types.set(type, (types.get(type) ?? 0) + 1);
      if (type !== 'person') continue;
      const beside = bearingOf(text, start, end);
      const { words } = readForm(form);
      const full = { words, suffix: beside.suffix };
      if (!nicknames.has(words.join(' '))) names.set(`${words.join(' ')} ${beside.suffix}`, full);
      gender ??= beside.gender;
      kin ||= beside.kin === 'of another';
      if (beside.title) titles = (titles ?? new Set()).add(beside.title);
    }
    const person = { names: names.size > 0 ? [...names.values()] : NONE, gender, titles: titles ?? NO_TITLES, kin };
    return { items, forms, ...person, ...unitOf(forms, nicknames, mostFrequent(types)) };
  });
}

function unitOf(
  forms: ReadonlyMap<string, number>,
  nicknames: ReadonlySet<string>,
  type: EntityType,
): Pick<Unit, 'type' | 'words' | 'key' | 'otherKeys'> {
  let words: readonly string[] = NONE;
  if (type === 'person')
    for (const form of forms.keys()) {
      const own = readForm(form).words;
      if (own.length > words.length && !nicknames.has(own.join(' '))) words = own;
    }
  const keys = new Map<string, number>();
  for (const [form, count] of forms) {
    const { key, weight } = readForm(form);
    keys.set(key, (keys.get(key) ?? 0) + count * weight);
  }
  const key = mostFrequent(keys);
  return { type, words, key, otherKeys: keys.size > 1 ? [...keys.keys()].filter((other) => other !== key) : NONE };
}

/** What is read of a name as it is written, by itself. */
interface Form {
  /** As a person's. */
  readonly words: readonly string[];
  /** As another thing's: its key, and what it counts where a thing has several. */
  readonly key: string;
  readonly weight: number;
}

/** The same names are written over and over. */
const forms = new Map<string, Form>();
const REMEMBERED = 8192;

function readForm(form: string): Form {
  const known = forms.get(form);
  if (known) return known;
  if (forms.size >= REMEMBERED) forms.clear();
  // A part of a text would keep all of the text in memory.
  const own = unpackString(packString(form));
  const key = keyOfThing({ text: own, governs: false });
  const weight = (COUNTRIES.names.has(key) ? 1000 : isAcronym(own) ? 0.001 : 1) * own.split(/\s+/).length;
  const read = { words: personWords(own), key, weight };
  forms.set(own, read);
  return read;
}

/** The key of the greatest value, the first of equals. */
export function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key {
  let best: [Key, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  if (!best) throw new RangeError('nothing to choose from');
  return best[0];
}
