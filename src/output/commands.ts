import type { PrintCommand } from './command.ts';
import { sideBySideText } from './formats/side-by-side.ts';
import { bookmarkPage } from './pages/bookmarks.ts';
import { comparisonPage } from './pages/comparison.ts';
import { explanationPage, explanationText } from './pages/explanation.ts';
import { memberPage } from './pages/members.ts';
import { quotePage } from './pages/quotes.ts';
import { articleRows } from './rows/articles.ts';
import { bookmarkRows } from './rows/bookmarks.ts';
import { comparisonRows } from './rows/comparison.ts';
import { entityRows, mentionRows } from './rows/entities.ts';
import { eventRows } from './rows/events.ts';
import { explanationRows } from './rows/explanation.ts';
import { figureRows } from './rows/figures.ts';
import { placeRows } from './rows/places.ts';
import { quoteRows } from './rows/quotes.ts';
import { searchRows } from './rows/search.ts';
import { sentenceRows } from './rows/sentences.ts';
import { storyRows } from './rows/stories.ts';
import { utteranceRows } from './rows/utterances.ts';

const PLACE = ['path', 'start', 'end'] as const;
const MEMBER = ['members.path', 'members.start', 'members.end', 'members.text', 'members.outlet'] as const;

/** `entities --mentions` is a command of its own behind a flag. */
export const MENTIONS: PrintCommand = {
  name: 'entities --mentions',
  does: 'every place where an entity is named',
  examples: [
    'crisis-tui entities --mentions --format csv > mentions.csv',
    "crisis-tui entities --mentions --query 'type:place'",
  ],
  columns: [...PLACE, 'type', 'text', 'name'],
  cells: [...PLACE, 'text', 'type', 'entity', 'name'],
  takesStory: true,
  rows: mentionRows,
};

/** `entities --explain NAME` is a command of its own behind a flag. */
export const EXPLAIN: PrintCommand = {
  name: 'entities --explain',
  does: 'how an entity came together: its spellings, types and description, each with its place',
  examples: ['crisis-tui entities --explain Zelensky', "crisis-tui entities --explain 'White House' --format json"],
  columns: ['name', 'type', 'members.0.text'],
  cells: [
    ...['entity', 'name', 'type', 'mentions', 'types', 'description', ...MEMBER, 'members.line', 'members.count'],
    ...['members.link', 'members.together'],
  ],
  takesStory: false,
  wants: 'NAME',
  rows: explanationRows,
  page: explanationPage,
  text: explanationText,
};

/** What a search in an article finds: exported by the explorer, of no command word. */
export const PLACES: PrintCommand = {
  name: 'places',
  does: 'the places found in an article',
  examples: ['crisis-tui', 'crisis-tui'],
  columns: [...PLACE, 'text'],
  cells: [...PLACE, 'text', 'outlet'],
  takesStory: false,
  rows: placeRows,
};

