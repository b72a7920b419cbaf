import { Box, Text, useApp, useIsScreenReaderEnabled, useStdout, useWindowSize } from 'ink';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { type Bookmark, markedItems } from '../index/bookmarks.ts';
import type { Coming, Listener } from '../index/coming.ts';
import type { Correction } from '../index/corrections.ts';
import { clipboardSequence } from '../terminal/clipboard.ts';
import { editorCommand, runOnTerminal } from '../terminal/editor.ts';
import type { TerminalInput } from '../terminal/input.ts';
import { type Input, isPrintable, type Key, type MouseEvent, plainKeys } from '../terminal/keys.ts';
import { CLEAR_SCREEN, EMPTY_SCREEN } from '../terminal/restore.ts';
import { stayingAlive } from '../terminal/suspend.ts';
import { type Command, type Context, commandFor } from './commands.ts';
import { contextOf, isTyping } from './context.ts';
import { type Env, envOf } from './env.ts';
import { onScreen } from './exporting.ts';
import { isTooSmall, LINEAR_COLUMNS, LINEAR_ROWS, MINIMUM } from './layout.ts';
import { render } from './line.ts';
import { lineToOpen } from './lines.ts';
import { whyNothing, whyOff } from './off.ts';
import type { Outside } from './outside.ts';
import { entriesOf } from './palette.ts';
import { targetAt } from './pointing.ts';
import { copied, copiedWords, placeOf } from './present/citation.ts';
import { correctionWords } from './present/correcting.ts';
import type { Beginning, Live, State } from './state.ts';
import { noticeOf, storeOf } from './store.ts';
import { TOUR_ROWS, tourLines } from './tour.ts';
import { Bookmarks } from './views/Bookmarks.tsx';
import { Compare } from './views/Compare.tsx';
import { Explore } from './views/Explore.tsx';
import { Help } from './views/Help.tsx';
import { Matrix } from './views/Matrix.tsx';
import { Palette } from './views/Palette.tsx';
import { Read } from './views/Read.tsx';
import { Timeline } from './views/Timeline.tsx';
import type { World } from './world.ts';

/** Exit codes of the screen: told to quit, or interrupted. */
export const QUIT = 0;
export const INTERRUPTED = 130;

interface Props {
  readonly world: World;
  /** Where keys, pastes and the mouse come from; taken already. */
  readonly input: TerminalInput;
  /** Whether clicks and the wheel are ours from the start, or the terminal's own. */
  readonly mouse?: boolean;
  readonly colour: boolean;
  /** Called for Ctrl-Z, the terminal given back to the shell meanwhile; resolves when the program is continued. */
  readonly suspend: () => Promise<void>;
  /** Keeps corrections and gives the world with them; throws what kept it from that. */
  readonly correct: (corrections: readonly Correction[]) => World;
  /** What comes to be shown in the place of the world, and goes on beside the screen. */
  readonly coming?: Feed;
  readonly outside: Outside;
  readonly begins: Beginning;
  /** What was pressed before there was an explorer to obey it. */
  readonly typedAhead?: readonly Input[];
}

/** Where newer articles come from. */
export interface Feed {
  /** Tells a listener from now on; the result ends that. */
  readonly listen: (listener: Listener) => () => void;
  /** The world of what comes, made in slices. */
  readonly next: (coming: Coming, corrections: readonly Correction[], left: AbortSignal) => Promise<World>;
  /** It is this world that is shown from now on. */
  readonly show: (coming: Coming, world: World) => void;
  /** Reads no more: what is read is worked out. */
  readonly enough: () => void;
}

/** Two clicks on one cell within so many milliseconds are a double click. */
const DOUBLE = 400;

