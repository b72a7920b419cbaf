import { DatabaseSync } from 'node:sqlite';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import { FUSE_OPTIONS, FuseRank } from '../../src/search/fuse-rank.ts';
import { TextSearch } from '../../src/search/texts.ts';

/** Rows that a pane shows. */
const SHOWN = 50;

/** Builds its index of records; then gives the numbers of the best of them for a query. */
export type Engine = (records: readonly string[]) => (query: string) => readonly number[];

const FUSE = { ignoreLocation: true, threshold: 0.3 } as const;

/** Every engine as its documentation would have it set up for this: all words, typos, beginnings of words. */
export const ENGINES: Readonly<Record<string, Engine>> = {
  'crisis-tui': (records) => {
    const search = new TextSearch();
    for (const record of records) search.add(record);
    for (const _ of search.seal());
    return (query) => Array.from(search.findNow(query)?.records.subarray(0, SHOWN) ?? []);
  },
  'crisis-tui fuse': (records) => {
    const rank = new FuseRank(records, { ...FUSE_OPTIONS });
    return (query) => rank.find(query, SHOWN).map(({ record }) => record);
  },
  'Fuse plain': (records) => {
    const fuse = new Fuse(records, FUSE);
    return (query) => fuse.search(query, { limit: SHOWN }).map(({ refIndex }) => refIndex);
  },
  'Fuse token': (records) => {
    const fuse = new Fuse(records, FUSE_OPTIONS);
    return (query) => fuse.search(query, { limit: SHOWN }).map(({ refIndex }) => refIndex);
  },
  uFuzzy: (records) => {
    const lines = [...records];
    const fuzzy = new uFuzzy({ intraMode: 1 });
    return (query) => {
      const [ids, info, order] = fuzzy.search(lines, query, 5, 1000);
      if (info && order) return order.slice(0, SHOWN).map((i) => info.idx[i] as number);
      return ids?.slice(0, SHOWN) ?? [];
    };
  },
  fuzzysort: (records) => {
    const prepared = records.map((text, id) => ({ id, text: fuzzysort.prepare(text) }));
    return (query) => fuzzysort.go(query, prepared, { key: 'text', limit: SHOWN }).map(({ obj }) => obj.id);
  },
  minisearch: (records) => {
    const mini = new MiniSearch({ fields: ['text'] });
    mini.addAll(records.map((text, id) => ({ id, text })));
    const options = { prefix: true, fuzzy: 0.2, combineWith: 'AND' } as const;
    return (query) =>
      mini
        .search(query, options)
        .slice(0, SHOWN)
        .map(({ id }) => id as number);
  },
  'sqlite trigram': (records) => {
    const database = new DatabaseSync(':memory:');
    database.exec("create virtual table records using fts5(text, tokenize='trigram')");
    const insert = database.prepare('insert into records(rowid, text) values (?, ?)');
    database.exec('begin');
    records.forEach((text, id) => {
      insert.run(id, text);
    });
    database.exec('commit');
    const select = database.prepare(`select rowid from records where records match ? order by rank limit ${SHOWN}`);
    return (query) => {
      // It finds nothing below three letters.
      const words = query.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= 3);
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(' ')).map(({ rowid }) => Number(rowid));
    };
  },
};
