import { Box, useIsScreenReaderEnabled } from 'ink';
import { useMemo } from 'react';
import { inShort } from '../../index/progress.ts';
import { keyFor } from '../commands.ts';
import { Foot } from '../components/Foot.tsx';
import { Frame } from '../components/Frame.tsx';
import { PromptLine } from '../components/PromptLine.tsx';
import type { Env } from '../env.ts';
import { inside, layoutOf } from '../layout.ts';
import { type Line, seg, sign } from '../line.ts';
import { FACETS, SORTS } from '../order.ts';
import type { PaneName } from '../panes.ts';
import { filterWords } from '../present/filters.ts';
import { noQuotesFound } from '../present/listed.ts';
import { menuLines } from '../present/menu.ts';
import { isMove, previewed, previewTitle } from '../present/previewed.ts';
import { entityRow, quoteRow, type RowContext, sourceRow } from '../present/rows.ts';
import { isBookmarked } from '../reduce-bookmarks.ts';
import type { State } from '../state.ts';
import { useRested } from '../useRested.ts';
import { type PaneRows, rowOf } from '../visible.ts';
import type { World } from '../world.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly colour: boolean;
}

const TITLES: Readonly<Record<PaneName, string>> = { sources: '1 Sources', entities: '2 Entities', quotes: '3 Quotes' };
const ROWS: Readonly<Record<PaneName, (context: RowContext, item: number, width: number) => Line>> = {
  sources: sourceRow,
  entities: entityRow,
  quotes: quoteRow,
};

/** The explorer: prompt, three linked panes, preview, key hints. */
export function Explore({ env, state, colour }: Props) {
  const { world } = env;
  const visible = env.visible(state);
  const layout = layoutOf(state.size, state.pane);
  /** Rows that answer an earlier prompt are dim until the new ones are there. */
  const drawn = (row: Line) =>
    state.answered === state.prompt.text ? row : row.map(({ text, styles }) => seg(text, ...styles, 'dim'));

  function pane(name: PaneName) {
    const size = layout.panes[name];
    if (!size) return null;
    const rows = visible[name];
    const { top, item } = state.cursors[name];
    const isMarked = (item: number) => isBookmarked(env, state, name, item);
    const context: RowContext = { world, state, hits: rows.hits, bookmarked: isMarked };
    const shown = rows.items.slice(top, top + inside(size));
    const width = size.width - 3;
    const { filters, marked, markedQuotes, indirect, bookmarks, toKeep } = state;
    const on = [width, rows.hits, filters, marked, markedQuotes, indirect, bookmarks, toKeep];
    const row = (it: number) => env.rows[name](on, it, () => ROWS[name](context, it, width));
    const focused = state.pane === name;
    if (state.menu?.pane === name) {
      const title = seg(`${TITLES[name]}: ${state.menu.of === 'sort' ? 'the order' : 'which part'}`, 'titleFocused');
      const lines = menuLines(state.menu, state, width);
      return (
        <Frame
          key={name}
          title={[title]}
          lines={lines}
          cursor={state.menu.choice}
          size={size}
          focused
          colour={colour}
        />
      );
    }
    return (
      <Frame
        key={name}
        title={[seg(TITLES[name], focused ? 'titleFocused' : 'title'), ...arrangementOf(name, state)]}
        count={countOf(rows)}
        lines={shown.length > 0 ? shown.map((it) => drawn(row(it))) : emptyLines(env.world, name, state, rows)}
        {...(shown.length > 0 ? { cursor: rowOf(rows, item) - top } : {})}
        size={size}
        focused={focused}
        colour={colour}
      />
    );
  }

  // While the cursor runs through a list the preview stays, and says of what it is: its text is most of what is written.
  const linear = useIsScreenReaderEnabled();
  const here = useMemo(() => ({ env, state }), [env, state]);
  const shown = useRested(here, (before, now) => !linear && before.env === env && isMove(env, before.state, now.state));
  const { title, lines } = useMemo(
    () => ({ title: previewTitle(shown.env, shown.state), ...previewed(shown.env, shown.state) }),
    [shown],
  );
  const preview = <Frame title={title} lines={lines} size={layout.preview} focused={false} colour={colour} />;
  return (
    <Box flexDirection="column" width={state.size.columns} height={state.size.rows - 1}>
      <PromptLine
        prompt={state.prompt}
        typing={state.focus === 'prompt'}
        right={statusLine(world, state)}
        width={state.size.columns}
        colour={colour}
      />
      {layout.kind === 'wide' && (
        <>
          <Box>
            {pane('sources')}
            {pane('entities')}
            {pane('quotes')}
          </Box>
          {preview}
        </>
      )}
      {layout.kind === 'square' && (
        <Box>
          <Box flexDirection="column">
            {pane('sources')}
            {pane('entities')}
          </Box>
          <Box flexDirection="column">
            {pane('quotes')}
            {preview}
          </Box>
        </Box>
      )}
      {layout.kind === 'narrow' && (
        <>
          {pane(state.pane)}
          {preview}
        </>
      )}
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}

/** Order and facet of a pane, where they are not the natural ones. */
function arrangementOf(pane: PaneName, { arranged }: State): Line {
  const { sort, facet } = arranged[pane];
  const words = [FACETS[pane][facet]?.title, sort > 0 ? SORTS[pane][sort]?.title : undefined];
  return words.flatMap((word) => (word === undefined ? [] : [seg(` · ${word}`, 'chip')]));
}

/** "5" where all are shown, "2/5" where search or filters hide some. */
function countOf({ items, total }: PaneRows): string {
  return items.length === total ? `${total}` : `${items.length}/${total}`;
}

function emptyLines(world: World, pane: PaneName, state: State, { total }: PaneRows): readonly Line[] {
  const { prompt, filters, arranged } = state;
  if (total === 0 && pane === 'quotes') return [[seg(noQuotesFound(world, state), 'dim')]];
  if (total === 0) return [[seg(`No ${pane} were found in these articles.`, 'dim')]];
  const why = [
    ...(prompt.text === '' ? [] : ['this search']),
    ...(filters.length > 0 ? ['these filters'] : []),
    ...(arranged[pane].facet >= 0 ? ['this part'] : []),
  ].join(' and ');
  return [[seg(`No ${pane} for ${why}.`, 'dim')], [seg(`${keyFor('back', 'everywhere')} takes back the last.`, 'dim')]];
}

/** Filters as chips, marks, and what is open. */
function statusLine(world: World, state: State): Line {
  const chips = state.filters.map((filter) => seg(`[${filterWords(world, filter)}] `, 'chip'));
  const marked = [
    ...(state.marked.length > 0 ? [`${state.marked.length}`] : []),
    ...(state.markedQuotes.length > 0 ? [quotesWord(state.markedQuotes.length)] : []),
  ];
  const marks = marked.length > 0 ? [sign('● ', '', 'chip'), seg(`${marked.join(', ')} marked  `, 'chip')] : [];
  const articles = world.index.articles.length;
  const { texts } = world.links;
  const copies = texts < articles ? `, ${texts} text${texts === 1 ? '' : 's'}` : '';
  const { reading, isWatched } = state.live;
  const going = reading ? [seg(`${inShort(reading)} · `, 'chip')] : [];
  const title = `${world.title}${isWatched ? ', watched' : ''}`;
  const opened = world.isPart
    ? `${articles} shown so far `
    : `${title} · ${articles} article${articles === 1 ? '' : 's'}${copies} `;
  return [...chips, ...marks, ...going, seg(opened, 'dim')];
}

function quotesWord(count: number): string {
  return `${count} quote${count === 1 ? '' : 's'}`;
}
