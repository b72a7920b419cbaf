import type { Writable } from 'node:stream';
import { printable } from '../terminal/printable.ts';

/** Pieces of what is written, as they come. */
export type Pieces = Iterable<string> | AsyncIterable<string>;

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

/** What is to be written of pieces: small ones that are there put together, others as they come. */
export function writable(pieces: Pieces): Pieces {
  return Symbol.asyncIterator in pieces ? pieces : gathered(pieces);
}

/**
 * The pieces of rows that come some at a time, each as soon as it can be had.
 *
 * @param print makes pieces of rows; it takes no more than one row for each piece
 */
export async function* asTheyCome<Row>(
  rows: AsyncIterable<Iterable<Row>>,
  print: (rows: Iterable<Row>) => Iterable<string>,
): AsyncGenerator<string> {
  let next: IteratorResult<Row, unknown> = { done: true, value: undefined };
  let waiting: Iterator<Row> = [][Symbol.iterator]();
  const advance = () => {
    next = waiting.next();
  };
  function* taken(): Generator<Row> {
    while (!next.done) {
      const { value } = next;
      advance();
      yield value;
    }
  }
  const pieces = print(taken())[Symbol.iterator]();
  function* there(): Generator<string> {
    // Asked for another piece where no row is left, it would take that for the end.
    while (!next.done) {
      const { done, value } = pieces.next();
      if (done) return;
      yield value;
    }
  }
  for await (const some of rows) {
    waiting = some[Symbol.iterator]();
    advance();
    yield* gathered(there());
  }
  yield* gathered({ [Symbol.iterator]: () => pieces });
}

/** Pieces for a terminal: what keeps the exact characters for a program, CSV for one, must not move its cursor. */
export function* forTerminal(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield shown(piece);
}

/** The same of pieces that come. */
export async function* forTerminalAsTheyCome(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) yield shown(piece);
}

function shown(piece: string): string {
  return piece.split(/\r?\n/).map(printable).join('\n');
}

/**
 * Writes pieces to a stream, no faster than it takes them. That whoever reads has stopped reading is no failure: then
 * the rest is not even made.
 *
 * @throws what the stream reports, a full disk for one
 */
export async function pour(pieces: Pieces, stream: Writable): Promise<void> {
  // Each write tells of its own failure; without a listener the stream would tell the whole process, too.
  const heard = () => {};
  stream.on('error', heard);
  try {
    for await (const piece of writable(pieces)) await written(stream, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function written(stream: Writable, piece: string): Promise<void> {
  return new Promise((done, failed) => {
    stream.write(piece, (error) => (error ? failed(error) : done()));
  });
}
