import { Text, useApp } from 'ink';
import { useEffect, useEffectEvent } from 'react';
import { inWords, type Progress } from '../../index/progress.ts';
import type { TerminalInput } from '../../terminal/input.ts';
import type { Input } from '../../terminal/keys.ts';
import { drawable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
  readonly input: TerminalInput;
  /** What is pressed means nothing yet: for the explorer to obey when it is there. */
  readonly keep: (inputs: readonly Input[]) => void;
  /** Ends the reading, so that the explorer opens with what there is; undefined where there is nothing to end. */
  readonly stop?: (() => void) | undefined;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress, input, keep, stop }: Props) {
  const { exit } = useApp();
  const read = useEffectEvent((inputs: readonly Input[]) => {
    const [first] = inputs;
    const interrupts = inputs.some((it) => it.type === 'key' && it.key === 'ctrl-c');
    if (interrupts && stop) stop();
    else if (interrupts) exit(INTERRUPTED);
    else if (first?.type === 'key' && first.key === 'q') exit(QUIT);
    else keep(inputs.filter(({ type }) => type !== 'mouse'));
  });
  useEffect(() => input.listen((inputs) => read(inputs)), [input]);
  const keys = `(q quits${stop ? ', Ctrl-C opens what there is' : ''})`;
  return <Text wrap="truncate">{`${keys}  ${drawable(inWords(progress))}`}</Text>;
}
