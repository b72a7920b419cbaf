import { READING_HELP } from '../corpus/options.ts';
import { COMMANDS, EXPLAIN, KNOWN_FORMATS, MENTIONS } from '../output/words.ts';
import { RANKS } from '../search/ranks.ts';

/** The help of the program. */
export function programHelp(): string {
  return `
  Usage
    $ crisis-tui [PATH...]            open the explorer (no PATH: the five articles that come with it)
    $ crisis-tui tour                 the same, with a tour of it in eight steps
    $ crisis-tui COMMAND [PATH...]    print and end
    $ crisis-tui cache [info|clear]   what is kept of articles that were analysed, or its removal

  PATH is a folder of articles, a file, a pattern of files, or - for standard input. What is read: text, Markdown,
  HTML pages, JSON, JSON Lines, CSV, TSV, RSS and Atom files, .eml and .mbox, and any of them as .gz.

${outputHelp()}
    --explain      with articles: what was decided of each, and why
    --no-corrections  as read and worked out, without what you corrected in the explorer
${READING_HELP}
    --workers N    analyse in N threads, 0 for none (as many as are worth it)
    --no-cache     analyse all articles anew, and keep nothing of it
    --no-mouse     leave the mouse to the terminal, to select text with it (M in the explorer)
    --no-color     no colours (as NO_COLOR=1); bold and underline stay
    --version      the version
    --help         this

  Examples
    $ crisis-tui ~/articles/summit
    $ crisis-tui quotes --format jsonl ~/articles/summit > quotes.jsonl

  In the explorer ? shows every key. Exit codes: 0 all well, 1 nothing found or nothing
  written, 2 bad use or nothing readable, 130 interrupted.

`;
}

function outputHelp(): string {
  const commands = COMMANDS.map(({ name, wants, does }) => [wants ? `${name} ${wants}` : name, does] as const);
  const formats = KNOWN_FORMATS.map(({ name, does, only }) => [name, only ? `${does} (${only})` : does] as const);
  return `  Commands
${listed(commands)}

  Formats
${listed(formats)}

  Options
    --format F     one of the formats (else by the ending of the file, table in a terminal, jsonl in a pipe)
    -o, --output FILE  write a file, whole or not at all; --force where there is one already
    --query Q      only what the explorer's prompt would show for it: 'speaker:putin kind:direct'
    --story ID     only of this story
    --mentions     with entities: every place where one is named
    --explain      with entities and a NAME: ${EXPLAIN.does}
    --count-copies  count each copy of one text, wire copy that several outlets run, and not the text once
    --rank R       how a search ranks: ${RANKS.join(', ')} (exactly as Fuse.js does; no signs, no fields)`;
}

function listed(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, does]) => `    ${name.padEnd(width)}${does}`).join('\n');
}

/** The help of one command; undefined for a word that is none. */
export function helpOf(word: string | undefined): string | undefined {
  const command = COMMANDS.find(({ name }) => name === word);
  if (!command) return undefined;
  const { name, wants, does, takesStory, examples } = command;
  const formats = KNOWN_FORMATS.filter(({ only }) => only === undefined || only === name).map((format) => format.name);
  const own = [MENTIONS, EXPLAIN].filter((other) => other.name.startsWith(`${name} `));
  return `  crisis-tui ${name}: ${does}

  Usage
    $ crisis-tui ${[name, wants, '[PATH...]'].filter(Boolean).join(' ')}
${own.map((other) => `    $ crisis-tui ${[other.name, other.wants, '[PATH...]'].filter(Boolean).join(' ')}    ${other.does}\n`).join('')}
  Options
    --format F     ${formats.join(', ')}
    -o, --output FILE  write a file; --force where there is one already
${wants ? '' : "    --query Q      only what the explorer's prompt would show for it\n"}${takesStory ? '    --story ID     only of this story\n' : ''}
  Examples
${examples.map((example) => `    $ ${example}`).join('\n')}

  crisis-tui --help lists the other commands, and how articles are read.
`;
}
