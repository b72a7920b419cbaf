import { readConfig } from '../keep/config.ts';
import type { ConfigFile } from '../keep/config-files.ts';
import { json } from '../output/formats/json.ts';
import { table as aligned } from '../output/formats/table.ts';
import { BUILT_IN, type Layer, type Mistake, put, type Setting, settingsOf } from '../ui/settings.ts';
import { nearest } from './nearest.ts';

/** The settings in force. */
export interface Configured {
  /** What the files say is not to be read, as `--exclude` does. */
  readonly exclude: readonly string[];
  /** Per pane: which of its orders it opens with. */
  readonly sort: { readonly sources: number; readonly entities: number; readonly quotes: number };
  /** Every setting, and where it comes from. */
  readonly table: readonly Setting[];
}

/**
 * Reads files of settings and puts what they come to in force.
 *
 * @returns what is wrong with them, in words, where something is; then nothing is in force
 */
export function configured(files: readonly ConfigFile[]): Configured | { readonly mistakes: readonly string[] } {
  const layers: Layer[] = [];
  const told: string[] = [];
  const exclude: { readonly pattern: string; readonly from: string }[] = [];
  for (const found of files) {
    const from = found.file;
    const read = readConfig(found);
    if ('mistakes' in read) {
      told.push(...read.mistakes.map((says) => `${from}: ${says}`));
      continue;
    }
    layers.push({ from, wishes: read.config });
    exclude.push(...(read.config.exclude ?? []).map((pattern) => ({ pattern, from })));
  }
  const { settings, table, mistakes } = settingsOf(layers);
  told.push(...mistakes.map(mistakeWords));
  if (told.length > 0) return { mistakes: told };
  put(settings);
  const excluded = exclude.map(({ pattern, from }): Setting => ({ setting: 'exclude', value: pattern, from }));
  const none: Setting = { setting: 'exclude', value: '', from: BUILT_IN };
  return {
    exclude: exclude.map(({ pattern }) => pattern),
    sort: settings.sort,
    table: [
      ...table.filter(isNoKey),
      ...(excluded.length > 0 ? excluded : [none]),
      ...table.filter((it) => !isNoKey(it)),
    ],
  };
}

function isNoKey({ setting }: Setting): boolean {
  return !setting.startsWith('keys.');
}

function mistakeWords({ from, path, says, instead }: Mistake): string {
  const meant = instead && nearest(instead.of, instead.known);
  return `${from}: ${path}: ${says}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

/** The settings in force, printed. */
export function configText({ table }: Configured, format: 'table' | 'json', columns: number): Iterable<string> {
  const rows = table.map((setting) => ({ ...setting }));
  return format === 'json' ? json(rows) : aligned(rows, ['setting', 'value', 'from'], columns);
}
