import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { inMegabytes, type Limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** The name by which standard input is asked for. */
export const STANDARD_INPUT = '-';

const unzip = promisify(gunzip);

/**
 * The bytes of a file, uncompressed where it is gzip (RFC 1952), whatever its name.
 *
 * @param file a path, or {@link STANDARD_INPUT}
 * @throws {Unreadable} when it is larger than the limit, or a broken archive; errors of the file system as they come
 */
export async function readBytes(file: string, { fileBytes }: Limits): Promise<Uint8Array> {
  const bytes = file === STANDARD_INPUT ? await readStream(fileBytes) : await readWhole(file, fileBytes);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unzip(bytes, { maxOutputLength: fileBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('holds', fileBytes);
    throw new Unreadable(`is a broken gzip file (${error instanceof Error ? error.message : error}); pack it anew`);
  }
}

async function readWhole(file: string, limit: number): Promise<Uint8Array> {
  // Before reading: a file of 2 GB is not to fill the memory first.
  const { size } = await stat(file);
  if (size > limit) throw tooLarge('is', limit);
  return readFile(file);
}

async function readStream(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream('', { fd: 0, autoClose: false })) {
    size += chunk.length;
    if (size > limit) throw tooLarge('is', limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function tooLarge(verb: string, limit: number): Unreadable {
  return new Unreadable(`${verb} more than ${inMegabytes(limit)}; --max-size allows more`);
}
