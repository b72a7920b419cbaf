import { Box } from 'ink';
import { keyFor } from '../commands.ts';
import { Foot } from '../components/Foot.tsx';
import { Frame } from '../components/Frame.tsx';
import { PromptLine } from '../components/PromptLine.tsx';
import type { Env } from '../env.ts';
import { fit, type Line, seg } from '../line.ts';
import { type Entry, entriesOf } from '../palette.ts';
import { paletteBody, paletteTop } from '../reduce-palette.ts';
import type { Palette as PaletteState, State } from '../state.ts';

interface Props {
  readonly env: Env;
  readonly state: State;
  readonly palette: PaletteState;
  readonly colour: boolean;
}

const KEYS_WIDTH = 12;
const NAME_WIDTH = 14;

/** Every command by its name, found as one types; what cannot be done now says why. */
export function Palette({ env, state, palette, colour }: Props) {
  const { columns, rows } = state.size;
  const entries = entriesOf(env, state, palette);
  const top = paletteTop(palette, rows);
  const shown = entries.slice(top, top + paletteBody(rows));
  const none: readonly Line[] = [[seg(`No command is called so; ${keyFor('back', 'everywhere')} goes back.`, 'dim')]];
  return (
    <Box flexDirection="column" width={columns} height={rows - 1}>
      <PromptLine prompt={palette.prompt} typing right={[]} width={columns} colour={colour} />
      <Frame
        title={[seg('Commands', 'titleFocused')]}
        count={`${entries.length}`}
        lines={shown.length > 0 ? shown.map(entryLine) : none}
        {...(shown.length > 0 ? { cursor: palette.choice - top } : {})}
        size={{ width: columns, height: rows - 3 }}
        focused
        colour={colour}
      />
      <Foot env={env} state={state} colour={colour} />
    </Box>
  );
}

function entryLine({ keys, name, title, off }: Entry): Line {
  const key = fit([seg(keys, off === undefined ? 'key' : 'dim')], KEYS_WIDTH);
  const says = off === undefined ? seg(title) : seg(off, 'guess');
  return [...key, seg(' '), ...fit([seg(name, off === undefined ? 'strong' : 'dim')], NAME_WIDTH), seg(' '), says];
}
