import { parse } from 'jsonc-parser';
import type { Files } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';

/**
 * The files that a class may stand in by the PSR-4 rules of the nearest `composer.json`, the longest prefix first.
 * https://getcomposer.org/doc/04-schema.md#psr-4, read 2026-11.
 */
export function autoloadPaths(name: string, from: string, files: Files): readonly string[] {
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    const text = files.text(folder === '' ? 'composer.json' : `${folder}/composer.json`);
    if (text !== null) return pathsOf(name.replace(/^\\/, ''), folder, parse(text));
    if (folder === '') return [];
  }
}

function pathsOf(name: string, folder: string, manifest: unknown): readonly string[] {
  const rules = ['autoload', 'autoload-dev'].flatMap((key) =>
    entries(property(property(manifest, key), 'psr-4')),
  );
  return rules
    .filter(([prefix]) => name.startsWith(prefix))
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([prefix, given]) => {
      const rest = name.slice(prefix.length).replaceAll('\\', '/');
      const roots: readonly unknown[] = Array.isArray(given) ? given : [given];
      return roots.flatMap((root) =>
        typeof root === 'string' ? (joinPath(folder, `${root}/${rest}.php`) ?? []) : [],
      );
    });
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function property(value: unknown, name: string): unknown {
  return entries(value).find(([key]) => key === name)?.[1];
}
