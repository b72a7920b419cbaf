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
  const side = render([seg('│', edge)], 1, colour);
  const top: Line = [seg('╭─', edge), ...heading, seg('─'.repeat(fill), edge), seg(right, 'dim'), seg('─╮', edge)];
  return (
    <Box flexDirection="column" width={size.width} height={size.height}>
      <Text wrap="truncate">{render(top, size.width, colour)}</Text>
      {Array.from({ length: rows }, (_, i) => {
        const here = i === cursor;
        const marker = seg('▸', focused ? 'borderFocused' : 'dim');
        const body = here
          ? render([marker, ...(lines[i] ?? [])], inner, colour, focused ? ['selected'] : [])
          : rendered(lines[i] ?? NOTHING, inner, colour);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          <Text key={i} wrap="truncate">{`${side}${body}${side}`}</Text>
        );
      })}
      <Text wrap="truncate">{render([seg(`╰${'─'.repeat(inner)}╯`, edge)], size.width, colour)}</Text>
    </Box>
  );
}

const NOTHING: Line = [];
const MARGIN = seg(' ');
const known = new WeakMap<Line, { readonly width: number; readonly colour: boolean; readonly text: string }>();

/** A row without the cursor; remembered, as long as its line is the same. */
function rendered(line: Line, width: number, colour: boolean): string {
  const last = known.get(line);
  if (last?.width === width && last.colour === colour) return last.text;
  const text = render([MARGIN, ...line], width, colour);
  known.set(line, { width, colour, text });
  return text;
}
