// Makes the pictures of README from the real program: `npm run picture`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTerminal, ROOT } from '../test/pty/terminal.ts';
import { DARK, LIGHT } from './picture/palette.ts';
import { press, type Step } from './picture/press.ts';
import { toSvg } from './picture/svg.ts';

interface Picture {
  readonly name: string;
  readonly title: string;
  readonly cols: number;
  readonly rows: number;
  readonly steps: readonly Step[];
}

const PICTURES: readonly Picture[] = [
  {
    name: 'explore',
    title: 'The explorer on five articles, searched for a misspelt name: sources, entities and quotes side by side',
    cols: 120,
    rows: 36,
    steps: [{ wait: 'Entities' }, { press: '/zelenksy<tab>' }],
  },
  {
    name: 'compare',
    title: 'One story as two outlets tell it, with what they quote differently marked',
    cols: 120,
    rows: 36,
    steps: [{ wait: 'Entities' }, { press: 'c' }, { wait: 'story 1 of' }, { press: 'j', until: 'gravely' }],
  },
  {
    name: 'read',
    title: 'An article read at a quote, with names, quotes and figures marked where they stand',
    cols: 120,
    rows: 36,
    steps: [{ wait: 'Entities' }, { press: '3<down><down>r' }],
  },
  {
    name: 'timeline',
    title: 'What five articles tell to have happened when, and when they came out',
    cols: 120,
    rows: 36,
    steps: [{ wait: 'Entities' }, { press: 't' }, { wait: 'not placed' }],
  },
  {
    name: 'matrix',
    title: 'Which outlet quotes whom, and how often',
    cols: 120,
    rows: 24,
    steps: [{ wait: 'Entities' }, { press: 'm' }, { wait: 'who is quoted' }],
  },
];

const folder = join(ROOT, 'docs');
mkdirSync(folder, { recursive: true });
for (const { name, title, cols, rows, steps } of PICTURES) {
  await using terminal = openTerminal({ cols, rows });
  await press(terminal, steps);
  for (const [theme, palette] of Object.entries({ dark: DARK, light: LIGHT })) {
    const file = join(folder, `${name}-${theme}.svg`);
    writeFileSync(file, toSvg(terminal, palette, title));
    console.log(file);
  }
}
