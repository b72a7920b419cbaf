const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left of what you may use',
  EFBIG: 'the file is larger than is allowed',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the disk can only be read',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is no folder',
  EEXIST: 'it is there already; --force replaces it',
  EISDIR: 'it is a folder',
  EIO: 'the disk or the connection failed',
  ENAMETOOLONG: 'its name is too long',
};

/** Why output could not be written, in words a person understands; undefined when it is no failure of the system. */
export function whyUnwritten(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return WORDS[code] ?? `the system says ${code}`;
}
