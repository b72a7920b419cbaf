import { render, useApp } from 'ink';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { Index } from '../index/access.ts';
import type { Coming, Follow } from '../index/coming.ts';
import type { Correction } from '../index/corrections.ts';
import type { Progress } from '../index/progress.ts';
import type { Rank } from '../search/ranks.ts';
import { inSlices } from '../search/slices.ts';
import type { Input } from '../terminal/keys.ts';
import { giveTerminalBack } from '../terminal/restore.ts';
import { stopUntilContinued } from '../terminal/suspend.ts';
import { App, type Feed } from './App.tsx';
import { Guard } from './components/Guard.tsx';
import { stack } from './layout.ts';
import type { Outside } from './outside.ts';
import { Relay } from './relay.ts';
import { otherThings } from './searching.ts';
import type { Beginning } from './state.ts';
import { noticeOf } from './store.ts';
import { useTerminalInput } from './useTerminalInput.ts';
import { Loading } from './views/Loading.tsx';
import type { World } from './world.ts';
import { Worlds } from './worlds.ts';

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
    // For a screen of its own; below what stands there already, lines are written by Ink.
    incrementalRendering: !linear,
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
  /** The index, where it is known already: then it is shown at once. */
  readonly index?: Index | undefined;
  /** Where the articles come from, where they are not known. */
  readonly follow?: Follow | undefined;
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
  if (props.linear) stack();
  return showFullScreen(<Program {...props} />, props);
}

/** How far reading is until there is something to show, then the explorer of it, of more and more. */
function Program(props: Props) {
  const { title, index, follow, corrections, rank, keep: keepOnDisk, colour, outside, begins } = props;
  const { exit } = useApp();
  const input = useTerminalInput(`crisis-tui · ${title}`);
  const [progress, setProgress] = useState<Progress>({ doing: 'Looking for articles' });
  const [worlds] = useState(() => new Worlds(title, rank));
  const [relay] = useState(() => new Relay());
  const [known] = useState(() => index && worlds.first({ ...WHOLE, index }, corrections));
  const [made, setMade] = useState<World>();
  const [stopping] = useState(() => new AbortController());
  const [feed] = useState(
    (): Feed => ({
      listen: (listener) => relay.listen(listener),
      next: (coming, its, left) => worlds.next(coming, its, left),
      show: (coming, world) => worlds.show(coming, world),
      enough: () => stopping.abort(),
    }),
  );
  const failed = useEffectEvent((error: unknown) => exit(error));
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    /** What is to be known as soon as there is an explorer to tell it. */
    const told: string[] = [];
    const work = known
      ? inSlices(known.search.warmUp(), otherThings, signal)
      : follow?.(relay, { enough: stopping.signal, left: signal });
    work?.catch((error: unknown) => {
      if (!signal.aborted) failed(error);
    });
    // What the explorer is shown first is not taken by it: it listens when it is there.
    const end = relay.listen({
      async take(coming) {
        setProgress({ doing: 'Counting what belongs together' });
        const there = relay.handedOver();
        const world = worlds.show(coming, await worlds.next(coming, corrections, signal));
        setMade(world);
        await there;
        inSlices(world.search.warmUp(), otherThings, signal).catch(failed);
        const says = [...(coming.says === null ? [] : [coming.says]), ...told].join('; ');
        if (says !== '') relay.tell(noticeOf(says, coming.problems) ?? says);
      },
      reading: (its) => its && setProgress(its),
      watched() {},
      tell: (words) => told.push(words),
    });
    return () => {
      end();
      leaving.abort();
    };
  }, [known, follow, corrections, stopping, worlds, relay]);
  const world = known ?? made;
  const [typedAhead] = useState<Input[]>([]);
  const keep = (inputs: readonly Input[]) => typedAhead.push(...inputs);
  if (!world) {
    const stop = progress.path === undefined || stopping.signal.aborted ? undefined : () => stopping.abort();
    return <Loading progress={progress} input={input} keep={keep} stop={stop} />;
  }
  return (
    <App
      world={world}
      input={input}
      colour={colour}
      suspend={stopUntilContinued}
      correct={(list) => worlds.corrected(keepOnDisk(list))}
      coming={feed}
      outside={outside}
      begins={begins}
      typedAhead={typedAhead}
    />
  );
}

/** An index that is known is of all there is. */
const WHOLE: Omit<Coming, 'index'> = { isPart: false, says: null, problems: [] };
