import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import type { Env } from '../env.ts';
import { render, spoken } from '../line.ts';
import { footOf } from '../present/foot.ts';
import type { State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly colour: boolean;
}

/** The foot of a view: its row, and what does not fit on it over the rows above, until the next key. */
export function Foot({ env, state, colour }: Props) {
  const linear = useIsScreenReaderEnabled();
  const { columns } = state.size;
  const { lines } = footOf(env, state);
  return (
    <Box position="absolute" bottom={0} flexDirection="column" width={columns}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Text key={i} wrap="truncate">
          {linear ? spoken(line, columns) : render(line, columns, colour)}
        </Text>
      ))}
    </Box>
  );
}
