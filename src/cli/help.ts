import { COMMANDS, EXPLAIN, KNOWN_FORMATS, MENTIONS } from '../output/words.ts';
import { FLAG_WORDS, written } from './flags.ts';

/** The forms of a command line, and what each does. */
export const USAGE: readonly (readonly [form: string, does: string])[] = [
  ['crisis-tui [PATH...]', 'open the explorer (no PATH: the five articles that come with it)'],
  ['crisis-tui tour', 'the same, with a tour of it in eight steps'],
  ['crisis-tui COMMAND [PATH...]', 'print and end'],
  ['crisis-tui cache [info|clear]', 'what is kept of articles that were analysed, or its removal'],
  ['crisis-tui config [PATH...]', 'print the settings in force and where each comes from (--format table, json)'],
  ['crisis-tui completion SHELL', 'print what makes bash, zsh or fish complete these words'],
];

/** What can be read. */
export const PATHS = `PATH is a folder of articles, a file, a pattern of files, or - for standard input. What is read: text, Markdown,
HTML pages, JSON, JSON Lines, CSV, TSV, RSS and Atom files, .eml and .mbox, and any of them as .gz.`;

/** What the exit codes mean. */
export const EXIT_CODES: readonly (readonly [code: number, means: string])[] = [
  [0, 'all well'],
  [1, 'nothing found or nothing written'],
  [2, 'bad use or nothing readable'],
  [130, 'interrupted'],
];

/** Command lines worth showing. */
export const EXAMPLES: readonly string[] = [
  'crisis-tui ~/articles/summit',
  'crisis-tui quotes --format jsonl ~/articles/summit > quotes.jsonl',
];

/** A command as it is typed: `search QUERY`. */
export function commandForm({ name, wants }: { readonly name: string; readonly wants?: string }): string {
  return wants ? `${name} ${wants}` : name;
}

/** The help of the program. */
export function programHelp(): string {
  return `
  Usage
${aligned(USAGE.map(([form, does]) => [`$ ${form}`, does]))}

${indented(PATHS, 2)}

  Commands
${aligned(COMMANDS.map((command) => [commandForm(command), command.does]))}

  Formats
${aligned(KNOWN_FORMATS.map(({ name, does, only }) => [name, only ? `${does} (${only})` : does]))}

  Options
${aligned(FLAG_WORDS.flatMap((words): [string, string][] => [[written(words), words.does], ...(words.more ? [['', words.more] as [string, string]] : [])]))}

  Examples
${EXAMPLES.map((example) => `    $ ${example}`).join('\n')}

  In the explorer ? shows every key. Exit codes:
  ${EXIT_CODES.map(([code, means]) => `${code} ${means}`).join(', ')}.

`;
}

/** The help of one command; undefined for a word that is none. */
export function helpOf(word: string | undefined): string | undefined {
  const command = COMMANDS.find(({ name }) => name === word);
  if (!command) return undefined;
  const { name, does, wants, takesStory, examples } = command;
  const formats = KNOWN_FORMATS.filter(({ only }) => only === undefined || only === name).map((format) => format.name);
  const own = [MENTIONS, EXPLAIN].filter((other) => other.name.startsWith(`${name} `));
  const taken = ['--output', '--force', ...(wants ? [] : ['--query']), ...(takesStory ? ['--story'] : [])];
  const options = FLAG_WORDS.filter(({ flag }) => taken.includes(flag));
  return `  crisis-tui ${name}: ${does}

  Usage
${aligned([
  [`$ crisis-tui ${commandForm(command)} [PATH...]`, does],
  ...own.map((other): [string, string] => [`$ crisis-tui ${commandForm(other)} [PATH...]`, other.does]),
])}

  Options
${aligned([['--format F', formats.join(', ')], ...options.map((words): [string, string] => [written(words), words.does])])}

  Examples
${examples.map((example) => `    $ ${example}`).join('\n')}

  crisis-tui --help lists the other commands, and how articles are read.
`;
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, does]) => `    ${name.padEnd(width)}${does}`).join('\n');
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(by));
}
