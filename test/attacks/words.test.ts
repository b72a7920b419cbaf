// Whatever is typed behind the program's name comes back in what it says of it: an attack in every place of the command
// line and in every variable that it looks at does nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FLAG_WORDS } from '../../src/cli/flags.ts';
import { COMMANDS } from '../../src/output/words.ts';
import { LAUNCHER } from '../pty/terminal.ts';
import { escapesIn } from './escapes.ts';

/** Of each kind one: 7- and 8-bit sequences, a link, overrides, tags, what goes back to the start of a row. */
const ATTACK =
  '\u001b]0;OWNED\u0007\u009b31m\u001b]8;;http://owned.example\u001b\\x\u202eabc\u2066a\u200bb\u{e0041}\ny\rz';

const here = mkdtempSync(join(tmpdir(), 'crisis-tui-words-'));
after(() => rmSync(here, { recursive: true, force: true }));
const TEXT = `Ministers meet\n\n“We saw ${ATTACK} many ships,” Ann ${ATTACK} Smith said on Monday in Kyiv.\n`;
const folder = ATTACK.replaceAll('/', '_');
mkdirSync(join(here, folder));
writeFileSync(join(here, folder, `${folder}.txt`), TEXT);
writeFileSync(join(here, folder, `${folder}.json`), `{"${ATTACK}": `);
writeFileSync(
  join(here, folder, 'corpus.json'),
  JSON.stringify({ articles: { [`${folder}.txt`]: { outlet: ATTACK }, [`../${ATTACK}`]: {} }, [ATTACK]: 1 }),
);
// A name need not be text.
const invalid = [Buffer.from(join(here, folder, 'a')), Buffer.of(0xff, 0xfe, 0x1b, 0x5d, 0x9b), Buffer.from('.txt')];
if (process.platform === 'linux') writeFileSync(Buffer.concat(invalid), TEXT);

function assertHarmless(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    cwd: here,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: here, ...env },
    input: '',
  });
  const asked = JSON.stringify([args, env]);
  assert.equal(signal, null, asked);
  assert.ok(status === 0 || status === 1 || status === 2, `${asked}: ${status}`);
  assert.doesNotMatch(stderr, /fault of its own|^\s+at /m, asked);
  assert.deepEqual([...escapesIn(stdout), ...escapesIn(stderr)], [], asked);
}

const AS_TABLE = ['--format', 'table'];

test('each flag with an attack for its value is answered in plain text', () => {
  const valued = FLAG_WORDS.filter(({ value }) => value !== undefined);
  assert.ok(valued.length > 8);
  for (const { flag } of valued)
    assertHarmless(['articles', ...(flag === '--format' ? [] : AS_TABLE), flag, ATTACK, folder]);
  for (const args of [[`--${ATTACK}`], [`-${ATTACK}`], [`--${ATTACK}=1`], ['--query', `by:${ATTACK} "(`, folder]])
    assertHarmless(['articles', ...AS_TABLE, ...args]);
});

test('each word with an attack behind it, or for it, is answered in plain text', () => {
  for (const word of [...COMMANDS.map(({ name }) => name), 'config', 'cache', 'completion', 'tour', 'help'])
    assertHarmless([word, ...AS_TABLE, ATTACK, folder]);
  assertHarmless([ATTACK]);
  assertHarmless(['articles', ...AS_TABLE, ATTACK]);
});

test('each variable that is looked at may hold an attack', () => {
  // Not LANG and LC_ALL: Node 24 itself ends where they hold what is no locale, before a line of the program runs.
  const names =
    'HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME COLUMNS LINES TERM TZ NO_COLOR FORCE_COLOR';
  const others = 'COLORTERM EDITOR VISUAL FORCE_HYPERLINK INK_SCREEN_READER';
  for (const name of `${names} ${others}`.split(' ')) {
    assertHarmless(['articles', ...AS_TABLE, folder], { [name]: ATTACK });
    if (/HOME/.test(name))
      for (const args of [
        ['config', ...AS_TABLE],
        ['cache', 'info'],
        ['cache', 'clear'],
      ])
        assertHarmless(args, { [name]: join(here, ATTACK) });
  }
});
