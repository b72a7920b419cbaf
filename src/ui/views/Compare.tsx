import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { keyFor } from '../commands.ts';
import { Foot } from '../components/Foot.tsx';
import type { Env } from '../env.ts';
import { type Line, render, seg, spoken } from '../line.ts';
import { compareBody } from '../reduce-compare.ts';
import type { CompareState, Shown, State } from '../state.ts';

const KIND_WORDS = {
  utterance: 'utterances',
  passage: 'passages',
  figure: 'figures',
  speaker: 'who is quoted by whom',
} as const;

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly compare: CompareState;
  readonly colour: boolean;
}

const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  shared: 'what several have',
  different: 'what differs',
  same: 'what agrees',
  only: 'found in one only',
  all: 'all',
};

/** The side-by-side view: a column an outlet, a row an utterance, the words that differ marked. */
export function Compare({ env, state, compare, colour }: Props) {
  const { columns: width, rows } = state.size;
  const layout = env.compareLayout(compare, state.size);
  const body = compareBody(rows, layout.head.length);
  const lines = layout.lines.slice(compare.top, compare.top + body);
  const first = layout.rowAt[compare.row] ?? -1;
  const end = layout.rowAt[compare.row + 1] ?? first;
  const linear = useIsScreenReaderEnabled();
  const draw = (line: Line) => (linear ? spoken(line) : render(line, width, colour));
  return (
    <Box flexDirection="column" width={width} height={rows - 1}>
      <Text wrap="truncate">{draw(titleLine(env, compare, layout.columns, layout.rows.length))}</Text>
      {layout.head.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Text key={`head ${i}`} wrap="truncate">
          {draw([seg('  '), ...line])}
        </Text>
      ))}
      <Text wrap="truncate" aria-hidden>
        {draw([seg('─'.repeat(width), 'border')])}
      </Text>
      {Array.from({ length: body }, (_, i) => {
        const number = compare.top + i;
        const here = number >= first && number < end;
        const edge = here ? seg(number === first ? '▸ ' : '│ ', 'borderFocused') : seg('  ');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          <Text key={i} wrap="truncate">
            {draw(layout.rows.length === 0 && i === 0 ? emptyLine(compare) : [edge, ...(lines[i] ?? [])])}
          </Text>
        );
      })}
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}

function titleLine(env: Env, compare: CompareState, columns: readonly number[], rows: number): Line {
  const { stories } = env.world.index;
  const story = compare.story === null ? undefined : stories[compare.story];
  const which = story ? `story ${(compare.story ?? 0) + 1} of ${stories.length}: ` : '';
  const label = story ? story.label : labelOf(env, compare);
  const { articles } = env.comparison(compare);
  const all = articles.length;
  const shown =
    columns.length < all
      ? `columns ${(columns[0] ?? 0) + 1}–${(columns.at(-1) ?? 0) + 1} of ${all}`
      : `${all} ${all === compare.articles.length ? 'source' : 'text'}${all === 1 ? '' : 's'}`;
  const place = `row ${rows === 0 ? 0 : compare.row + 1} of ${rows}`;
  const kind = compare.kind === 'all' ? '' : `${KIND_WORDS[compare.kind]}: `;
  return [
    seg(`${kind}${SHOWN_WORDS[compare.show]}`, 'chip'),
    seg(` · ${place} · ${shown} · `, 'dim'),
    seg(which, 'dim'),
    seg(label, 'titleFocused'),
    ...(story ? [seg(' (as worked out)', 'dim')] : []),
  ];
}

/** What is compared, where it is not a story. */
function labelOf({ world }: Env, { about, quotes, articles }: CompareState): string {
  if (quotes) return `${quotes.length} marked quotes`;
  if (about === null) return 'The marked sources';
  const { name } = world.index.entities[about] ?? { name: '' };
  const naming = world.links.mentionsIn.of(about).size;
  return `${name}: what is said of and by it${articles.length < naming ? ` in the ${articles.length} of ${naming} sources that name it most` : ''}`;
}

function emptyLine(compare: CompareState): Line {
  if (compare.opening) return [seg(`  Setting ${compare.articles.length} sources side by side …`, 'dim')];
  if (compare.articles.length === 0) return [seg('  No articles to compare.', 'dim')];
  return [
    seg(`  Nothing to show under “${SHOWN_WORDS[compare.show]}”; ${keyFor('show', 'compare')} shows the next.`, 'dim'),
  ];
}