/** The whole screen: keys in, through the key table, to the one reducer; state out, to the view that shows it. */
export function App({ world, input, colour, suspend, correct, coming, outside, begins, typedAhead = [] }: Props) {
  const window = useWindowSize();
  const linear = useIsScreenReaderEnabled();
  const columns = linear ? Math.min(window.columns, LINEAR_COLUMNS) : window.columns;
  // What is read aloud is not cut at the edge: it may take more rows than are counted.
  const high = linear ? Math.max(MINIMUM.rows, Math.floor(window.rows * LINEAR_ROWS)) : window.rows;
  const rows = high - (begins.tour ? TOUR_ROWS : 0);
  const { exit, suspendTerminal, waitUntilRenderFlush } = useApp();
  const { stdout, write } = useStdout();
  const [store] = useState(() => storeOf(marking(envOf(world), begins.bookmarks), { columns, rows }, begins));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const env = store.env();
  /** Changes to force every row to be made again. */
  const [drawing, drawAnew] = useState(0);
  /** Whether the terminal is another program's: it cannot be given away twice. */
  const away = useRef(false);
  /** The file that is being written, or was written last. */
  const writing = useRef<Promise<void>>(Promise.resolve());
  const clicked = useRef<{ readonly column: number; readonly row: number; readonly at: number } | null>(null);

  // What was on its way while the window changed was drawn for another size: all is written again.
  const drawAgain = useEffectEvent(() => void redraw());
  const drawnFor = useRef({ columns, rows });
  useEffect(() => {
    store.dispatch({ type: 'resize', size: { columns, rows } });
    if (drawnFor.current.columns === columns && drawnFor.current.rows === rows) return;
    drawnFor.current = { columns, rows };
    if (!linear) drawAgain();
  }, [store, columns, rows, linear]);

  const apply = useEffectEvent(() => {
    const corrections = store.get().wanted;
    if (!corrections) return;
    try {
      const before = store.env().world.corrections.length;
      const corrected = correct(corrections);
      store.goOnIn(marking(envOf(corrected), store.get().bookmarks));
      const done =
        corrections.length > before
          ? correctionWords(store.env(), store.get(), corrections.at(-1))
          : 'The last correction was taken back';
      tell(corrected.corrections === corrections ? done : `With those of another explorer: ${done}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch({ type: 'unkept', notice: `The correction could not be kept: ${why}` });
    }
  });
  const { wanted } = state;
  useEffect(() => {
    if (wanted) apply();
  }, [wanted]);

  const keep = useEffectEvent(() => {
    // The newest: keys that came meanwhile have changed it further.
    const asked = store.get().toKeep?.bookmarks;
    if (!asked) return;
    try {
      const list = outside.keepBookmarks(asked);
      marking(store.env(), list);
      store.dispatch({ type: 'kept', bookmarks: list, withOthers: list !== asked });
      // What is:bookmarked finds is another now.
      const { notice, answered } = store.get();
      if (!/\bis:/i.test(answered)) return;
      store.goOnIn(envOf(store.env().world));
      if (notice) tell(notice);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch({ type: 'unkept', notice: `The bookmark could not be kept: ${why}` });
    }
  });
  const { toKeep } = state;
  useEffect(() => {
    if (toKeep) keep();
  }, [toKeep]);

  const keepHistory = useEffectEvent((searches: readonly string[]) => {
    try {
      outside.keepHistory(searches);
    } catch (error) {
      tell(`What was searched could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const { history } = state;
  useEffect(() => {
    if (history !== begins.history) keepHistory(history);
  }, [history, begins.history]);

  const exportNow = useEffectEvent(async ({ file, over }: NonNullable<State['toWrite']>) => {
    const shown = onScreen(store.env(), store.get());
    if (!shown) return;
    const result = await outside.exporter(store.env().world.index, shown, file, over, columns);
    store.dispatch({ type: 'exported', result });
  });
  const { toWrite } = state;
  useEffect(() => {
    if (toWrite) writing.current = exportNow(toWrite);
  }, [toWrite]);

  /** Goes over to what comes, prepared beside the keys that are pressed meanwhile. */
  const takeUp = useEffectEvent(async (feed: Feed, its: Coming, left: AbortSignal) => {
    for (;;) {
      const { corrections } = store.env().world;
      const env = envOf(await feed.next(its, corrections, left));
      marking(env, store.get().bookmarks);
      await store.prepare(env, left);
      // What was corrected meanwhile goes with it.
      if (store.env().world.corrections !== corrections) continue;
      marking(env, store.get().bookmarks);
      feed.show(its, env.world);
      store.goOnIn(env, noticeOf(its.says, its.problems));
      if (!its.isPart) store.dispatch({ type: 'live', live: { reading: null } });
      return;
    }
  });
  const tellLive = useEffectEvent((live: Partial<Live>) => store.dispatch({ type: 'live', live }));
  const tellNow = useEffectEvent((words: string) => tell(words));
  useEffect(() => {
    if (!coming) return;
    const leaving = new AbortController();
    const end = coming.listen({
      take: (its) => takeUp(coming, its, leaving.signal),
      reading: (reading) => tellLive({ reading }),
      watched: (isWatched) => tellLive({ isWatched }),
      tell: tellNow,
    });
    return () => {
      end();
      leaving.abort();
    };
  }, [coming]);

  function press(key: Key): void {
    const context = contextOf(store.get());
    const command = commandFor(context, key);
    if (!command && plainKeys(key).length > 0) plainKeys(key).forEach(press);
    else if (command) perform(command, context);
    else if (isTyping(context) && isPrintable(key)) store.dispatch({ type: 'type', text: key });
    else {
      const nothing = whyNothing(context, key);
      if (nothing !== undefined) tell(nothing);
    }
  }
  function perform(command: Command, context: Context): void {
    if (command === 'interrupt') leave(INTERRUPTED);
    else if (context === 'palette' && command === 'enter') choose();
    else if (command === 'quit' && context !== 'help') leave(QUIT);
    else if (command === 'suspend') void handOver(suspend);
    else if (command === 'copy') copy();
    else if (command === 'open') void open();
    else if (command === 'redraw') void redraw();
    else if (command === 'enough') enough();
    else store.dispatch({ type: 'command', command });
  }
  /** Does what is chosen in the palette, where the palette was opened. */
  function choose(): void {
    const state = store.get();
    const entry = state.palette && entriesOf(store.env(), state, state.palette)[state.palette.choice];
    store.dispatch({ type: 'command', command: 'enter' });
    if (entry && entry.off === undefined) perform(entry.command, contextOf(store.get()));
  }
  function point({ did, button, column, row }: MouseEvent): void {
    if (did === 'wheelUp' || did === 'wheelDown') {
      store.dispatch({ type: 'wheel', column, row, by: did === 'wheelUp' ? -1 : 1 });
    } else if (did === 'press' && button === 0) {
      const now = performance.now();
      const last = clicked.current;
      const double = last !== null && last.column === column && last.row === row && now - last.at < DOUBLE;
      clicked.current = double ? null : { column, row, at: now };
      const state = store.get();
      const target = targetAt(store.env(), state, column, row);
      if (target?.on === 'command') perform(target.command, contextOf(state));
      else store.dispatch({ type: 'click', column, row, double });
      if (target?.on === 'entry') choose();
    }
  }
  function obey(inputs: readonly Input[]): void {
    for (const it of inputs) {
      if (it.type === 'key') press(it.key);
      else if (it.type === 'mouse') point(it.mouse);
      else if (isTyping(contextOf(store.get()))) store.dispatch({ type: 'type', text: it.text });
    }
  }
  function leave(code: number): void {
    if (!linear) stdout.write(EMPTY_SCREEN);
    exit(code);
  }

  function copy(): void {
    const off = whyOff(store.env(), store.get(), 'copy');
    const text = off === undefined ? copied(store.env(), store.get()) : undefined;
    if (text === undefined) {
      tell(off ?? 'Nothing here to copy');
      return;
    }
    // The sequence moves nothing on the screen, so it may go past Ink.
    stdout.write(clipboardSequence(text));
    tell(copiedWords(text, columns));
  }

  function enough(): void {
    const off = whyOff(store.env(), store.get(), 'enough');
    if (off === undefined) coming?.enough();
    tell(off ?? 'No more is read; what is said in these articles is being worked out');
  }

  /** Gives the terminal away while `work` lasts. Keys that came together with the one that asks for it are obeyed first. */
  async function handOver(work: () => Promise<void>): Promise<void> {
    if (away.current) return;
    away.current = true;
    try {
      await stayingAlive(
        suspendTerminal(async () => {
          input.give();
          try {
            await work();
          } finally {
            input.take();
          }
        }),
      );
    } finally {
      away.current = false;
    }
  }

  /** Makes the frame anew and writes all of it on an empty screen, whatever has been written there by others. */
  async function redraw(): Promise<void> {
    // What is told of a file would come in the midst of it.
    await writing.current;
    drawAnew((n) => n + 1);
    await waitUntilRenderFlush();
    if (away.current) return;
    stdout.write(CLEAR_SCREEN);
    // Whenever something else is written, Ink writes its frame behind it, all of it.
    write('');
  }

  /** Hands the terminal to the user's editor or pager, at the place under the cursor. */
  async function open(): Promise<void> {
    const off = whyOff(store.env(), store.get(), 'open');
    if (off !== undefined) return tell(off);
    const place = placeOf(store.env(), store.get());
    const article = place && store.env().world.index.articles[place.article]?.article;
    if (!place || !article) return tell('Nothing here to open');
    const command = editorCommand(article.file, lineToOpen(article, place.offset), process.env);
    let problem: string | undefined;
    await handOver(async () => {
      problem = await runOnTerminal(command);
    });
    if (problem !== undefined) tell(problem);
  }

  function tell(notice: string): void {
    store.dispatch({ type: 'tell', notice });
  }
  const obeyNow = useEffectEvent(obey);
  useEffect(() => input.listen((inputs) => obeyNow(inputs)), [input]);
  const catchUp = useEffectEvent(() => obey(typedAhead));
  useEffect(() => catchUp(), []);
  useEffect(() => input.mouse(state.mouse), [input, state.mouse]);

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
  if (state.palette) return <Palette env={env} state={state} palette={state.palette} colour={colour} />;
  if (state.help !== null) return <Help size={state.size} top={state.help} colour={colour} />;
  if (state.listing) return <Bookmarks env={env} state={state} listing={state.listing} colour={colour} />;
  if (state.read) return <Read env={env} state={state} read={state.read} colour={colour} />;
  if (state.compare) return <Compare env={env} state={state} compare={state.compare} colour={colour} />;
  if (state.timeline) return <Timeline env={env} state={state} timeline={state.timeline} colour={colour} />;
  if (state.matrix) return <Matrix env={env} state={state} matrix={state.matrix} colour={colour} />;
  return <Explore env={env} state={state} colour={colour} />;
}

/** The environment, its search told what is bookmarked. */
function marking(env: Env, bookmarks: readonly Bookmark[]): Env {
  env.world.search.mark(markedItems(env.placed(bookmarks), env.world.links));
  return env;
}
