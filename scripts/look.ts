// Shows what the program's screen looks like after some keys, for whoever works on it:
//
//     npm run look -- [--size 80x24] [--keys '/biden<enter>c'] [--wait TEXT] [--png FILE] [--light] [PATH...]
//
// It prints the screen as text; with --png also as a picture, if rsvg-convert (librsvg2-bin) is there to draw it.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openTerminal } from '../test/pty/terminal.ts';
import { DARK, LIGHT } from './picture/palette.ts';
import { press } from './picture/press.ts';
import { toSvg } from './picture/svg.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '120x40' },
    keys: { type: 'string', default: '' },
    wait: { type: 'string', default: '' },
    png: { type: 'string' },
    light: { type: 'boolean', default: false },
  },
});
const [cols = 120, rows = 40] = values.size.split('x').map(Number);
await using terminal = openTerminal({ cols, rows, args: positionals });
await terminal.waitFor(values.wait ? values.wait : /\S/);
await press(terminal, [{ press: values.keys }]);
console.log(terminal.picture());
if (values.png) {
  const input = toSvg(terminal, values.light ? LIGHT : DARK, 'crisis-tui');
  const { error } = spawnSync('rsvg-convert', ['--output', values.png], { input });
  if (error) throw error;
}
