import { Box, Text, useApp, useInput, usePaste, useStdout, useWindowSize } from 'ink';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Correction } from '../index/corrections.ts';
import { clipboardSequence } from '../terminal/clipboard.ts';
import { editorCommand, runOnTerminal } from '../terminal/editor.ts';
import { isPrintable, type Key, keysOf } from '../terminal/keys.ts';
import { EMPTY_SCREEN } from '../terminal/restore.ts';
import { stayingAlive } from '../terminal/suspend.ts';
import { type Context, commandFor } from './commands.ts';
import { type Env, envOf } from './env.ts';
import { isTooSmall, MINIMUM } from './layout.ts';
import { render } from './line.ts';
import { lineToOpen } from './lines.ts';
import { copied, placeOf } from './present/citation.ts';
import { correctingContext, correctionWords } from './present/correcting.ts';
import type { State } from './state.ts';
import { storeOf } from './store.ts';
import { TOUR_ROWS, tourLines } from './tour.ts';
import { Compare } from './views/Compare.tsx';
import { Explore } from './views/Explore.tsx';
import { Help } from './views/Help.tsx';
import { Matrix } from './views/Matrix.tsx';
import { Read } from './views/Read.tsx';
import { Timeline } from './views/Timeline.tsx';
import type { World } from './world.ts';

/** Exit codes of the screen: told to quit, or interrupted. */
export const QUIT = 0;
export const INTERRUPTED = 130;

interface Props {
  readonly world: World;
  readonly colour: boolean;
  /** Called for Ctrl-Z, the terminal given back to the shell meanwhile; resolves when the program is continued. */
  readonly suspend: () => Promise<void>;
  /** Keeps corrections and gives the world with them; throws what kept it from that. */
  readonly correct: (corrections: readonly Correction[]) => World;
  /** Keys pressed before there was an explorer to obey them. */
  readonly typedAhead?: readonly Key[];
  /** Whether the tour is taken. */
  readonly tour?: boolean;
}

/** The whole screen: keys in, through the key table, to the one reducer; state out, to the view that shows it. */
export function App({ world, colour, suspend, correct, typedAhead = [], tour = false }: Props) {
  const window = useWindowSize();
  const { columns } = window;
  const rows = window.rows - (tour ? TOUR_ROWS : 0);
  const { exit, suspendTerminal } = useApp();
  const { stdout } = useStdout();
  const [store] = useState(() => storeOf(envOf(world), { columns, rows }, tour));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const env = store.env();
  /** Changes to force every row to be written again. */
  const [drawing, drawAnew] = useState(0);

  useEffect(() => store.dispatch({ type: 'resize', size: { columns, rows } }), [store, columns, rows]);

  const apply = useEffectEvent((corrections: readonly Correction[]) => {
    try {
      const before = store.env().world.corrections.length;
      store.goOnIn(envOf(correct(corrections)));
      tell(corrections.length > before ? correctionWords(corrections.at(-1)) : 'The last correction was taken back');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`The correction could not be kept: ${why}`);
    }
  });
  const { wanted } = state;
  useEffect(() => {
    if (wanted) apply(wanted);
  }, [wanted]);

  function press(key: Key): void {
    const context = contextOf(store.get());
    const command = commandFor(context, key);
    if (command === 'interrupt') leave(INTERRUPTED);
    else if (command === 'quit' && context !== 'help') leave(QUIT);
    else if (command === 'suspend') void stayingAlive(suspendTerminal(suspend));
    else if (command === 'copy') copy();
    else if (command === 'open') void stayingAlive(open());
    else if (command === 'redraw') {
      void suspendTerminal(() => drawAnew((n) => n + 1));
    } else if (command) store.dispatch({ type: 'command', command });
    else if ((context === 'prompt' || context === 'ask') && isPrintable(key))
      store.dispatch({ type: 'type', text: key });
  }
  function leave(code: number): void {
    stdout.write(EMPTY_SCREEN);
    exit(code);
  }

  function copy(): void {
    const text = copied(store.env(), store.get());
    if (text === undefined) {
      tell('Nothing here to copy');
      return;
    }
    // The sequence moves nothing on the screen, so it may go past Ink.
    stdout.write(clipboardSequence(text));
    tell(`Copied, if this terminal allows it: ${text}`);
  }

  /** Hands the terminal to the user's editor or pager, at the place under the cursor. */
  async function open(): Promise<void> {
    const place = placeOf(store.env(), store.get());
    const article = place && store.env().world.index.articles[place.article]?.article;
    if (!place || !article) return tell('Nothing here to open');
    const command = editorCommand(article.file, lineToOpen(article, place.offset), process.env);
    let problem: string | undefined;
    await suspendTerminal(async () => {
      problem = await runOnTerminal(command);
    });
    if (problem !== undefined) tell(problem);
  }

  function tell(notice: string): void {
    store.dispatch({ type: 'tell', notice });
  }
  useInput((input, inkKey) => {
    for (const key of keysOf(input, inkKey)) press(key);
  });
  const catchUp = useEffectEvent(() => typedAhead.forEach(press));
  useEffect(() => catchUp(), []);
  usePaste((text) => {
    if (['prompt', 'ask'].includes(contextOf(store.get()))) store.dispatch({ type: 'type', text });
  });

  if (isTooSmall(state.size)) {
    return (
      <Text wrap="truncate">{`Too small: ${state.size.columns}×${state.size.rows}, needs ${MINIMUM.columns}×${MINIMUM.rows}`}</Text>
    );
  }
  if (state.tour === null) return <View key={drawing} env={env} state={state} colour={colour} />;
  return (
    <Box flexDirection="column">
      <View key={drawing} env={env} state={state} colour={colour} />
      <Text wrap="truncate">
        {tourLines(state.tour)
          .map((line) => render(line, columns, colour))
          .join('\n')}
      </Text>
    </Box>
  );
}

/** The view that is open. */
function View({ env, state, colour }: { readonly env: Env; readonly state: State; readonly colour: boolean }) {
  if (state.help !== null) return <Help size={state.size} top={state.help} colour={colour} />;
  if (state.read) return <Read env={env} state={state} read={state.read} colour={colour} />;
  if (state.compare) return <Compare env={env} state={state} compare={state.compare} colour={colour} />;
  if (state.timeline) return <Timeline env={env} state={state} timeline={state.timeline} colour={colour} />;
  if (state.matrix) return <Matrix env={env} state={state} matrix={state.matrix} colour={colour} />;
  return <Explore env={env} state={state} colour={colour} />;
}

/** Where keys mean what they mean now. */
function contextOf(state: State): Context {
  if (state.help !== null) return 'help';
  if (state.correcting) return correctingContext(state.correcting);
  if (state.read) return 'read';
  if (state.compare) return 'compare';
  if (state.timeline) return 'timeline';
  if (state.matrix) return 'matrix';
  return state.focus === 'prompt' ? 'prompt' : 'panes';
}
