import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Terminals that are known to show links (OSC 8), by what they say of themselves. */
const PROGRAMS: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio']);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|foot(?:-.*)?|alacritty|contour|wezterm)$/;
/** The first VTE (GNOME Terminal and its kin) whose links can be relied on. */
const VTE = 5000;

/**
 * Whether links may be written. What the user says goes first (FORCE_HYPERLINK, as others read it); else only terminals
 * that are known to show links, and none inside of tmux and GNU screen, which may not hand them on.
 */
export function showsLinks(env: NodeJS.ProcessEnv): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  const term = env['TERM'] ?? '';
  if (term === 'dumb' || env['TMUX'] || env['STY'] || /^(?:tmux|screen)/.test(term)) return false;
  return (
    PROGRAMS.has(env['TERM_PROGRAM'] ?? '') ||
    TERMS.test(term) ||
    Number(env['VTE_VERSION'] ?? 0) >= VTE ||
    Boolean(env['WT_SESSION'] || env['KITTY_WINDOW_ID'])
  );
}

/** The address of a file, with every character that is no plain one escaped; undefined when it is no file's name. */
export function fileAddress(file: string): string | undefined {
  const path = resolve(file);
  return file === '-' || file === '' || !isAbsolute(path) ? undefined : pathToFileURL(path).href;
}

/** Text that is a link, if the address is of plain characters: what else there might be is no address of ours. */
export function linked(text: string, address: string): string {
  return /^[\u0021-\u007e]+$/.test(address) ? `\u001b]8;;${address}\u0007${text}\u001b]8;;\u0007` : text;
}
