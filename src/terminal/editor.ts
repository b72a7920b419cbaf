import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** How programs are told the line: the vi way, which editors and pagers share, or `file:line` after a flag. */
const GOTO: Readonly<Record<string, (file: string, line: number) => readonly string[]>> = {
  code: (file, line) => ['--wait', '--goto', `${file}:${line}`],
  codium: (file, line) => ['--wait', '--goto', `${file}:${line}`],
  subl: (file, line) => ['--wait', `${file}:${line}`],
  hx: (file, line) => [`${file}:${line}`],
  kak: (file, line) => [`+${line}`, file],
};
const PLUS_LINE = /^(?:n?vim?|vi|nano|pico|emacs|emacsclient|micro|joe|less|more|most|ne|mg)$/;

/**
 * The words that open a file at a line in the user's own program: `$VISUAL`, `$EDITOR`, else `$PAGER`, else less. The
 * variable may hold flags; it is split at blanks and never given to a shell.
 */
export function editorCommand(file: string, line: number, env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const words = (env['VISUAL'] || env['EDITOR'] || env['PAGER'] || 'less').split(/\s+/).filter((word) => word !== '');
  const [program = 'less', ...flags] = words;
  const name = basename(program).replace(/\.exe$/i, '');
  const goTo = Object.hasOwn(GOTO, name) ? GOTO[name] : undefined;
  const place = goTo?.(file, line) ?? (PLUS_LINE.test(name) ? [`+${line}`, file] : [file]);
  return [program, ...flags, ...place];
}

/**
 * Runs a command on this terminal, which must have been given back, until it ends.
 *
 * @returns what kept it from running, in words; undefined when it ran
 */
export function runOnTerminal([program, ...args]: readonly [string, ...string[]]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? `there is no ${program}; set $EDITOR or $PAGER` : error.message),
    );
    child.on('exit', () => resolve(undefined));
  });
}
