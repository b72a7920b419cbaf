import { Text, useApp } from 'ink';
import { useEffect, useEffectEvent } from 'react';
import { inWords, type Progress } from '../../index/progress.ts';
import type { TerminalInput } from '../../terminal/input.ts';
import type { Input } from '../../terminal/keys.ts';
import { printable } from '../../terminal/printable.ts';
import { INTERRUPTED, QUIT } from '../App.tsx';

interface Props {
  readonly progress: Progress;
  readonly input: TerminalInput;
  /** What is pressed means nothing yet: for the explorer to obey when it is there. */
  readonly keep: (inputs: readonly Input[]) => void;
}

/** What is seen while the index is built: how far it is, and that it can be left. */
export function Loading({ progress, input, keep }: Props) {
  const { exit } = useApp();
  const read = useEffectEvent((inputs: readonly Input[]) => {
    const [first] = inputs;
    if (inputs.some((it) => it.type === 'key' && it.key === 'ctrl-c')) exit(INTERRUPTED);
    else if (first?.type === 'key' && first.key === 'q') exit(QUIT);
    else keep(inputs.filter(({ type }) => type !== 'mouse'));
  });
  useEffect(() => input.listen((inputs) => read(inputs)), [input]);
  return <Text wrap="truncate">{`${printable(inWords(progress))}  (q quits)`}</Text>;
}
