import { packStrings, unpackStrings } from '../index/stored/strings.ts';
import { packTable, unpackTable } from '../index/stored/table.ts';
import type { Section, SectionFile } from '../keep/sections.ts';

/** What linking worked out, to be written. */
export function packedSections(packed: Uint8Array, build: string): readonly Section[] {
  return [{ name: 'linking', parts: packTable([packStrings([build]), packed]) }];
}

/** What linking worked out by one build, and nothing where it was another. */
export async function packedIn(file: SectionFile, build: string): Promise<Uint8Array | undefined> {
  const [names, packed] = unpackTable(await file.section('linking'));
  return names && unpackStrings(names)[0] === build ? packed : undefined;
}
