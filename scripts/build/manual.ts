// The manual page, for dist/.
import { readFileSync } from 'node:fs';
import { manualPage } from '../../src/cli/manual.ts';

export function manual(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return manualPage(version);
}
