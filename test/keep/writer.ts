// Writes one version after the other until it is killed: see kills.ts.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Bookmark } from '../../src/index/bookmarks.ts';
import type { Correction } from '../../src/index/corrections.ts';
import { bookmarkKeeper, readBookmarks } from '../../src/keep/bookmarks.ts';
import { keeperOf, readCorrections } from '../../src/keep/corrections.ts';
import { historyKeeper, readHistory } from '../../src/keep/history.ts';
import { writeFileWhole } from '../../src/output/file.ts';

const [kind = '', home = ''] = process.argv.slice(2);
const env = { XDG_DATA_HOME: home, XDG_STATE_HOME: home };
/** So long that a write is not done in one go. */
const PADDING = 'x'.repeat(100_000);

const writers: Record<string, () => (version: number) => unknown> = {
  corrections: () => {
    const { file = '', corrections } = readCorrections([home], env);
    const keep = keeperOf(file, corrections);
    return (version) => keep([{ kind: 'hide', entity: `v${version}!${PADDING}` } satisfies Correction]);
  },
  bookmarks: () => {
    const kept = readBookmarks([home], env);
    const keep = bookmarkKeeper(kept);
    return (version) => keep([{ kind: 'article', path: 'a', text: `v${version}!${PADDING}` } satisfies Bookmark]);
  },
  searches: () => {
    const keep = historyKeeper(readHistory(env));
    return (version) => keep([`v${version}!`]);
  },
  export: () => (version) => writeFileWhole(['["', `v${version}!`, PADDING, '"]'], join(home, 'export.json'), true),
};

const write = writers[kind]!();
for (let version = Number(process.argv[4]) + 1; ; version++) {
  await write(version);
  // Said only when it is done: what was said must never be lost.
  writeSync(1, `${version}\n`);
}
