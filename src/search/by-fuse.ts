import type { Index } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import { type Answer, type Hits, NOTHING_ASKED, type SearchedList, type Searches } from './answer.ts';
import { FUSE_OPTIONS, FuseRank } from './fuse-rank.ts';
import { marksOf } from './marks.ts';
import { plainWords } from './query.ts';
import { FIELD_NAMES, FIELD_WEIGHTS, type FieldName, recordsOf } from './records.ts';
import { atOnce, type Paused } from './slices.ts';
import { ANY_FIELD, TWO_ERRORS } from './terms.ts';

/** A record as Fuse takes it: each field the list of its texts. */
type FuseRecord = Partial<Record<FieldName, string[]>>;

const KEYS = FIELD_NAMES.map((name, field) => ({ name, weight: FIELD_WEIGHTS[field] as number }));

/** Searches an index by Fuse's own token search, `--rank=fuse`: no signs and no fields, its hits in its order. */
export class FuseSearch implements Searches {
  readonly #ranks = new Map<SearchedList, FuseRank<FuseRecord>>();
  /** Per list and record: which item it is. */
  #items: Record<SearchedList, number[]> = { sources: [], entities: [], quotes: [] };
  size = 0;

  *build(index: Index, links: Links): Paused<void> {
    this.size = 0;
    this.#items = { sources: [], entities: [], quotes: [] };
    const records: Record<SearchedList, FuseRecord[]> = { sources: [], entities: [], quotes: [] };
    for (const { group, item, fields } of recordsOf(index, links)) {
      if (group === 'stories') continue;
      const record: FuseRecord = {};
      for (const { field, text } of fields()) {
        const name = FIELD_NAMES[field] as FieldName;
        record[name] = [...(record[name] ?? []), text];
      }
      records[group].push(record);
      this.#items[group].push(item);
      this.size++;
      yield;
    }
    for (const [list, of] of Object.entries(records) as [SearchedList, FuseRecord[]][]) {
      this.#ranks.set(list, new FuseRank(of, { ...FUSE_OPTIONS, keys: KEYS }));
      yield;
    }
  }

  *next(): Paused<Searches> {
    yield;
    return new FuseSearch();
  }

  *warmUp(): Paused<void> {
    yield* this.find('president');
  }

  mark(): void {}

  *find(text: string): Paused<Answer> {
    if (text.trim() === '') return NOTHING_ASKED;
    const sources = this.#hits('sources', text);
    yield;
    const entities = this.#hits('entities', text);
    yield;
    return { ...NOTHING_ASKED, sources, entities, quotes: this.#hits('quotes', text) };
  }

  findNow(text: string): Answer {
    return atOnce(this.find(text));
  }

  #hits(list: SearchedList, text: string): Hits {
    const hits = this.#ranks.get(list)?.find(text) ?? [];
    const terms = plainWords(text).flatMap((clause) => clause.map((asked) => ({ ...asked, fields: ANY_FIELD })));
    return {
      records: hits.map(({ record }) => this.#items[list][record] as number),
      scores: hits.map(({ score }) => score),
      marks: (shown) => marksOf(shown, terms, { level: TWO_ERRORS, wholeOnly: false }),
    };
  }
}
