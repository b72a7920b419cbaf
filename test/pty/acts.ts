import type { Terminal as Emulator } from '@xterm/headless';

/** Operating system commands that terminals know (xterm's, iTerm's, kitty's, and those of shells). */
const COMMANDS = [0, 1, 2, 4, 5, 7, 8, 9, 10, 11, 12, 17, 19, 50, 52, 66, 99, 104, 110, 111, 112, 133, 633, 777, 1337];

/**
 * Listens for what a program does to a terminal besides drawing in it: its title, its clipboard, its colours, links, bells,
 * full resets, strings for the device, questions that are answered as if typed.
 *
 * @returns what it did, as a list that grows
 */
export function watchActs(emulator: Emulator): readonly string[] {
  const acts: string[] = [];
  const did = (act: string) => {
    acts.push(act);
    return false;
  };
  emulator.onTitleChange((title) => did(`title: ${title}`));
  emulator.onBell(() => did('bell'));
  for (const number of COMMANDS)
    emulator.parser.registerOscHandler(number, (data) => did(`OSC ${number} ${data.slice(0, 100)}`));
  for (const final of ['q', '|', '{', 'p'])
    for (const intermediates of ['', '$', '+'])
      emulator.parser.registerDcsHandler({ intermediates, final }, () => did(`DCS ${intermediates}${final}`));
  for (const final of ['c', 'M', 'D', 'E', 'H', '=', '>', 'n', 'o'])
    emulator.parser.registerEscHandler({ final }, () => did(`ESC ${final}`));
  emulator.parser.registerEscHandler({ intermediates: '#', final: '8' }, () => did('ESC # 8'));
  for (const final of ['0', 'A', 'B'])
    emulator.parser.registerEscHandler({ intermediates: '(', final }, () => did(`ESC ( ${final}`));
  for (const final of ['n', 'c', 't', 'r', 'h', 'l', 'i', 'S', 'T', 'L', 'M', '@', 'P'])
    emulator.parser.registerCsiHandler({ final }, (params) => did(`CSI ${params.flat().join(';')} ${final}`));
  emulator.parser.registerCsiHandler({ intermediates: '!', final: 'p' }, () => did('CSI ! p'));
  return acts;
}
