import { Text, useApp, useInput } from 'ink';
import type { Progress } from '../../index/progress.ts';
import { type Key, keysOf } from '../../terminal/keys.ts';
import { printable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
  /** Keys that mean nothing yet, for the explorer to obey when it is there. */
  readonly keep: (keys: readonly Key[]) => void;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress, keep }: Props) {
  const { exit } = useApp();
  useInput((input, inkKey) => {
    const keys = keysOf(input, inkKey);
    if (keys.includes('ctrl-c')) exit(INTERRUPTED);
    else if (keys[0] === 'q') exit(QUIT);
    else keep(keys);
  });
  return <Text wrap="truncate">{`${inWords(progress)}  (q quits)`}</Text>;
}

/** "Grouping quotes 1,200 of 8,000". */
function inWords({ doing, done, of, path }: Progress): string {
  const far = done === undefined || of === undefined ? '' : ` ${numeral(done)} of ${numeral(of)}`;
  return `${doing}${far}${path === undefined ? '' : `  ${printable(path)}`}`;
}

function numeral(count: number): string {
  return count.toLocaleString('en');
}
