import { Finder } from '../search/finder.ts';
import { type Asked, readQuery } from '../search/query.ts';
import { atOnce } from '../search/slices.ts';
import { Store } from '../search/store.ts';
import { ANY_FIELD } from '../search/terms.ts';

/** A query in its two parts, for what is neither source nor entity nor quote: where it stands, and what it says. */
export interface Parted {
  /** What it asks of the articles, by their fields, as a query; empty for nothing. */
  readonly fields: string;
  /** Which of some texts hold its words, as the search would find them; `null` when it has no words. */
  readonly holding: ((texts: readonly string[]) => ReadonlySet<number>) | null;
}

/** Takes a query apart. */
export function parted(query: string): Parted {
  const { clauses } = readQuery(query);
  const words = clauses.filter((clause) => clause.every(({ field }) => field === null));
  const fields = clauses.filter((clause) => !words.includes(clause));
  return {
    fields: fields.map((clause) => clause.map(written).join(' | ')).join(' '),
    holding: words.length > 0 ? (texts) => textsHolding(texts, words) : null,
  };
}

function textsHolding(texts: readonly string[], clauses: readonly (readonly Asked[])[]): ReadonlySet<number> {
  const store = new Store([1]);
  for (const text of texts) store.add(0, [{ field: 0, text }]);
  const terms = clauses.map((clause) => clause.map(({ words, how, not }) => ({ words, how, not, fields: ANY_FIELD })));
  return new Set(atOnce(new Finder(store).find(terms, [0], 1)).get(0)?.records);
}

/** A part of a query as it could have been typed. */
function written({ words, how, not, field }: Asked): string {
  const text = how === 'phrase' ? `"${words.join(' ')}"` : how === 'exact' ? `'${words[0]}` : words.join(' ');
  return `${not ? '!' : ''}${field === null ? '' : `${field}:`}${text}`;
}
