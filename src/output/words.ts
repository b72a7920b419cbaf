import type { CommandWords, FormatWords } from './command.ts';

const MENTIONS_WORDS = {
  name: 'entities --mentions',
  does: 'every place where an entity is named',
  examples: [
    'crisis-tui entities --mentions --format csv > mentions.csv',
    "crisis-tui entities --mentions --query 'type:place'",
  ],
  takesStory: true,
} as const satisfies CommandWords;

const EXPLAIN_WORDS = {
  name: 'entities --explain',
  does: 'how an entity came together: its spellings, types and description, each with its place',
  examples: ['crisis-tui entities --explain Zelensky', "crisis-tui entities --explain 'White House' --format json"],
  takesStory: false,
  wants: 'NAME',
} as const satisfies CommandWords;

const PLACES_WORDS = {
  name: 'places',
  does: 'the places that a search in an article finds: exported by the explorer, no word of the command line',
  examples: ['crisis-tui', 'crisis-tui tour'],
  takesStory: false,
} as const satisfies CommandWords;

const COMMAND_WORDS = [
  {
    name: 'articles',
    does: 'the articles: outlet, date, headline, story',
    examples: ['crisis-tui articles --format table', 'crisis-tui articles -o articles.bib'],
    takesStory: true,
  },
  {
    name: 'entities',
    does: 'who and what is named, with all spellings',
    examples: ["crisis-tui entities --format table --query 'type:person'", 'crisis-tui entities --explain Putin'],
    takesStory: false,
  },
  {
    name: 'quotes',
    does: 'who said what, in whose words',
    examples: [
      "crisis-tui quotes --query 'speaker:putin kind:direct' --format jsonl | head -1",
      'crisis-tui quotes --story story-1 -o quotes.md',
    ],
    takesStory: true,
  },
  {
    name: 'utterances',
    does: 'what was said once, in the words of each that reports it',
    examples: [
      "crisis-tui utterances --query 'concerned' --format markdown",
      'crisis-tui utterances -o utterances.csv',
    ],
    takesStory: true,
  },
  {
    name: 'stories',
    does: 'which articles cover one event',
    examples: ['crisis-tui stories --format table', 'crisis-tui stories -o stories.json'],
    takesStory: true,
  },
  {
    name: 'events',
    does: 'happenings that several articles report',
    examples: [
      "crisis-tui events --query 'sanctions' --format markdown",
      'crisis-tui events --story story-1 --format table',
    ],
    takesStory: true,
  },
  {
    name: 'figures',
    does: 'numbers with what they count, of several articles together',
    examples: ['crisis-tui figures --query troops --format table', 'crisis-tui figures -o figures.csv'],
    takesStory: true,
  },
  {
    name: 'compare',
    does: 'the articles of a story side by side (--story, else the largest)',
    examples: ['crisis-tui compare -o story.html', "crisis-tui compare --query 'de-escalation' --format table"],
    takesStory: true,
  },
  {
    name: 'timeline',
    does: 'what is told to have happened when, and when it was published',
    examples: ['crisis-tui timeline --format table', "crisis-tui timeline --query 'summit' --format markdown"],
    takesStory: true,
  },
  {
    name: 'matrix',
    does: 'who quotes whom: speakers by outlets',
    examples: ['crisis-tui matrix -o quoted.html', "crisis-tui matrix --query 'kind:direct' --format csv"],
    takesStory: true,
  },
  {
    name: 'search',
    does: 'what a query finds, best first: sources, entities and quotes',
    examples: ['crisis-tui search zelenksy --format table', "crisis-tui search 'putin | biden' --format csv"],
    takesStory: false,
    wants: 'QUERY',
  },
  {
    name: 'bookmarks',
    does: 'what you bookmarked in the explorer, with your notes',
    examples: ['crisis-tui bookmarks -o bookmarks.md', 'crisis-tui bookmarks --format csv > bookmarks.csv'],
    takesStory: false,
  },
  {
    name: 'sentences',
    does: 'where each sentence stands',
    examples: ['crisis-tui sentences | head -3', "crisis-tui sentences --query 'invasion outlet:washington'"],
    takesStory: true,
  },
] as const satisfies readonly CommandWords[];

const FORMAT_WORDS = [
  { name: 'table', endings: ['.txt'], does: 'aligned for the terminal (when it is one)' },
  { name: 'json', endings: ['.json'], does: 'one array' },
  { name: 'jsonl', endings: ['.jsonl', '.ndjson'], does: 'one object a line (when it is no terminal)' },
  {
    name: 'csv',
    endings: ['.csv'],
    does: 'for a spreadsheet',
    // Without it Excel reads a file in the old encoding of the machine. A pipe has no use for it.
    fileStart: '\ufeff',
  },
  { name: 'markdown', endings: ['.md', '.markdown'], does: 'with citations as footnotes' },
  { name: 'html', endings: ['.html', '.htm'], does: 'one page that needs nothing else' },
  { name: 'csl', endings: ['.csl.json', '.csl'], only: 'articles', does: 'CSL-JSON for a reference manager' },
  { name: 'bibtex', endings: ['.bib'], only: 'articles', does: 'BibTeX' },
] as const satisfies readonly FormatWords[];

/** The name of a command that prints, those behind a flag among them. */
export type CommandName =
  | (typeof COMMAND_WORDS)[number]['name']
  | typeof MENTIONS_WORDS.name
  | typeof PLACES_WORDS.name
  | typeof EXPLAIN_WORDS.name;

export type FormatName = (typeof FORMAT_WORDS)[number]['name'];

/** A command that there is. */
export type Command = CommandWords & { readonly name: CommandName };

/** A format that there is. */
export type KnownFormat = FormatWords & { readonly name: FormatName };

/** `entities --mentions` is a command of its own behind a flag. */
export const MENTIONS: Command = MENTIONS_WORDS;

/** `entities --explain NAME` is a command of its own behind a flag. */
export const EXPLAIN: Command = EXPLAIN_WORDS;

/** What the explorer exports of a search in an article: of no command word. */
export const PLACES: Command = PLACES_WORDS;

/** The commands, in the order of the help. */
export const COMMANDS: readonly [Command, ...Command[]] = COMMAND_WORDS;

/** The formats, in the order of the help. */
export const KNOWN_FORMATS: readonly [KnownFormat, ...KnownFormat[]] = FORMAT_WORDS;

/** The format that the name of a file ends in; of two such endings the longer means it. */
export function formatOfFile(file: string): KnownFormat | undefined {
  const name = file.toLowerCase();
  const endingIn = ({ endings }: KnownFormat) =>
    Math.max(0, ...endings.filter((ending) => name.endsWith(ending)).map(({ length }) => length));
  return KNOWN_FORMATS.filter((format) => endingIn(format) > 0).sort((a, b) => endingIn(b) - endingIn(a))[0];
}
