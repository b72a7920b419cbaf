/** The words for an error of the file system; the code alone helps nobody. */
export function explainFileError(error: unknown, file = ''): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      // What stands there for bytes that are no UTF-8 is not what the file is called.
      if (file.includes('\ufffd')) return 'has a name that is not UTF-8, and cannot be opened by it; rename it';
      return 'does not exist; check the spelling';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read; check its permissions';
    case 'ELOOP':
      return 'is a link that leads back to itself';
    case 'ENOTDIR':
      return 'lies below something that is not a folder';
    case 'EMFILE':
    case 'ENFILE':
      return 'could not be opened: too many files are open';
    default:
      return `could not be read (${code || String(error)})`;
  }
}
