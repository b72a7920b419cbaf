import { Text, useApp, useInput } from 'ink';
import { type Progress, progressWords } from '../../index/progress.ts';
import { type Key, keysOf } from '../../terminal/keys.ts';
import { printable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
  /** Keys that mean nothing yet, for the explorer to obey when it is there. */
  readonly keep: (keys: readonly Key[]) => void;
  /** Ends the reading, so that the explorer opens with what there is; undefined where it was ended already. */
  readonly stop: (() => void) | undefined;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress, keep, stop }: Props) {
  const { exit } = useApp();
  useInput((input, inkKey) => {
    const keys = keysOf(input, inkKey);
    if (keys.includes('ctrl-c') && stop) stop();
    else if (keys.includes('ctrl-c')) exit(INTERRUPTED);
    else if (keys[0] === 'q') exit(QUIT);
    else keep(keys);
  });
  return (
    <Text wrap="truncate">{`${printable(progressWords(progress))}  (q quits${stop ? ', Ctrl-C opens what there is' : ''})`}</Text>
  );
}
