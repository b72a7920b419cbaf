import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
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

/**
 * The bytes of a regular file, whatever becomes of it meanwhile: what has put itself in its place is not waited for, what
 * grows is not read beyond the limit.
 *
 * @param advice what to do where it is larger than the limit
 * @throws {Unreadable} when it is no file any more, or larger than the limit; errors of the file system as they come
 */
export async function readWhole(file: string, limit: number, advice = ALLOW_MORE): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new Unreadable('is not a file');
    if (info.size > limit) throw tooLarge('is', limit, advice);
    const bytes = Buffer.allocUnsafe(info.size + 1);
    let size = 0;
    while (size < bytes.length) {
      const { bytesRead } = await handle.read(bytes, size, bytes.length - size, size);
      if (bytesRead === 0) return bytes.subarray(0, size);
      size += bytesRead;
    }
    // It has grown since it was measured: the rest is read as it comes.
    const chunks: Uint8Array[] = [bytes];
    for (;;) {
      if (size > limit) throw tooLarge('is', limit, advice);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(1 << 16), 0, 1 << 16, size);
      if (bytesRead === 0) return Buffer.concat(chunks);
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await handle.close();
  }
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

const ALLOW_MORE = '--max-size allows more';

function tooLarge(verb: string, limit: number, advice = ALLOW_MORE): Unreadable {
  return new Unreadable(`${verb} more than ${inMegabytes(limit)}; ${advice}`);
}
