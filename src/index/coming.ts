import type { Index } from './access.ts';
import type { Progress } from './progress.ts';

/** An index that comes in the place of the one before: of more articles, or of articles that changed. */
export interface Coming {
  readonly index: Index;
  /** Whether more articles are being read: stories, and what is one utterance, are not known yet. */
  readonly isPart: boolean;
  /** What to tell of it: what changed, or what it is still without. */
  readonly says: string | null;
  /** In words, what could not be read and has not been told. */
  readonly problems: readonly string[];
}

/** Who is told of what comes. */
export interface Listener {
  /** Resolves when it is shown. */
  readonly take: (coming: Coming) => Promise<void>;
  /** How far reading is; `null` when there is no more to read. */
  readonly reading: (progress: Progress | null) => void;
  /** Whether the files are followed. */
  readonly watched: (is: boolean) => void;
  /** Something that is to be known. */
  readonly tell: (words: string) => void;
}

/** What ends it. */
export interface Ends {
  /** No more is read: the index is of what was. */
  readonly enough: AbortSignal;
  /** All of it: promises are rejected with the signal's reason. */
  readonly left: AbortSignal;
}

/** Gives what comes to whoever listens; resolves when nothing more can come. */
export type Follow = (listener: Listener, ends: Ends) => Promise<void>;
