import { COUNTRIES } from '../../language/names/countries.ts';
import { fold, isAcronym, nicknamesIn, personWords } from '../../language/names/forms.ts';
import type { Alias, EntityType } from '../../model.ts';

/** Names as written with how often, most frequent first, of equals in order of first mention. */
export function aliasesOf(forms: ReadonlyMap<string, number>): readonly Alias[] {
  return [...forms].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

/**
 * The fullest name that the texts give: of a person the most frequent with a first and a last name, of other things
 * the most frequent that is neither an acronym nor a seat of government nor a people, if there is one. Names written
 * in capitals throughout come last.
 */
export function bestName(aliases: readonly Alias[], type: EntityType): string {
  const nicknames = nicknamesIn(type === 'person' ? aliases.map(({ text }) => text) : []);
  const rank = ({ text }: Alias): number => {
    const lower = text.toLowerCase();
    const shouted = text === text.toUpperCase() && text.length > 1 ? 1 : 0;
    if (type === 'person') {
      const words = personWords(text);
      return (words.length > 1 && !nicknames.has(words.join(' ')) ? 0 : 4) + shouted * 2;
    }
    const stands = COUNTRIES.seats.has(lower) || (COUNTRIES.peoples.has(lower) && type === 'place');
    return (
      (stands && aliases.some((a) => COUNTRIES.names.has(a.text.toLowerCase())) ? 4 : 0) +
      (isAcronym(text) ? 2 : shouted)
    );
  };
  const [best] = [...aliases].sort((a, b) => rank(a) - rank(b) || b.count - a.count || b.text.length - a.text.length);
  return (best?.text ?? '').split(/\s+/).join(' ');
}

/** A name as an id: letters without accents and digits, words apart by hyphens. */
export function slug(name: string): string {
  const parts = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.join('-') || 'name';
}
