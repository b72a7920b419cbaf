import { Text, useApp, useInput } from 'ink';
import type { Progress } from '../../index/slices.ts';
import { keysOf } from '../../terminal/keys.ts';
import { printable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress: { done, of, path } }: Props) {
  const { exit } = useApp();
  useInput((input, inkKey) => {
    const keys = keysOf(input, inkKey);
    if (keys.includes('ctrl-c')) exit(INTERRUPTED);
    else if (keys.includes('q')) exit(QUIT);
  });
  return <Text wrap="truncate">{`Reading ${done} of ${of} articles  ${printable(path)}  (q quits)`}</Text>;
}
