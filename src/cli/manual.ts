import { COMMANDS, EXPLAIN, KNOWN_FORMATS, MENTIONS } from '../output/words.ts';
import { FLAG_WORDS } from './flags.ts';
import { commandForm, EXAMPLES, EXIT_CODES, PATHS, USAGE } from './help.ts';

/** The manual page, section 1, as troff with the macros of man(7). */
export function manualPage(version: string): string {
  const commands = [...COMMANDS, MENTIONS, EXPLAIN];
  return `${[
    `.TH CRISIS\\-TUI 1 "" "crisis\\-tui ${plain(version)}" "User Commands"`,
    '.SH NAME',
    'crisis\\-tui \\- read a folder of articles about one crisis side by side',
    '.SH SYNOPSIS',
    ...USAGE.flatMap(([form]) => ['.br', `.B ${plain(form)}`]).slice(1),
    '.SH DESCRIPTION',
    'Finds the sources, entities and quotes in articles of many outlets about the same events, shows them in three',
    'panes that one fuzzy search filters, and sets what the outlets wrote of one event side by side. Nothing is made',
    'up: whatever is shown is the exact characters of a file, and what was worked out says so.',
    '.PP',
    plain(PATHS),
    '.SH COMMANDS',
    ...USAGE.flatMap(([form, does]) => item(form, does)),
    ...commands.flatMap((command) => item(commandForm(command), command.does)),
    '.SH FORMATS',
    ...KNOWN_FORMATS.flatMap(({ name, does, only }) => item(name, only ? `${does} (${only})` : does)),
    '.SH OPTIONS',
    ...FLAG_WORDS.flatMap(({ flag, short, value, does, more }) => [
      '.TP',
      `${[...(short ? [`-${short}`] : []), flag].map((form) => `\\fB${plain(form)}\\fR`).join(', ')}${value ? ` \\fI${plain(value)}\\fR` : ''}`,
      plain([does, more].filter(Boolean).join('; ')),
    ]),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, means]) => item(String(code), means)),
    '.SH ENVIRONMENT',
    ...item('NO_COLOR, FORCE_COLOR', 'whether there are colours'),
    ...item('VISUAL, EDITOR, PAGER', 'what opens a file at a place'),
    ...item(
      'XDG_DATA_HOME',
      'below it crisis-tui keeps your corrections and bookmarks; ~/.local/share where it is not set',
    ),
    ...item('XDG_CONFIG_HOME', 'below it crisis-tui/config.json says how you want it; ~/.config where it is not set'),
    ...item('XDG_STATE_HOME', 'below it is kept what you searched; ~/.local/state where it is not set'),
    ...item('XDG_CACHE_HOME', 'below it is kept what makes the next start faster; ~/.cache where it is not set'),
    '.SH EXAMPLES',
    '.nf',
    ...[...EXAMPLES, ...commands.flatMap(({ examples }) => examples)].map(plain),
    '.fi',
  ].join('\n')}\n`;
}

function item(name: string, does: string): readonly string[] {
  return ['.TP', `.B ${plain(name)}`, plain(does)];
}

/** Text as it is: nothing in it is taken for a request or an escape. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll(/^\./gm, '\\&.');
}