/** The command words, in the order of the help. */
export const PRINT_COMMANDS: readonly PrintCommand[] = [
  {
    name: 'articles',
    does: 'the articles: outlet, date, headline, story',
    examples: ['crisis-tui articles --format table', 'crisis-tui articles -o articles.bib'],
    columns: ['path', 'outlet.name', 'outlet.how', 'date', 'words', 'story', 'headline'],
    cells: [
      ...['path', 'headline', 'byline', 'outlet.name', 'outlet.how', 'outlet.confidence', 'outlet.evidence'],
      ...['origin', 'dateline', 'date', 'language', 'words', 'story', 'leftOut', 'textIs', 'text'],
    ],
    takesStory: true,
    rows: articleRows,
  },
  {
    name: 'entities',
    does: 'who and what is named, with all spellings',
    examples: ["crisis-tui entities --format table --query 'type:person'", 'crisis-tui entities --explain Putin'],
    columns: ['name', 'type', 'mentions', 'outlets'],
    cells: ['entity', 'name', 'type', 'mentions', 'outlets', 'aliases'],
    takesStory: false,
    rows: entityRows,
  },
  {
    name: 'quotes',
    does: 'who said what, in whose words',
    examples: [
      "crisis-tui quotes --query 'speaker:putin kind:direct' --format jsonl | head -1",
      'crisis-tui quotes --story story-1 -o quotes.md',
    ],
    columns: ['path', 'start', 'kind', 'speaker', 'text'],
    cells: [
      ...[...PLACE, 'text', 'kind', 'speaker', 'speakerAsWritten', 'anonymous', 'cue', 'spans'],
      ...['utterance', 'outlet', 'how', 'confidence'],
    ],
    takesStory: true,
    rows: quoteRows,
    page: quotePage,
  },
  {
    name: 'utterances',
    does: 'what was said once, in the words of each that reports it',
    examples: [
      "crisis-tui utterances --query 'concerned' --format markdown",
      'crisis-tui utterances -o utterances.csv',
    ],
    columns: ['utterance', 'articles', 'confidence', 'speakers', 'members.0.text'],
    cells: [
      'utterance',
      'articles',
      'speakers',
      'confidence',
      ...MEMBER,
      'members.kind',
      'members.speaker',
      'members.anonymous',
    ],
    takesStory: true,
    rows: utteranceRows,
    page: memberPage('Utterances', utteranceRows, (row) => `${counted(row, 'article')}${sure(row)}`),
  },
  {
    name: 'stories',
    does: 'which articles cover one event',
    examples: ['crisis-tui stories --format table', 'crisis-tui stories -o stories.json'],
    columns: ['story', 'articles', 'from', 'to', 'label', 'outlets'],
    cells: ['story', 'label', 'articles', 'from', 'to', 'outlets', ...MEMBER, 'members.date', 'members.headline'],
    takesStory: true,
    rows: storyRows,
    page: memberPage('Stories', storyRows, ({ label }) => String(label)),
  },
  {
    name: 'events',
    does: 'happenings that several articles report',
    examples: [
      "crisis-tui events --query 'sanctions' --format markdown",
      'crisis-tui events --story story-1 --format table',
    ],
    columns: ['event', 'articles', 'confidence', 'members.0.path', 'members.0.text'],
    cells: ['event', 'articles', 'confidence', ...MEMBER],
    takesStory: true,
    rows: eventRows,
    page: memberPage('Events', eventRows, (row) => `${counted(row, 'article')}${sure(row)}`),
  },
  {
    name: 'figures',
    does: 'numbers with what they count, of several articles together',
    examples: ['crisis-tui figures --query troops --format table', 'crisis-tui figures -o figures.csv'],
    columns: ['figure', 'articles', 'verdict', 'kind', 'what', 'planned', 'members.0.text'],
    cells: [
      ...['figure', 'kind', 'unit', 'what', 'planned', 'articles', 'agreement', 'verdict', 'confidence', ...MEMBER],
      ...['members.low', 'members.high', 'members.qualifier', 'members.counted', 'members.speaker'],
    ],
    takesStory: true,
    rows: figureRows,
    page: memberPage('Figures', figureRows, (row) => {
      const { what, kind, planned, verdict } = row;
      const words = [what || kind, ...(planned ? ['planned'] : []), counted(row, 'article')];
      return verdict === null ? words.join(', ') : `${words.join(', ')}: ${verdict}${sure(row)}`;
    }),
  },
  {
    name: 'compare',
    does: 'the articles of a story side by side (--story, else the largest)',
    examples: ['crisis-tui compare -o story.html', "crisis-tui compare --query 'de-escalation' --format table"],
    columns: ['row', 'kind', 'agreement', 'articles', 'members.0.text'],
    cells: [
      ...['story', 'row', 'kind', 'agreement', 'verdict', 'confidence', 'articles', 'suspects'],
      ...[...MEMBER, 'members.speaker', 'members.pieces'],
    ],
    takesStory: true,
    rows: comparisonRows,
    page: comparisonPage,
    text: (request, width) => sideBySideText(comparisonPage(request), width),
  },
  {
    name: 'search',
    does: 'what a query finds, best first: sources, entities and quotes',
    examples: ['crisis-tui search zelenksy --format table', "crisis-tui search 'putin | biden' --format csv"],
    columns: ['score', 'type', 'path', 'start', 'text'],
    cells: ['score', 'type', ...PLACE, 'text', 'headline', 'outlet', 'speaker', 'entity', 'matches'],
    takesStory: false,
    wants: 'QUERY',
    rows: searchRows,
  },
  {
    name: 'bookmarks',
    does: 'what you bookmarked in the explorer, with your notes',
    examples: ['crisis-tui bookmarks -o bookmarks.md', 'crisis-tui bookmarks --format csv > bookmarks.csv'],
    columns: ['kind', 'path', 'start', 'text', 'note'],
    cells: ['kind', ...PLACE, 'text', 'name', 'speaker', 'outlet', 'note', 'found'],
    takesStory: false,
    rows: bookmarkRows,
    page: bookmarkPage,
  },
  {
    name: 'sentences',
    does: 'where each sentence stands',
    examples: ['crisis-tui sentences | head -3', "crisis-tui sentences --query 'invasion outlet:washington'"],
    columns: PLACE,
    cells: PLACE,
    takesStory: true,
    rows: sentenceRows,
  },
];

function counted({ articles }: Readonly<Record<string, unknown>>, noun: string): string {
  return `${articles} ${noun}${articles === 1 ? '' : 's'}`;
}

/** How sure it is that the members belong together; of one article there is nothing to be sure of. */
function sure({ articles, confidence }: Readonly<Record<string, unknown>>): string {
  return articles === 1 ? '' : `, ${Math.round(Number(confidence) * 100)} % sure`;
}
