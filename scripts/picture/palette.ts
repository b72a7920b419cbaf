import type { Colour } from '../../test/pty/screen.ts';

/** What a terminal makes of the colours that a program names. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  /** Black, red, green, yellow, blue, magenta, cyan, white; then the bright ones. */
  readonly ansi: readonly string[];
}

export const DARK: Palette = {
  background: '#1b1d23',
  foreground: '#d7dae0',
  ansi: [
    ...['#2c313a', '#e5707a', '#98c379', '#e0b978', '#6cb2f2', '#c98fe0', '#5fc1c9', '#b8bdc7'],
    ...['#737a88', '#ff8b94', '#b3dc95', '#f2d095', '#8cc7ff', '#deaaf2', '#7fdbe3', '#ffffff'],
  ],
};

export const LIGHT: Palette = {
  background: '#fbfbf9',
  foreground: '#2b2d33',
  ansi: [
    ...['#2b2d33', '#b8232f', '#2f7a2b', '#8a6100', '#1a5fb4', '#8b3aa8', '#0b7285', '#a9adb5'],
    ...['#7b808a', '#d33742', '#3d9138', '#a87800', '#2b74d1', '#a44fc4', '#128aa0', '#d7d9de'],
  ],
};

/** The colour of a cell as SVG writes it. */
export function paint(colour: Colour, palette: Palette, otherwise: string): string {
  if (colour === 'default') return otherwise;
  if (typeof colour === 'string') return colour;
  return palette.ansi[colour] ?? extended(colour);
}

/** Colours 16 to 255, which are the same in every terminal: a cube of 6×6×6, then 24 greys. */
function extended(colour: number): string {
  if (colour >= 232) return hex([0, 0, 0].map(() => 8 + (colour - 232) * 10));
  const level = (n: number) => (n === 0 ? 0 : 55 + n * 40);
  const at = colour - 16;
  return hex([Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map(level));
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
