import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Pattern {
  readonly isException: boolean;
  readonly text: string;
  readonly regex: RegExp;
}

/** Which files of a folder a builder is given: what `.dockerignore` leaves of it. */
export class BuildContext {
  private constructor(
    readonly folder: string,
    private readonly patterns: readonly Pattern[],
  ) {}

  static of(folder: string): BuildContext {
    return new BuildContext(
      folder,
      patternsOf(readFileSync(join(folder, '.dockerignore'), 'utf8')),
    );
  }

  static by(dockerignore: string): BuildContext {
    return new BuildContext('', patternsOf(dockerignore));
  }

  /** Whether a file is left out: it or a folder above it is named, and the last line decides. */
  ignores(path: string): boolean {
    const parts = path.split('/');
    const withFolders = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    const last = this.patterns.findLast(({ regex }) =>
      withFolders.some((each) => regex.test(each)),
    );
    return last !== undefined && !last.isException;
  }

  /** Copies what is given to the builder, and tells how many files that are. */
  copyTo(target: string, below = ''): number {
    let count = 0;
    for (const entry of readdirSync(join(this.folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const isIgnored = this.ignores(path);
      if (entry.isDirectory()) {
        if (!isIgnored || this.hasExceptionBelow(path)) count += this.copyTo(target, path);
      } else if (!isIgnored) {
        cpSync(join(this.folder, path), join(target, path), { verbatimSymlinks: true });
        count += 1;
      }
    }
    return count;
  }

  private hasExceptionBelow(path: string): boolean {
    return this.patterns.some(
      ({ isException, text }) =>
        isException && (text.startsWith(`${path}/`) || text.startsWith('*')),
    );
  }
}

const patternsOf = (dockerignore: string): Pattern[] =>
  dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const isException = line.startsWith('!');
      const text = line.replace(/^!/, '').replace(/^\/|\/$/g, '');
      return { isException, text, regex: regexOf(text) };
    });

function regexOf(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((part, at, parts) => {
      const isLast = at === parts.length - 1;
      if (part === '**') return isLast ? '.*' : '(?:[^/]+/)*';
      const escaped = part
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '[^/]*')
        .replaceAll('?', '[^/]');
      return isLast ? escaped : `${escaped}/`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}
