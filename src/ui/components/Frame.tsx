import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import type { Box as Size } from '../layout.ts';
import { fit, type Line, lineWidth, render, seg, spoken } from '../line.ts';

interface Props {
  readonly title: Line;
  /** At the right end of the upper edge: "12/40". */
  readonly count?: string;
  /** Rows inside, from the top; the rest stays empty. */
  readonly lines: readonly Line[];
  /** Which of `lines` the cursor is on. */
  readonly cursor?: number;
  readonly size: Pick<Size, 'width' | 'height'>;
  readonly focused: boolean;
  readonly colour: boolean;
}

/**
 * A framed list with its title in the frame, one `<Text>` a row, each exactly as wide as the frame. For a screen reader:
 * the title and the rows, one after the other, and which one the cursor is on in a word.
 */
export function Frame({ title, count, lines, cursor, size, focused, colour }: Props) {
  const linear = useIsScreenReaderEnabled();
  const edge = focused ? 'borderFocused' : 'border';
  const inner = size.width - 2;
  const rows = Math.max(0, size.height - 2);
  if (linear) {
    const shown = lines.slice(0, rows).map(spoken);
    return (
      <Box flexDirection="column">
        <Text>{`${spoken(title)}${count ? `, ${count}` : ''}`}</Text>
        {shown.map((text, i) => {
          const row = i === cursor ? `here: ${text}` : text;
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          return row === '' ? null : <Text key={i}>{row}</Text>;
        })}
      </Box>
    );
  }
  const right = count ? ` ${count} ` : '';
  const room = Math.max(0, inner - 2 - right.length);
  const heading = fit([seg(' '), ...title, seg(' ')], Math.min(lineWidth(title) + 2, room));
  const fill = Math.max(0, inner - 1 - lineWidth(heading) - right.length - 1);
  const top: Line = [seg('╭─', edge), ...heading, seg('─'.repeat(fill), edge), seg(right, 'dim'), seg('─╮', edge)];
  return (
    <Box flexDirection="column" width={size.width} height={size.height}>
      <Text wrap="truncate">{render(top, size.width, colour)}</Text>
      {Array.from({ length: rows }, (_, i) => {
        const here = i === cursor;
        const marker = cursor === undefined ? seg(' ') : here ? seg('▸', focused ? 'borderFocused' : 'dim') : seg(' ');
        const body = render([marker, ...(lines[i] ?? [])], inner, colour, here && focused ? ['selected'] : []);
        const side = render([seg('│', edge)], 1, colour);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          <Text key={i} wrap="truncate">{`${side}${body}${side}`}</Text>
        );
      })}
      <Text wrap="truncate">{render([seg(`╰${'─'.repeat(inner)}╯`, edge)], size.width, colour)}</Text>
    </Box>
  );
}
