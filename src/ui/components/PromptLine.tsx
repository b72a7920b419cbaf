import { Box, Text, useCursor, useIsScreenReaderEnabled } from 'ink';
import TextInput from 'ink-text-input';
import { drawable } from '../../terminal/printable.ts';
import { widthOf } from '../../terminal/width.ts';
import { keyFor } from '../commands.ts';
import { type Line, lineWidth, render, spoken, take } from '../line.ts';
import type { Prompt } from '../prompt.ts';

interface Props {
  readonly prompt: Prompt;
  readonly typing: boolean;
  /** Filters and counts, at the right. */
  readonly right: Line;
  readonly width: number;
  readonly colour: boolean;
}

const SIGN = '❯ ';

/**
 * The search prompt. ink-text-input draws the text; the keys are ours (readline's, by grapheme), so it is never in
 * focus itself, and the terminal's own cursor shows the place, where input methods look for it.
 */
export function PromptLine({ prompt, typing, right, width, colour }: Props) {
  const { setCursorPosition } = useCursor();
  const reserved = Math.min(lineWidth(right), Math.floor(width * 0.6));
  const room = width - SIGN.length - reserved - 1;
  const before = drawable(prompt.text.slice(0, prompt.cursor));
  const hidden = Math.max(0, widthOf(before) - room + 1);
  const skipped = take(before, hidden).length;
  const value = take(drawable(prompt.text).slice(skipped), room);
  setCursorPosition(typing ? { x: SIGN.length + widthOf(before.slice(skipped)), y: 0 } : undefined);
  const linear = useIsScreenReaderEnabled();
  if (linear) {
    const empty = typing ? 'type what to find' : `${keyFor('search', 'panes')} to search`;
    return (
      <Box flexDirection="column">
        <Text>{`Search: ${prompt.text === '' ? empty : drawable(prompt.text)}`}</Text>
        {lineWidth(right) > 0 && <Text>{spoken(right)}</Text>}
      </Box>
    );
  }
  return (
    <Box width={width} height={1}>
      <Text bold={typing}>{SIGN}</Text>
      <Box width={room} flexShrink={0}>
        {value === '' && !typing ? (
          <Text dimColor wrap="truncate">{`press ${keyFor('search', 'panes')} to search`}</Text>
        ) : (
          <TextInput value={value} focus={false} showCursor={false} onChange={ignore} />
        )}
      </Box>
      <Text wrap="truncate">{` ${render(right, reserved, colour)}`}</Text>
    </Box>
  );
}

function ignore(): void {}
