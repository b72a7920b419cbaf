import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { keyFor } from '../commands.ts';
import { Foot } from '../components/Foot.tsx';
import { Frame } from '../components/Frame.tsx';
import type { Env } from '../env.ts';
import { inside } from '../layout.ts';
import { type Line, render, seg, spoken } from '../line.ts';
import { listedQuotes, noQuotesFound } from '../present/listed.ts';
import { cellQuotes, cellWords } from '../present/matrix.ts';
import { quoteRow, type RowContext } from '../present/rows.ts';
import { isBookmarked } from '../reduce-bookmarks.ts';
import type { MatrixState, State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly matrix: MatrixState;
  readonly colour: boolean;
}

/** Who quotes whom: a row a speaker, a column an outlet, and the quotes of the cell under the cursor. */
export function Matrix({ env, state, matrix, colour }: Props) {
  const { world } = env;
  const { columns: width, rows } = state.size;
  const { layout, of } = env.matrix(state);
  const { boxes, columns, head, lines } = layout;
  const linear = useIsScreenReaderEnabled();
  const draw = (line: Line) => (linear ? spoken(line) : render(line, width, colour));
  const { quotes } = env.visible(state);
  const all = of.outlets.length;
  const part = columns.length < all ? ` · outlets ${(columns[0] ?? 0) + 1}–${(columns.at(-1) ?? 0) + 1} of ${all}` : '';
  const refs = cellQuotes(of, matrix);
  const context: RowContext = {
    ...{ world, state, hits: null },
    bookmarked: (number) => isBookmarked(env, state, 'quotes', number),
  };
  const back = keyFor('back', 'everywhere');
  const empty: Line = [
    seg(
      quotes.total === 0
        ? noQuotesFound(world, state)
        : `No quotes are listed: ${back}, then ${back} again takes back the last search or filter.`,
      'dim',
    ),
  ];
  return (
    <Box flexDirection="column" width={width} height={rows - 1}>
      <Text wrap="truncate">
        {draw([
          seg('Who quotes whom', 'chip'),
          seg(
            ` · ${listedQuotes(world, quotes, state)}${part} · speakers ${matrix.speakers}, outlets ${matrix.outlets}`,
            'dim',
          ),
        ])}
      </Text>
      <Frame
        title={lines.length === 0 ? [seg('Who quotes whom', 'titleFocused')] : cellWords(world, of, matrix)}
        count={lines.length === 0 ? '' : `${matrix.row + 1}/${of.speakers.length}`}
        lines={
          lines.length === 0
            ? [empty]
            : [
                ...(linear ? [] : head.map((line) => [seg(' '), ...line])),
                ...lines.map((line, i) => [seg(matrix.top + i === matrix.row ? '▸' : ' ', 'borderFocused'), ...line]),
              ]
        }
        size={boxes.map}
        focused
        colour={colour}
      />
      <Frame
        title={[seg('Quotes', 'title')]}
        count={refs.length === 0 ? '' : `${refs.length}`}
        lines={refs
          .slice(0, inside(boxes.quotes))
          .map(({ article, item }) =>
            quoteRow(context, (world.links.firstQuote[article] ?? 0) + item, boxes.quotes.width - 3),
          )}
        size={boxes.quotes}
        focused={false}
        colour={colour}
      />
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}
