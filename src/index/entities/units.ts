import { COUNTRIES } from '../../language/names/countries.ts';
import { isAcronym, personWords } from '../../language/names/forms.ts';
import { keyOfThing } from '../../language/names/within.ts';
import type { AnnotatedArticle, EntityType, Ref } from '../../model.ts';

/** What one article calls one thing: the mentions that the article itself links. */
export interface Unit {
  readonly mentions: readonly Ref[];
  /** How often each form is written, in order of first mention. */
  readonly forms: ReadonlyMap<string, number>;
  readonly type: EntityType;
  /** Of a person: the words of the fullest name, one word when the article gives no more. */
  readonly words: readonly string[];
  /** Of other things: the key of the fullest name, and the keys of its other names. */
  readonly key: string;
  readonly otherKeys: readonly string[];
}

/** The units of an article, in order of first mention. */
export function unitsOf({ article, annotations }: AnnotatedArticle, a: number): readonly Unit[] {
  const refs = new Map<number, Ref[]>();
  annotations.mentions.forEach(({ local }, item) => {
    const known = refs.get(local);
    if (known) known.push({ article: a, item });
    else refs.set(local, [{ article: a, item }]);
  });
  return [...refs.values()].map((mentions) => {
    const forms = new Map<string, number>();
    const types = new Map<EntityType, number>();
    for (const { item } of mentions) {
      const { start, end, type } = annotations.mentions[item]!;
      const form = article.text.slice(start, end);
      forms.set(form, (forms.get(form) ?? 0) + 1);
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    return unitOf(mentions, forms, mostFrequent(types));
  });
}

function unitOf(mentions: readonly Ref[], forms: ReadonlyMap<string, number>, type: EntityType): Unit {
  let words: readonly string[] = [];
  for (const form of forms.keys()) {
    const own = personWords(form);
    if (own.length > words.length) words = own;
  }
  const keys = new Map<string, number>();
  for (const [form, count] of forms) {
    const key = keyOfThing({ text: form, governs: false });
    const weight = count * (COUNTRIES.names.has(key) ? 1000 : isAcronym(form) ? 0.001 : 1) * form.split(/\s+/).length;
    keys.set(key, (keys.get(key) ?? 0) + weight);
  }
  const key = mostFrequent(keys);
  return { mentions, forms, type, words, key, otherKeys: [...keys.keys()].filter((other) => other !== key) };
}

/** The key of the greatest value, the first of equals. */
export function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key {
  let best: [Key, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  if (!best) throw new RangeError('nothing to choose from');
  return best[0];
}
