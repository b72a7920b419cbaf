import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { Foot } from '../components/Foot.tsx';
import { Frame } from '../components/Frame.tsx';
import type { Env } from '../env.ts';
import { inside } from '../layout.ts';
import { type Line, render, seg, sign, spoken } from '../line.ts';
import { BOOKMARKED } from '../present/bookmarks.ts';
import { listedWords, soFar } from '../present/listed.ts';
import { emptyTimeline } from '../present/timeline.ts';
import { isBookmarked } from '../reduce-bookmarks.ts';
import type { State, TimelineState } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly timeline: TimelineState;
  readonly colour: boolean;
}

/** What is told to have happened when, and when it was published: a bar a period, and what stands behind it. */
export function Timeline({ env, state, timeline, colour }: Props) {
  const { columns: width, rows } = state.size;
  const { layout, of, known } = env.timeline(state);
  const { boxes, itemAt } = layout;
  const linear = useIsScreenReaderEnabled();
  const draw = (line: Line) => (linear ? spoken(line) : render(line, width, colour));
  const page = inside(boxes.bars);
  const passages = inside(boxes.passages);
  const first = itemAt[timeline.item] ?? -1;
  // A passage ends in an empty line, an article that was published has but its own.
  const end = Math.max(first + 1, (itemAt[timeline.item + 1] ?? first + 1) - 1);
  const inPassages = timeline.focus === 'passages';
  const listed = env.visible(state).sources.items.length;
  const waiting: Line = [seg('Reading the dates of the articles …', 'dim')];
  const none = known ? emptyTimeline(listed) : waiting;
  const bars = (
    <Frame
      title={[seg('When', inPassages ? 'title' : 'titleFocused'), sign(' ▆ sentences in sources ▪ published', '')]}
      count={layout.rows.length === 0 ? '' : `${timeline.row + 1}/${layout.rows.length}`}
      lines={layout.rows.length === 0 ? [none] : layout.bars.slice(timeline.top, timeline.top + page)}
      {...(layout.rows.length > 0 ? { cursor: timeline.row - timeline.top } : {})}
      size={boxes.bars}
      focused={!inPassages}
      colour={colour}
    />
  );
  const texts = (
    <Frame
      title={[seg('What', inPassages ? 'titleFocused' : 'title')]}
      count={layout.items.length === 0 ? '' : `${timeline.item + 1}/${layout.items.length}`}
      lines={layout.lines.slice(timeline.itemTop, timeline.itemTop + passages).map((line, i) => {
        const at = timeline.itemTop + i;
        const here = inPassages && at >= first && at < end;
        const sign = seg(here ? (at === first ? '▸ ' : '│ ') : '  ', 'borderFocused');
        const its = line.length > 0 ? layout.items[itemAt.indexOf(at)] : undefined;
        const isMarked = its && isBookmarked(env, state, 'sources', its.article);
        return [sign, ...(isMarked ? BOOKMARKED : []), ...line];
      })}
      size={boxes.passages}
      focused={inPassages}
      colour={colour}
    />
  );
  return (
    <Box flexDirection="column" width={width} height={rows - 1}>
      <Text wrap="truncate">
        {draw([
          seg(`Timeline by ${of.unit}`, 'chip'),
          seg(` · ${listedWords(listed, env.world.index.articles.length, 'source', state)}${soFar(env.world)}`, 'dim'),
        ])}
      </Text>
      <Box flexDirection={boxes.abreast ? 'row' : 'column'}>
        {bars}
        {texts}
      </Box>
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}
