import { RECORD_FIELDS } from '../corpus/given.ts';
import { LIMITS } from '../corpus/limits.ts';
import { READING_FLAGS } from '../corpus/options.ts';
import { EXPLAIN, KNOWN_FORMATS } from '../output/words.ts';
import { RANKS } from '../search/ranks.ts';
import { OUTPUT_FLAGS } from './words.ts';

/** The flags as meow reads them. */
export const FLAGS = {
  ...OUTPUT_FLAGS,
  strict: { type: 'boolean', default: false },
  ...READING_FLAGS,
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  color: { type: 'boolean' },
  corrections: { type: 'boolean', default: true },
  mouse: { type: 'boolean', default: true },
  screenReader: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  cache: { type: 'boolean', default: true },
  workers: { type: 'string' },
  config: { type: 'boolean', default: true },
} as const;

/** A flag as a person types it: for the help, the manual and what a shell completes. */
export interface FlagWords {
  /** As it is written, `--output`. */
  readonly flag: string;
  /** In one letter, `o`. */
  readonly short?: string;
  /** What stands behind it, for the help: `FILE`. */
  readonly value?: string;
  readonly does: string;
  /** Said of it where there is more room than in a shell. */
  readonly more?: string;
  /** What its value can be; a shell completes files where it is `files`. */
  readonly choices?: readonly string[] | 'files';
}

/** The flags, in the order of the help. */
export const FLAG_WORDS: readonly FlagWords[] = [
  {
    flag: '--format',
    value: 'F',
    does: 'one of the formats',
    more: '(else by the ending of the file, table in a terminal, jsonl in a pipe)',
    choices: KNOWN_FORMATS.map(({ name }) => name),
  },
  {
    flag: '--output',
    short: 'o',
    value: 'FILE',
    does: 'write a file, whole or not at all',
    choices: 'files',
  },
  { flag: '--force', does: 'with --output: also where there is a file already' },
  {
    flag: '--query',
    value: 'Q',
    does: "only what the explorer's prompt would show for it",
    more: "'speaker:putin kind:direct'",
  },
  { flag: '--story', value: 'ID', does: 'only of this story' },
  { flag: '--mentions', does: 'with entities: every place where one is named' },
  {
    flag: '--explain',
    does: 'with articles: what was decided of each, and why',
    more: `with entities and a NAME: ${EXPLAIN.does}`,
  },
  {
    flag: '--count-copies',
    does: 'count each copy of one text, wire copy that several outlets run, and not the text once',
  },
  {
    flag: '--rank',
    value: 'R',
    does: `how a search ranks: ${RANKS.join(', ')}`,
    more: '(exactly as Fuse.js does; no signs, no fields)',
    choices: RANKS,
  },
  { flag: '--no-corrections', does: 'as read and worked out, without what you corrected in the explorer' },
  {
    flag: '--map',
    value: 'F=NAME',
    does: 'read fact F from the field NAME of records; may be repeated',
    more: `F is one of ${RECORD_FIELDS.join(', ')}`,
  },
  {
    flag: '--exclude',
    value: 'P',
    does: 'leave out files by a pattern as in .gitignore; may be repeated',
    more: '(a file .crisisignore does the same)',
  },
  { flag: '--strict', does: 'exit 2 when anything could not be read' },
  { flag: '--max-size', value: 'N', does: `read no file larger than this, in MB (${LIMITS.fileBytes / 1024 / 1024})` },
  { flag: '--max-files', value: 'N', does: `read no more files than these (${LIMITS.files})` },
  { flag: '--max-articles', value: 'N', does: `read no more articles of one file (${LIMITS.articles})` },
  { flag: '--workers', value: 'N', does: 'analyse in N threads, 0 for none (as many as are worth it)' },
  { flag: '--no-cache', does: 'analyse all articles anew, and keep nothing of it' },
  {
    flag: '--watch',
    does: 'in the explorer: follow the folder, take up what is added, changed or removed, and say so',
  },
  { flag: '--no-mouse', does: 'leave the mouse to the terminal, to select text with it (M in the explorer)' },
  {
    flag: '--screen-reader',
    does: 'one thing below the other and no frames, to be read aloud (as INK_SCREEN_READER=true)',
  },
  { flag: '--no-config', does: 'without the files of settings, your own and that of the folder' },
  { flag: '--color', does: 'colours, also where they would not be' },
  { flag: '--no-color', does: 'no colours (as NO_COLOR=1); bold and underline stay' },
  { flag: '--version', does: 'the version' },
  { flag: '--help', does: 'this; behind a command, of that command' },
];

/** How a flag is written with what stands behind it: `-o, --output FILE`. */
export function written({ flag, short, value }: FlagWords): string {
  return [short ? `-${short}, ${flag}` : flag, value].filter(Boolean).join(' ');
}
