import type { PrintCommand, Printer } from './command.ts';
import { sideBySideText } from './formats/side-by-side.ts';
import { bookmarkPage } from './pages/bookmarks.ts';
import { comparisonPage } from './pages/comparison.ts';
import { explanationPage, explanationText } from './pages/explanation.ts';
import { matrixPage } from './pages/matrix.ts';
import { memberPage } from './pages/members.ts';
import { quotePage } from './pages/quotes.ts';
import { articleRows } from './rows/articles.ts';
import { bookmarkRows } from './rows/bookmarks.ts';
import { comparisonRows } from './rows/comparison.ts';
import { entityRows, mentionRows } from './rows/entities.ts';
import { eventRows } from './rows/events.ts';
import { explanationRows } from './rows/explanation.ts';
import { figureRows } from './rows/figures.ts';
import { matrixRows } from './rows/matrix.ts';
import { placeRows } from './rows/places.ts';
import { quoteRows } from './rows/quotes.ts';
import { searchRows } from './rows/search.ts';
import { sentenceRows, sentencesOf } from './rows/sentences.ts';
import { storyRows } from './rows/stories.ts';
import { timelineRows } from './rows/timeline.ts';
import { utteranceRows } from './rows/utterances.ts';
import {
  COMMANDS,
  type Command,
  type CommandName,
  EXPLAIN as EXPLAIN_WORDS,
  MENTIONS as MENTIONS_WORDS,
  PLACES as PLACES_WORDS,
} from './words.ts';

const PLACE = ['path', 'start', 'end'] as const;
const MEMBER = ['members.path', 'members.start', 'members.end', 'members.text', 'members.outlet'] as const;

