import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** `path` as seen from `folder`, with `/` between its parts; `''` for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  return sep === '/' ? way : way.replaceAll(sep, '/');
}

/** The folder that holds `.git`, at or above `folder`; `null` where there is none. */
export function repositoryRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** The deepest folder that holds all the paths. @param paths absolute, existing, at least one. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path)));
  return folders.reduce((common, folder) => {
    let at = common;
    while (at !== folder && !folder.startsWith(at.endsWith(sep) ? at : at + sep)) at = dirname(at);
    return at;
  });
}
