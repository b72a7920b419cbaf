/** How much is read of what a stranger may have written. Each is a flag of the command line. */
export interface Limits {
  /** Bytes of one file, and of what a compressed one holds. */
  readonly fileBytes: number;
  /** Files of a corpus. */
  readonly files: number;
  /** Articles of one file. */
  readonly articles: number;
}

export const LIMITS: Limits = { fileBytes: 64 * 1024 * 1024, files: 200_000, articles: 200_000 };

/** `64 MB`, for messages. */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return `${megabytes >= 10 ? Math.round(megabytes) : Math.round(megabytes * 10) / 10} MB`;
}
