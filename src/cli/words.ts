import { existsSync } from 'node:fs';
import { whyNot } from '../output/target.ts';
import {
  COMMANDS,
  type Command,
  EXPLAIN,
  formatOfFile,
  KNOWN_FORMATS,
  type KnownFormat,
  MENTIONS,
} from '../output/words.ts';
import { RANKS, type Rank } from '../search/ranks.ts';
import { nearest } from './nearest.ts';
import type { Printing } from './print.ts';

/** The flags of what is printed. */
export const OUTPUT_FLAGS = {
  format: { type: 'string' },
  output: { type: 'string', shortFlag: 'o' },
  force: { type: 'boolean', default: false },
  query: { type: 'string' },
  story: { type: 'string' },
  mentions: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  rank: { type: 'string', default: RANKS[0] },
  countCopies: { type: 'boolean', default: false },
} as const;

interface Flags {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly query?: string | undefined;
  readonly story?: string | undefined;
  readonly mentions: boolean;
  readonly explain: boolean;
  readonly rank: string;
  readonly countCopies: boolean;
}

/** The word that prints the settings in force. */
export const CONFIG = 'config';

/** The word that opens the explorer with the tour. */
const TOUR = 'tour';
/** The word that says what is kept of articles that were analysed, or removes it. */
export const CACHE = 'cache';
/** The word that prints what makes a shell complete. */
export const COMPLETION = 'completion';

/** What the words and flags ask for. */
export interface Asked {
  /** `null`: the explorer, or what is printed where there is no terminal for it. */
  readonly printing: Printing | null;
  /** What is to be read; empty for what comes with the program. */
  readonly paths: readonly string[];
  readonly rank: Rank;
  /** `articles --explain`: what was decided when each was read. */
  readonly explainsReading: boolean;
  /** `config`: in which format the settings in force are printed. */
  readonly config?: 'table' | 'json';
  /** The explorer on what comes with the program, with the tour. */
  readonly tour: boolean;
}

/**
 * Reads the words of the command line.
 *
 * @param terminal whether what is printed is looked at in one
 * @returns what is wrong with them, in words, where something is
 */
export function asked(input: readonly string[], flags: Flags, terminal: boolean): Asked | string {
  const [word, ...rest] = input;
  const rank = RANKS.find((known) => known === flags.rank);
  if (!rank) return `--rank is one of ${RANKS.join(', ')}; not ${flags.rank}`;
  if (word === CONFIG) return configAsked(rest, flags, rank, terminal);
  const named = COMMANDS.find(({ name }) => name === word);
  if (!named) return withoutCommand(input, flags, rank);
  const command = withFlags(named, flags);
  if (typeof command === 'string') return command;
  const words = command.wants ? rest.shift() : '';
  if (words === undefined || (command.wants && words === ''))
    return `${command.name} wants a ${command.wants?.toLowerCase()}: crisis-tui ${command.name} ${command.wants} [PATH...]`;
  const format = formatOf(command, flags, terminal);
  if (typeof format === 'string') return format;
  const { force, query, story, countCopies } = flags;
  const file = flags.output === '-' ? undefined : flags.output;
  const unusable = file === undefined ? undefined : file === '' ? '--output wants a file' : whyNot(file, force);
  if (unusable !== undefined) return unusable;
  return {
    printing: { command, format, words, rank, query, story, file, force, countCopies },
    paths: rest,
    rank,
    explainsReading: flags.explain && command.name === 'articles',
    tour: false,
  };
}

/** What is printed where there is no terminal to open the explorer in: the articles. */
export function unasked(rank: Rank, countCopies: boolean): Printing {
  const [command] = COMMANDS;
  const [format] = KNOWN_FORMATS;
  const nothing = { query: undefined, story: undefined, file: undefined, force: false } as const;
  return { command, format, words: '', rank, ...nothing, countCopies };
}

function withoutCommand(paths: readonly string[], flags: Flags, rank: Rank): Asked | string {
  const commands = COMMANDS.map(({ name }) => name);
  const [word, ...more] = paths;
  const meant =
    word !== undefined && !existsSync(word) ? nearest(word, [...commands, TOUR, CACHE, CONFIG, COMPLETION]) : undefined;
  if (meant && meant !== word) return `${word} is neither a command nor there to be read; did you mean ${meant}?`;
  for (const flag of ['mentions', 'explain'] as const)
    if (flags[flag])
      return `--${flag} goes with the command ${flag === 'mentions' ? 'entities' : 'articles or entities'}`;
  for (const flag of ['format', 'output', 'query', 'story'] as const)
    if (flags[flag] !== undefined) return `--${flag} goes with a command: ${commands.join(', ')}`;
  if (word !== TOUR) return { printing: null, paths, rank, explainsReading: false, tour: false };
  if (more.length > 0) return 'the tour is of the articles that come with crisis-tui, it takes no others';
  return { printing: null, paths: [], rank, explainsReading: false, tour: true };
}

function configAsked(paths: readonly string[], flags: Flags, rank: Rank, terminal: boolean): Asked | string {
  for (const flag of ['output', 'query', 'story'] as const)
    if (flags[flag] !== undefined) return `--${flag} does not go with config`;
  const config = flags.format ?? (terminal ? 'table' : 'json');
  if (config !== 'table' && config !== 'json') return `config is printed as table or json; not as ${config}`;
  return { printing: null, paths, rank, explainsReading: false, tour: false, config };
}

/** A command as its flags change it. */
function withFlags(named: Command, flags: Flags): Command | string {
  const { mentions, explain, story, query } = flags;
  if (mentions && named.name !== 'entities') return '--mentions goes with the command entities';
  if (explain && named.name !== 'entities' && named.name !== 'articles')
    return '--explain goes with the commands articles and entities';
  const narrowed = (['format', 'output', 'query', 'story'] as const).find((flag) => flags[flag] !== undefined);
  if (explain && named.name === 'articles' && narrowed) return `--${narrowed} does not go with articles --explain`;
  if (mentions && explain) return '--mentions and --explain do not go together';
  const command = mentions ? MENTIONS : explain && named.name === 'entities' ? EXPLAIN : named;
  if (story !== undefined && !command.takesStory) return `--story does not go with ${command.name}`;
  if (query !== undefined && command.wants) return `--query does not go with ${command.name}`;
  return command;
}

/** The format asked for by name or by the ending of the file, or the usual one. */
function formatOf({ name }: Command, { format: wanted, output }: Flags, terminal: boolean): KnownFormat | string {
  const usual = terminal && output === undefined ? 'table' : 'jsonl';
  const format =
    wanted === undefined
      ? (formatOfFile(output ?? '') ?? KNOWN_FORMATS.find((known) => known.name === usual))
      : KNOWN_FORMATS.find((known) => known.name === wanted);
  const names = KNOWN_FORMATS.map((known) => known.name);
  if (!format) {
    const meant = nearest(wanted ?? '', names);
    return `--format is one of ${names.join(', ')}; not ${wanted}${meant ? `. Did you mean ${meant}?` : ''}`;
  }
  if (format.only !== undefined && format.only !== name)
    return `the format ${format.name} is for ${format.only}, not for ${name}`;
  return format;
}

/**
 * What is wrong with flags that are not known, in words, with the flag that was meant.
 *
 * @param given as meow names them, `maxSize`
 */
export function unknownFlag(given: readonly string[], known: readonly string[]): string | undefined {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const meant = nearest(unknown, known);
  return `${flagOf(unknown)} is not a flag${meant ? `; did you mean ${flagOf(meant)}?` : '; --help lists them'}`;
}

/** `maxSize` → `--max-size`. */
function flagOf(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
