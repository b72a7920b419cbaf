import type { Writable } from 'node:stream';
import { printable } from '../terminal/printable.ts';

/** Pieces are put together to so many characters: a write a row would cost more than the rows. */
const PIECE = 1 << 16;

/** Nobody waits longer than this for what is there, in milliseconds. */
const PATIENCE = 100;

/** Small pieces as fewer and larger ones; what takes long to come is given on before. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let some = '';
  let since = performance.now();
  for (const piece of pieces) {
    some += piece;
    if (some.length < PIECE && performance.now() - since < PATIENCE) continue;
    yield some;
    some = '';
    since = performance.now();
  }
  if (some !== '') yield some;
}

/** Pieces for a terminal: what keeps the exact characters for a program, CSV for one, must not move its cursor. */
export function* forTerminal(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.split(/\r?\n/).map(printable).join('\n');
}

/**
 * Writes pieces to a stream, no faster than it takes them. That whoever reads has stopped reading is no failure: then
 * the rest is not even made.
 *
 * @throws what the stream reports, a full disk for one
 */
export async function pour(pieces: Iterable<string>, stream: Writable): Promise<void> {
  // Each write tells of its own failure; without a listener the stream would tell the whole process, too.
  const heard = () => {};
  stream.on('error', heard);
  try {
    for (const piece of gathered(pieces)) await written(stream, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function written(stream: Writable, piece: string): Promise<void> {
  return new Promise((done, failed) => {
    stream.write(piece, (error) => (error ? failed(error) : done()));
  });
}
