import { keyFor } from '../commands.ts';
import { Frame } from '../components/Frame.tsx';
import type { Size } from '../layout.ts';
import { seg } from '../line.ts';
import { helpLines } from '../present/hints.ts';

interface Props {
  readonly size: Size;
  readonly top: number;
  readonly colour: boolean;
}

/** Every key, made from the key table. */
export function Help({ size, top, colour }: Props) {
  const lines = helpLines(size.columns - 3);
  const height = size.rows - 1;
  const first = Math.min(top, Math.max(0, lines.length - (height - 2)));
  const more = first + height - 2 < lines.length ? `${keyFor('down', 'help')} for more · ` : '';
  return (
    <Frame
      title={[seg('Help', 'titleFocused')]}
      count={`${more}${keyFor('back', 'everywhere')} goes back`}
      lines={lines.slice(first, first + height - 2)}
      size={{ width: size.columns, height }}
      focused
      colour={colour}
    />
  );
}
