// Parts of the documents that a script writes, between two marks that say which.

/**
 * Puts a made part into a document, between `<!-- NAME: made by COMMAND -->` and `<!-- /NAME -->`.
 *
 * @param document the whole text
 * @param name of the part
 * @param text what is to stand there
 * @returns the document with it
 * @throws an Error when the document has no such part
 */
export function withSection(document, name, text) {
  const start = document.indexOf(`<!-- ${name}: made by `);
  const from = document.indexOf('-->', start) + 3;
  const to = document.indexOf(`<!-- /${name} -->`, from);
  if (start < 0 || to < 0) throw new Error(`There is no part “${name}” in the document.`);
  return `${document.slice(0, from)}\n\n${text.trim()}\n\n${document.slice(to)}`;
}
