import type { Cell } from '../../test/pty/screen.ts';
import type { Terminal } from '../../test/pty/terminal.ts';
import { drawLine } from './lines.ts';
import { type Palette, paint } from './palette.ts';

const WIDTH = 8.4;
const HEIGHT = 18;
const BASELINE = 13;
const PADDING = 14;
const FONT = `ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace`;

/** How a cell looks, in the words of SVG. */
interface Style {
  readonly fill: string;
  readonly back: string;
  /** Attributes of its `<text>`. */
  readonly attributes: string;
}

/** The screen of a terminal as an SVG picture. */
export function toSvg(terminal: Terminal, palette: Palette, title: string): string {
  const width = terminal.cols * WIDTH + 2 * PADDING;
  const height = terminal.rows * HEIGHT + 2 * PADDING;
  const rows = Array.from({ length: terminal.rows }, (_, row) => drawRow(terminal.cells(row), row * HEIGHT, palette));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${height}" role="img" xml:space="preserve">`,
    `<title>${toXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${palette.background}"/>`,
    `<g transform="translate(${PADDING} ${PADDING})" font-family="${FONT}" font-size="14">`,
    ...rows,
    ...drawCursor(terminal, palette),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(cells: readonly Cell[], y: number, palette: Palette): string {
  const backs: string[] = [];
  const texts: string[] = [];
  let x = 0;
  for (const run of runsOfOneStyle(cells, palette)) {
    const { style, width, text } = run;
    if (style.back !== palette.background)
      backs.push(`<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${HEIGHT}" fill="${style.back}"/>`);
    const line = [...text]
      .map((char, i) => drawLine(char, round(x + i * WIDTH), y, WIDTH, HEIGHT, style.fill))
      .join('');
    if (line) texts.push(line);
    else if (text.trim() !== '' || style.attributes.includes('underline'))
      texts.push(
        `<text x="${round(x)}" y="${y + BASELINE}" fill="${style.fill}" textLength="${round(width)}"${style.attributes}>${toXml(text)}</text>`,
      );
    x += width;
  }
  return [...backs, ...texts].join('');
}

/** Neighbouring cells that look the same, as long as they are of one kind: lines, or blanks, or words. */
function runsOfOneStyle(cells: readonly Cell[], palette: Palette): { text: string; width: number; style: Style }[] {
  const runs: { text: string; width: number; style: Style; key: string }[] = [];
  for (const cell of cells) {
    const style = styleOf(cell, palette);
    const kind = drawLine(cell.text, 0, 0, 1, 1, '') ? 'line' : cell.width > 1 ? 'wide' : 'text';
    const key = [kind, style.fill, style.back, style.attributes].join();
    const last = runs.at(-1);
    if (last?.key === key && kind !== 'wide') {
      last.text += cell.text;
      last.width += cell.width * WIDTH;
    } else runs.push({ text: cell.text, width: cell.width * WIDTH, style, key });
  }
  return runs;
}

function styleOf(cell: Cell, palette: Palette): Style {
  const fg = paint(cell.fg, palette, palette.foreground);
  const bg = paint(cell.bg, palette, palette.background);
  const attributes = [
    cell.bold && ' font-weight="bold"',
    cell.italic && ' font-style="italic"',
    cell.dim && ' opacity="0.62"',
    cell.underline && ' text-decoration="underline"',
    cell.strikethrough && ' text-decoration="line-through"',
  ];
  const [fill, back] = cell.inverse ? [bg, fg] : [fg, bg];
  return { fill, back, attributes: attributes.filter(Boolean).join('') };
}

function drawCursor(terminal: Terminal, palette: Palette): string[] {
  if (terminal.modesLeft.includes('cursor off')) return [];
  const { row, col } = terminal.cursor();
  const at = `x="${round(col * WIDTH)}" y="${row * HEIGHT}"`;
  return [`<rect ${at} width="${WIDTH}" height="${HEIGHT}" fill="${palette.foreground}" opacity="0.55"/>`];
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
