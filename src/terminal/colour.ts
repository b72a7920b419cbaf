/**
 * Whether to use colour. What the user says goes first (`--color`, `--no-color`), then NO_COLOR
 * (https://no-color.org: any value but the empty one), then FORCE_COLOR, then whether anybody sees it.
 */
export function wantsColour(flag: boolean | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag;
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
