import { createHash } from 'node:crypto';
import { chmod, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { sharedBytes } from '../index/stored/shelf.ts';

/**
 * A file of named runs of bytes:
 *
 *     16 bytes  what it is        "crisis-tui cache"
 *     Int32     4                 the order of bytes, the version of this form, how many sections, 0
 *     20 bytes  SHA-1 of the table, and 4 bytes of nothing
 *     table     of each section   16 bytes its name; Float64 where it starts, how long it is; 20 bytes its SHA-1, and 4
 *     sections                    each from a multiple of 8
 */
const MAGIC = Buffer.from('crisis-tui cache');
const ORDER = 0x01020304;
const VERSION = 1;
const HEAD = 56;
const ROW = 56;
const NAME = 16;
/** So much is put to the disk at a time, in bytes: what comes meanwhile has its turn in between. */
const PIECE = 1 << 21;

/** What is to be written: a name of at most 16 letters, and its bytes in pieces. */
export interface Section {
  readonly name: string;
  readonly parts: Iterable<Uint8Array>;
}

/** A file is not what is written here, or no longer. */
export class Damaged extends Error {}

/**
 * Writes a file whole or not at all: to a new file beside it, to the disk, and then in its place.
 *
 * @param fresh the new file, of which no other process writes one of that name
 * @throws what the file system throws, and what the signal was aborted with; the file is then as it was
 */
export async function writeSections(
  file: string,
  fresh: string,
  sections: readonly Section[],
  signal?: AbortSignal,
): Promise<void> {
  const handle = await open(fresh, 'w', 0o600);
  try {
    const table = Buffer.alloc(ROW * sections.length);
    let at = HEAD + table.length;
    for (const [i, { name, parts }] of sections.entries()) {
      const start = at;
      const hash = createHash('sha1');
      for (const piece of inPieces(parts)) {
        signal?.throwIfAborted();
        hash.update(piece);
        await handle.writev([piece], at);
        at += piece.length;
      }
      const row = i * ROW;
      table.write(name, row, NAME, 'latin1');
      table.writeDoubleLE(start, row + NAME);
      table.writeDoubleLE(at - start, row + NAME + 8);
      hash.digest().copy(table, row + NAME + 16);
      at = Math.ceil(at / 8) * 8;
    }
    const head = Buffer.alloc(HEAD);
    MAGIC.copy(head);
    new Int32Array(head.buffer, head.byteOffset + 16, 4).set([ORDER, VERSION, sections.length, 0]);
    createHash('sha1').update(table).digest().copy(head, 32);
    await handle.writev([head, table], 0);
    await handle.sync();
    await handle.close();
    await chmod(fresh, 0o600);
    await rename(fresh, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Small parts put together, large ones taken apart. */
function* inPieces(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let some: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += PIECE) {
      const piece = part.subarray(at, at + PIECE);
      some.push(piece);
      size += piece.length;
      if (size < PIECE) continue;
      yield Buffer.concat(some);
      some = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(some);
}

/** A file of sections, open to be read. */
export interface SectionFile {
  /** The bytes of a section, checked; from a multiple of 8 of a buffer that threads share. */
  section(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens a file of sections.
 *
 * @throws {Damaged} where it is none; what the file system throws
 */
export async function openSections(file: string): Promise<SectionFile> {
  const handle = await open(file, 'r');
  try {
    const { uid, mode } = await handle.stat();
    // What is in it is shown as what the articles say: nobody else may have written it.
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) throw new Damaged('others may write it');
    const head = Buffer.from((await bytesAt(handle, 0, HEAD)).buffer);
    if (!head.subarray(0, NAME).equals(MAGIC)) throw new Damaged('it is no cache of crisis-tui');
    const [order, version, count] = new Int32Array(head.buffer, 16, 4);
    if (order !== ORDER || version !== VERSION) throw new Damaged('it is of another version or machine');
    const table = Buffer.from((await bytesAt(handle, HEAD, ROW * (count ?? -1))).buffer);
    if (!createHash('sha1').update(table).digest().equals(head.subarray(32, 52)))
      throw new Damaged('its table is damaged');
    const rows = new Map<string, Buffer>();
    for (let row = 0; row < table.length; row += ROW) {
      const name = table.toString('latin1', row, row + NAME).split('\0', 1)[0]!;
      rows.set(name, table.subarray(row, row + ROW));
    }
    return {
      async section(name) {
        const row = rows.get(name);
        if (!row) throw new Damaged(`it has no ${name}`);
        const bytes = await bytesAt(handle, row.readDoubleLE(NAME), row.readDoubleLE(NAME + 8));
        if (!(await hashOf(bytes)).equals(row.subarray(NAME + 16, NAME + 36)))
          throw new Damaged(`its ${name} are damaged`);
        return bytes;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Uint8Array> {
  if (length === 0) return sharedBytes(0);
  const { size } = await handle.stat();
  if (!(start >= 0 && length > 0 && start + length <= size)) throw new Damaged('it is cut off');
  const bytes = sharedBytes(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(length - at, 1 << 30), start + at);
    if (bytesRead === 0) throw new Damaged('it is cut off');
    at += bytesRead;
  }
  return bytes;
}

async function hashOf(bytes: Uint8Array): Promise<Buffer> {
  const hash = createHash('sha1');
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    await new Promise((resume) => setImmediate(resume));
  }
  return hash.digest();
}
