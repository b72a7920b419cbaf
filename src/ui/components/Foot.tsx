import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import type { Env } from '../env.ts';
import { render, spoken } from '../line.ts';
import { footOf } from '../present/foot.ts';
import { nowWords } from '../present/now.ts';
import type { State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly colour: boolean;
}

/**
 * The foot of a view: its row, and what does not fit on it over the rows above, until the next key. For a screen reader
 * what the cursor is on comes last.
 */
export function Foot({ env, state, colour }: Props) {
  const linear = useIsScreenReaderEnabled();
  const { columns } = state.size;
  const { lines, hints } = footOf(env, state);
  if (linear) {
    const said = lines.map(spoken).join(' ');
    // What is asked or told just now is what is to be heard.
    const rows = hints.length > 0 ? [said, nowWords(env, state)] : [nowWords(env, state), said];
    return (
      <Box flexDirection="column">
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          <Text key={i}>{row}</Text>
        ))}
      </Box>
    );
  }
  return (
    <Box position="absolute" bottom={0} flexDirection="column" width={columns}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Text key={i} wrap="truncate">
          {render(line, columns, colour)}
        </Text>
      ))}
    </Box>
  );
}
