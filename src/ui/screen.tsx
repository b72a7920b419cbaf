import { render, useApp } from 'ink';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { Index } from '../index/access.ts';
import type { Correction } from '../index/corrections.ts';
import type { Progress } from '../index/progress.ts';
import type { Rank } from '../search/ranks.ts';
import { inSlices } from '../search/slices.ts';
import type { Input } from '../terminal/keys.ts';
import { giveTerminalBack } from '../terminal/restore.ts';
import { stopUntilContinued } from '../terminal/suspend.ts';
import { App } from './App.tsx';
import { Guard } from './components/Guard.tsx';
import type { Outside } from './outside.ts';
import { otherThings } from './searching.ts';
import type { Beginning } from './state.ts';
import { useTerminalInput } from './useTerminalInput.ts';
import { Loading } from './views/Loading.tsx';
import { type World, worldInSlices, worldOf, worldToShow } from './world.ts';

/**
 * Shows something full screen until it exits, and gives the terminal back as it was, whatever happens.
 *
 * @param linear for a screen reader: one thing below the other, below what stands on the screen already
 * @returns the exit code that it exits with
 * @throws what was thrown inside it, after the terminal has been given back
 */
export async function showFullScreen(node: ReactNode, { linear = false } = {}): Promise<number> {
  let fault: (error: unknown) => void = () => {};
  const faulted = new Promise<never>((_, reject) => {
    fault = reject;
  });
  // What is thrown outside of React, or while React takes the screen down, would leave the terminal as it is. What is
  // thrown after the first fault follows from it.
  const failed = (error: unknown) => {
    try {
      instance.unmount();
    } catch {}
    giveTerminalBack();
    fault(error);
  };
  // Who sees the first frame types: what comes before the program listens is to be keys, too, and no line with an end.
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  const instance = render(<Guard failed={failed}>{node}</Guard>, {
    alternateScreen: !linear,
    isScreenReaderEnabled: linear,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
  });
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  // React drops what is thrown while it reports a fault, and nothing is left to wait for.
  const drained = () => failed(new Error('the screen could not be drawn'));
  process.once('beforeExit', drained);
  const result = await Promise.race([instance.waitUntilExit(), faulted]);
  process.off('beforeExit', drained);
  return typeof result === 'number' ? result : 0;
}

interface Props {
  readonly title: string;
  readonly articles: number;
  /** The index, where it is known already: then it is shown at once. */
  readonly index?: Index | undefined;
  /** Builds the index; `stop` ends the reading of articles, the index is then of those that were read. */
  readonly build: (onProgress: (progress: Progress) => void, broken: AbortSignal, stop: AbortSignal) => Promise<Index>;
  /** The reader's corrections of these articles so far. */
  readonly corrections: readonly Correction[];
  /** Keeps corrections for the next time, and gives all that are kept now; throws when that cannot be done. */
  readonly keep: (corrections: readonly Correction[]) => readonly Correction[];
  readonly outside: Outside;
  readonly begins: Beginning;
  readonly colour: boolean;
  /** Whether a screen reader reads it. */
  readonly linear: boolean;
  readonly rank: Rank;
}

/** Opens the program on the screen. Gives and throws what {@link showFullScreen} does. */
export function showProgram(props: Props): Promise<number> {
  return showFullScreen(<Program {...props} />, props);
}

/** How the index is being built, then the explorer of it. */
function Program(props: Props) {
  const { title, articles, index, build, corrections, rank, keep: keepOnDisk, colour, outside, begins } = props;
  const { exit } = useApp();
  const input = useTerminalInput(`crisis-tui · ${title}`);
  const [progress, setProgress] = useState<Progress>({ doing: 'Reading articles', done: 0, of: articles });
  const [known] = useState(() => index && { built: index, world: worldToShow(index, title, corrections, rank) });
  const [made, setMade] = useState<{ readonly built: Index; readonly world: World }>();
  const [stopping] = useState(() => new AbortController());
  const failed = useEffectEvent((error: unknown) => exit(error));
  useEffect(() => {
    const leaving = new AbortController();
    const work = known
      ? inSlices(known.world.search.warmUp(), otherThings, leaving.signal)
      : build(setProgress, leaving.signal, stopping.signal).then(async (built) => {
          setProgress({ doing: 'Preparing the search' });
          setMade({ built, world: await worldInSlices(built, title, corrections, rank, leaving.signal) });
        });
    work.catch((error: unknown) => {
      if (!leaving.signal.aborted) failed(error);
    });
    return () => leaving.abort();
  }, [known, build, title, corrections, rank, stopping]);
  const opened = known ?? made;
  const [typedAhead] = useState<Input[]>([]);
  const keep = (inputs: readonly Input[]) => typedAhead.push(...inputs);
  if (!opened) {
    const stop = progress.path === undefined || stopping.signal.aborted ? undefined : () => stopping.abort();
    return <Loading progress={progress} input={input} keep={keep} stop={stop} />;
  }
  const correct = (list: readonly Correction[]) =>
    worldOf(opened.built, title, keepOnDisk(list), rank, opened.world.search);
  return (
    <App
      world={opened.world}
      input={input}
      colour={colour}
      suspend={stopUntilContinued}
      correct={correct}
      outside={outside}
      begins={begins}
      typedAhead={typedAhead}
    />
  );
}
