import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DARK, LIGHT } from '../../scripts/picture/palette.ts';
import { keysOf } from '../../scripts/picture/press.ts';
import { toSvg } from '../../scripts/picture/svg.ts';
import { Terminal } from './terminal.ts';

async function pictureOf(written: string, palette = DARK): Promise<string> {
  const code = `process.stdout.write(${JSON.stringify(`\x1b[?25l${written}`)})`;
  await using terminal = new Terminal(process.execPath, ['-e', code], { cols: 20, rows: 2 });
  await terminal.exit;
  return toSvg(terminal, palette, 'a < b');
}

test('text keeps its colours and attributes, and is safe inside XML', async () => {
  const svg = await pictureOf('\x1b[1;31mred\x1b[0m & <b>');
  assert.match(svg, new RegExp(`fill="${DARK.ansi[1]}"[^>]* font-weight="bold">red<`));
  assert.match(svg, />\s*&amp; &lt;b&gt;\s*</);
  assert.match(svg, /<title>a &lt; b<\/title>/);
});

test('what is inverse is drawn with the colours swapped', async () => {
  const svg = await pictureOf('\x1b[7mmark\x1b[0m', LIGHT);
  assert.match(svg, new RegExp(`<rect x="0" y="0" width="33.6" height="18" fill="${LIGHT.foreground}"/>`));
  assert.match(svg, new RegExp(`fill="${LIGHT.background}"[^>]*>mark<`));
});

test('a character after a wide one stands two columns further', async () => {
  assert.match(await pictureOf('北|x'), /<text x="16\.8"[^>]*>\|x/);
});

test('lines are shapes, so that they meet', async () => {
  const svg = await pictureOf('╭─╮');
  assert.equal(svg.match(/<path /g)?.length, 3);
  assert.doesNotMatch(svg, /╭/);
});

test('keys are said in words', () => {
  assert.deepEqual(keysOf('/ab<enter><page-down>é<ctrl-d><x'), ['/', 'a', 'b', '\r', '\x1b[6~', 'é', '\x04', '<', 'x']);
});