/** What each command prints. */
const PRINTERS: Readonly<Record<CommandName, Printer>> = {
  articles: {
    columns: ['path', 'outlet.name', 'outlet.how', 'date', 'words', 'story', 'headline'],
    cells: [
      ...['path', 'headline', 'byline', 'outlet.name', 'outlet.how', 'outlet.confidence', 'outlet.evidence'],
      ...['origin', 'dateline', 'date', 'language', 'words', 'story', 'sameTextAs.paths', 'sameTextAs.shared'],
      ...['sameTextAs.counted', 'leftOut', 'textIs', 'text'],
    ],
    rows: articleRows,
  },
  entities: {
    columns: ['name', 'type', 'mentions', 'outlets'],
    cells: ['entity', 'name', 'type', 'mentions', 'outlets', 'aliases'],
    rows: entityRows,
  },
  quotes: {
    columns: ['path', 'start', 'kind', 'speaker', 'text'],
    cells: [
      ...[...PLACE, 'text', 'kind', 'speaker', 'speakerAsWritten', 'anonymous', 'cue', 'spans'],
      ...['utterance', 'outlet', 'how', 'confidence'],
    ],
    rows: quoteRows,
    page: quotePage,
  },
  utterances: {
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
    rows: utteranceRows,
    page: memberPage('Utterances', utteranceRows, (row) => `${counted(row, 'article')}${sure(row)}`),
  },
  stories: {
    columns: ['story', 'articles', 'texts', 'from', 'to', 'label', 'outlets'],
    cells: [
      ...['story', 'label', 'articles', 'texts', 'from', 'to', 'outlets'],
      ...[...MEMBER, 'members.date', 'members.headline'],
    ],
    rows: storyRows,
    page: memberPage('Stories', storyRows, ({ label }) => String(label)),
  },
  events: {
    columns: ['event', 'articles', 'confidence', 'members.0.path', 'members.0.text'],
    cells: ['event', 'articles', 'confidence', ...MEMBER],
    rows: eventRows,
    page: memberPage('Events', eventRows, (row) => `${counted(row, 'article')}${sure(row)}`),
  },
  figures: {
    columns: ['figure', 'articles', 'verdict', 'kind', 'what', 'planned', 'members.0.text'],
    cells: [
      ...['figure', 'kind', 'unit', 'what', 'planned', 'articles', 'agreement', 'verdict', 'confidence', ...MEMBER],
      ...['members.low', 'members.high', 'members.qualifier', 'members.counted', 'members.speaker'],
    ],
    rows: figureRows,
    page: memberPage('Figures', figureRows, (row) => {
      const { what, kind, planned, verdict } = row;
      const words = [what || kind, ...(planned ? ['planned'] : []), counted(row, 'article')];
      return verdict === null ? words.join(', ') : `${words.join(', ')}: ${verdict}${sure(row)}`;
    }),
  },
  compare: {
    columns: ['row', 'kind', 'agreement', 'articles', 'members.0.text'],
    cells: [
      ...['story', 'row', 'kind', 'agreement', 'verdict', 'confidence', 'articles', 'suspects'],
      ...['speaker', ...MEMBER, 'members.speaker', 'members.copies', 'members.pieces'],
    ],
    rows: comparisonRows,
    page: comparisonPage,
    text: (request, width) => sideBySideText(comparisonPage(request), width),
  },
  timeline: {
    columns: ['period', 'unit', 'sentences', 'sources', 'members.0.text'],
    cells: ['period', 'unit', 'from', 'to', 'sentences', 'sources', ...MEMBER, 'members.is', 'members.dates'],
    rows: timelineRows,
    page: memberPage('Timeline', timelineRows, ({ period, sentences, sources }) =>
      period === null ? 'Not placed' : `${period}: ${sentences} told in ${sources}`,
    ),
  },
  matrix: {
    columns: ['speaker', 'is', 'outlet', 'quotes', 'guesses', 'copies', 'members.0.text'],
    cells: [
      ...['speaker', 'is', 'entity', 'outlet', 'quotes', 'guesses', 'copies', ...MEMBER],
      ...['members.kind', 'members.counts'],
    ],
    rows: matrixRows,
    page: matrixPage,
  },
  search: {
    columns: ['score', 'type', 'path', 'start', 'text'],
    cells: ['score', 'type', ...PLACE, 'text', 'headline', 'outlet', 'speaker', 'entity', 'matches'],
    rows: searchRows,
  },
  bookmarks: {
    columns: ['kind', 'path', 'start', 'text', 'note'],
    cells: ['kind', ...PLACE, 'text', 'name', 'speaker', 'outlet', 'note', 'found'],
    rows: bookmarkRows,
    page: bookmarkPage,
  },
  sentences: {
    columns: PLACE,
    cells: PLACE,
    rows: sentenceRows,
    each: sentencesOf,
  },
  'entities --mentions': {
    columns: [...PLACE, 'type', 'text', 'name'],
    cells: [...PLACE, 'text', 'type', 'entity', 'name'],
    rows: mentionRows,
  },
  places: {
    columns: [...PLACE, 'text'],
    cells: [...PLACE, 'text', 'outlet'],
    rows: placeRows,
  },
  'entities --explain': {
    columns: ['name', 'type', 'members.0.text'],
    cells: [
      ...['entity', 'name', 'type', 'mentions', 'types', 'description', ...MEMBER, 'members.line', 'members.count'],
      ...['members.link', 'members.together'],
    ],
    rows: explanationRows,
    page: explanationPage,
    text: explanationText,
  },
};

/** The command that a word of the command line means, with what it prints. */
export function printCommand(words: Command): PrintCommand {
  return { ...words, ...PRINTERS[words.name] };
}

/** `entities --mentions` */
export const MENTIONS = printCommand(MENTIONS_WORDS);
/** `entities --explain NAME` */
export const EXPLAIN = printCommand(EXPLAIN_WORDS);
/** What the explorer exports of a search in an article. */
export const PLACES = printCommand(PLACES_WORDS);
/** The commands, in the order of the help. */
export const PRINT_COMMANDS: readonly PrintCommand[] = COMMANDS.map(printCommand);

function counted({ articles }: Readonly<Record<string, unknown>>, noun: string): string {
  return `${articles} ${noun}${articles === 1 ? '' : 's'}`;
}

/** How sure it is that the members belong together; of one article there is nothing to be sure of. */
function sure({ articles, confidence }: Readonly<Record<string, unknown>>): string {
  return articles === 1 ? '' : `, ${Math.round(Number(confidence) * 100)} % sure`;
}
