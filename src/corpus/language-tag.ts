/** No tag that is in use is longer (RFC 5646, 4.4.1). */
const LONGEST = 35;

/**
 * A declared language as a tag of BCP 47 (RFC 5646): `en`, `en-GB`, `zh-Hant`. `en_GB` is taken for what is meant; the
 * part after a country, as in `en_US.UTF-8`, and everything else is no tag.
 */
export function languageTag(declared: unknown): string | undefined {
  if (typeof declared !== 'string' || declared.length > LONGEST) return undefined;
  const tag = declared.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,8}$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
