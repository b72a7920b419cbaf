import { dirname, join, relative, resolve, sep } from 'node:path';
import { readWhole } from './bytes.ts';
import type { Problem } from './discover.ts';
import { explainFileError } from './file-errors.ts';
import { LIMITS } from './limits.ts';
import { MANIFESTS, type ManifestEntry, type ManifestRead, PASSED_OVER, readManifest } from './manifest.ts';
import { Unreadable } from './unreadable.ts';

/** Reading YAML takes seconds a MB: what is longer can be written as JSON. */
const LONGEST_YAML = 4 * 1024 * 1024;

/** The manifests of the folders that are read, each read once. */
export class Manifests {
  private readonly read = new Map<string, ManifestRead['articles']>();
  private readonly roots: ReadonlySet<string>;
  private readonly texts = new Map<string, string>();

  /**
   * @param paths the files and folders given: above them no manifest is looked for
   * @param tell is given what is wrong with a manifest
   */
  constructor(
    paths: readonly string[],
    private readonly tell: (problem: Problem) => void,
  ) {
    this.roots = new Set(paths.map((path) => resolve(path)));
  }

  /**
   * What is known of an article. A manifest speaks for the files of its own folder and below; the nearest goes first.
   *
   * @param part which one of its file it is: `feed.xml#3` is spoken of before `feed.xml`
   */
  async entryFor(file: string, part?: string): Promise<ManifestEntry | undefined> {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const articles = await this.of(folder);
      const path = relative(folder, file).split(sep).join('/');
      const entry = articles.get(`${path}#${part}`) ?? articles.get(path);
      if (entry) return entry;
      if (this.roots.has(folder) || this.roots.has(file) || folder === dirname(folder)) return undefined;
    }
  }

  /** What was read until now, by file: the same words say the same of the articles. */
  get words(): readonly (readonly [file: string, text: string])[] {
    return [...this.texts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private notRead(file: string, error: unknown): undefined {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    const says = error instanceof Unreadable ? error.message : `${explainFileError(error)}; ${PASSED_OVER}`;
    this.tell({ file, says });
  }

  private async of(folder: string): Promise<ManifestRead['articles']> {
    const known = this.read.get(folder);
    if (known) return known;
    let articles: ManifestRead['articles'] = new Map();
    for (const name of MANIFESTS) {
      const file = join(folder, name);
      const limit = name.endsWith('.json') ? LIMITS.fileBytes : LONGEST_YAML;
      const bytes = await readWhole(file, limit, PASSED_OVER).catch((error) => this.notRead(file, error));
      if (bytes === undefined) continue;
      const text = new TextDecoder().decode(bytes);
      this.texts.set(file, text);
      const read = readManifest(text, name);
      for (const says of read.problems) this.tell({ file, says });
      articles = read.articles;
      break;
    }
    this.read.set(folder, articles);
    return articles;
  }
}
