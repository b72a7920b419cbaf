/** Which arms a line character has: up, right, down, left; 2 is a thick arm. */
const ARMS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '─': [0, 1, 0, 1],
  '│': [1, 0, 1, 0],
  '┌': [0, 1, 1, 0],
  '╭': [0, 1, 1, 0],
  '┐': [0, 0, 1, 1],
  '╮': [0, 0, 1, 1],
  '└': [1, 1, 0, 0],
  '╰': [1, 1, 0, 0],
  '┘': [1, 0, 0, 1],
  '╯': [1, 0, 0, 1],
  '├': [1, 1, 1, 0],
  '┤': [1, 0, 1, 1],
  '┬': [0, 1, 1, 1],
  '┴': [1, 1, 0, 1],
  '┼': [1, 1, 1, 1],
  '━': [0, 2, 0, 2],
  '┃': [2, 0, 2, 0],
};
/** A part of the cell. */
type Eighths = readonly [left: number, top: number, width: number, height: number];
/** Block characters. */
const BLOCKS: ReadonlyMap<string, Eighths> = new Map<string, Eighths>([
  ...[...'▁▂▃▄▅▆▇█'].map((char, i) => [char, [0, 7 - i, 8, i + 1]] as [string, Eighths]),
  ...[...'▏▎▍▌▋▊▉'].map((char, i) => [char, [0, 0, i + 1, 8]] as [string, Eighths]),
  ['▐', [4, 0, 4, 8]],
  ['▀', [0, 0, 8, 4]],
]);

/**
 * Draws a line or block character as a shape that meets its neighbours, which a font's glyphs do only when the
 * height of the line suits them.
 *
 * @returns nothing for any other character
 */
export function drawLine(char: string, x: number, y: number, width: number, height: number, colour: string): string {
  const block = BLOCKS.get(char);
  if (block) {
    const [left, top, wide, high] = block;
    const size = `width="${(wide * width) / 8}" height="${(high * height) / 8}"`;
    return `<rect x="${x + (left * width) / 8}" y="${y + (top * height) / 8}" ${size} fill="${colour}"/>`;
  }
  const arms = ARMS[char];
  if (!arms) return '';
  const [cx, cy] = [x + width / 2, y + height / 2];
  const ends = [`${cx},${y}`, `${x + width},${cy}`, `${cx},${y + height}`, `${x},${cy}`];
  const path = ends.flatMap((end, i) => (arms[i] ? [`M${cx},${cy}L${end}`] : [])).join('');
  return `<path d="${path}" stroke="${colour}" stroke-width="${Math.max(...arms)}" fill="none"/>`;
}
