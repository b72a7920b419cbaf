import { Box } from 'ink';
import { keyFor } from '../commands.ts';
import { Foot } from '../components/Foot.tsx';
import { Frame } from '../components/Frame.tsx';
import type { Env } from '../env.ts';
import { type Line, seg } from '../line.ts';
import { bookmarkRow } from '../present/bookmarks.ts';
import { listingBody } from '../reduce-bookmarks.ts';
import type { State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly listing: NonNullable<State['listing']>;
  readonly colour: boolean;
}

const EMPTY: readonly Line[] = [
  [seg('Nothing is bookmarked yet.', 'dim')],
  [
    seg(
      `${keyFor('bookmark', 'panes')} on a source, an entity or a quote bookmarks it, ${keyFor('note', 'panes')} adds a note.`,
      'dim',
    ),
  ],
];

/** The bookmarks of these articles, to go to one of them. */
export function Bookmarks({ env, state, listing, colour }: Props) {
  const { columns: width, rows } = state.size;
  const { targets } = env.placed(state.bookmarks);
  const body = listingBody(rows);
  const shown = state.bookmarks.slice(listing.top, listing.top + body);
  const lines = shown.map((bookmark, i) =>
    bookmarkRow(env.world, bookmark, targets[listing.top + i] ?? null, width - 3),
  );
  const some = lines.length > 0;
  return (
    <Box flexDirection="column" width={width} height={rows - 1}>
      <Frame
        title={[seg('Bookmarks', 'titleFocused')]}
        count={`${state.bookmarks.length}`}
        lines={some ? lines : EMPTY}
        {...(some ? { cursor: listing.row - listing.top } : {})}
        size={{ width, height: rows - 2 }}
        focused
        colour={colour}
      />
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}
