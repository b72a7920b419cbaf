import { Text, useApp, useInput } from 'ink';
import type { Progress } from '../../index/slices.ts';
import { type Key, keysOf } from '../../terminal/keys.ts';
import { printable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
  /** Keys that mean nothing yet, for the explorer to obey when it is there. */
  readonly keep: (keys: readonly Key[]) => void;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress: { done, of, path }, keep }: Props) {
  const { exit } = useApp();
  useInput((input, inkKey) => {
    const keys = keysOf(input, inkKey);
    if (keys.includes('ctrl-c')) exit(INTERRUPTED);
    else if (keys[0] === 'q') exit(QUIT);
    else keep(keys);
  });
  return <Text wrap="truncate">{`Reading ${done} of ${of} articles  ${printable(path)}  (q quits)`}</Text>;
}
