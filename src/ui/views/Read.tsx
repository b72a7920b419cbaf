import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { Foot } from '../components/Foot.tsx';
import type { Env } from '../env.ts';
import { type Line, render, seg, spoken } from '../line.ts';
import { BOOKMARKED } from '../present/bookmarks.ts';
import { dayLine, outletLine, pathOf } from '../present/outlet.ts';
import { bookmarked } from '../reduce-bookmarks.ts';
import { readBody } from '../reduce-read.ts';
import type { Marking, ReadState, State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly read: ReadState;
  readonly colour: boolean;
}

/** One article in full: names and quotes marked, what was left out folded, the places of one kind to step through. */
export function Read({ env, state, read, colour }: Props) {
  const linear = useIsScreenReaderEnabled();
  const { columns: width, rows } = state.size;
  const article = env.world.index.articles[read.article]?.article;
  if (!article) return null;
  const { lines, stops } = env.readLayout(state, read);
  const body = readBody(rows);
  const draw = (line: Line) => (linear ? spoken(line) : render(line, width, colour));
  const percent = Math.min(100, Math.round(((read.top + body) / Math.max(1, lines.length)) * 100));
  const of = read.marking.of === 'found' ? '/' : ' of ';
  const place = read.at < 0 ? `${stops.length}` : `${read.at + 1}${of}${stops.length}`;
  return (
    <Box flexDirection="column" width={width} height={rows - 1}>
      <Text wrap="truncate">
        {draw([
          ...(bookmarked(env, state, { kind: 'article', article: read.article }) ? BOOKMARKED : []),
          ...outletLine(article).map((it) => ({ ...it, styles: [...it.styles, 'strong' as const] })),
          seg(' · ', 'dim'),
          dayLine(article, 'dim'),
          seg(' · ', 'dim'),
          pathOf(article, state.links, 'dim'),
        ])}
      </Text>
      <Text wrap="truncate">
        {draw([seg(`${markingWord(env, read.marking)}: ${place}`, 'chip'), seg(` · ${percent} %`, 'dim')])}
      </Text>
      <Text wrap="truncate" aria-hidden>
        {draw([seg('─'.repeat(width), 'border')])}
      </Text>
      {Array.from({ length: body }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Text key={i} wrap="truncate">
          {draw(lines[read.top + i] ?? [])}
        </Text>
      ))}
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}

function markingWord({ world }: Env, marking: Marking): string {
  switch (marking.of) {
    case 'quotes':
    case 'figures':
      return marking.of;
    case 'found':
      return `“${marking.text}”`;
    case 'names':
      return 'names';
    case 'matches':
      return 'search matches';
    case 'place':
      return 'the place';
    case 'entity':
      return `mentions of ${world.index.entities[marking.entity]?.name ?? ''}`;
  }
}
