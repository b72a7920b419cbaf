import { render, useApp } from 'ink';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Index } from '../index/build.ts';
import type { Progress } from '../index/slices.ts';
import { stopUntilContinued } from '../terminal/suspend.ts';
import { App } from './App.tsx';
import { Loading } from './views/Loading.tsx';
import { worldOf } from './world.ts';

/**
 * Shows something full screen until it exits, and gives the terminal back as it was, whatever happens.
 *
 * @returns the exit code that it exits with
 * @throws what was thrown inside it, after the terminal has been given back
 */
export async function showFullScreen(node: ReactNode): Promise<number> {
  const instance = render(node, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
  });
  const failed = (error: unknown) => {
    instance.unmount();
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  };
  process.once('uncaughtException', failed);
  process.once('unhandledRejection', failed);
  try {
    const result = await instance.waitUntilExit();
    return typeof result === 'number' ? result : Number(process.exitCode ?? 0);
  } finally {
    process.off('uncaughtException', failed);
    process.off('unhandledRejection', failed);
  }
}

interface Props {
  readonly title: string;
  readonly articles: number;
  readonly build: (onProgress: (progress: Progress) => void, broken: AbortSignal) => Promise<Index>;
  readonly colour: boolean;
}

/** Opens the program on the screen. Gives and throws what {@link showFullScreen} does. */
export function showProgram(props: Props): Promise<number> {
  return showFullScreen(<Program {...props} />);
}

/** How the index is being built, then the explorer of it. */
function Program({ title, articles, build, colour }: Props) {
  const { exit } = useApp();
  const [progress, setProgress] = useState<Progress>({ done: 0, of: articles, path: '' });
  const [index, setIndex] = useState<Index>();
  const failed = useEffectEvent((error: unknown) => exit(error));
  useEffect(() => {
    const leaving = new AbortController();
    build(setProgress, leaving.signal).then(setIndex, (error: unknown) => {
      if (!leaving.signal.aborted) failed(error);
    });
    return () => leaving.abort();
  }, [build]);
  const world = useMemo(() => index && worldOf(index, title), [index, title]);
  return world ? <App world={world} colour={colour} suspend={stopUntilContinued} /> : <Loading progress={progress} />;
}
