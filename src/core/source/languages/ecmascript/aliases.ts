import { parse } from 'jsonc-parser';
import type { Files } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';

/** What `compilerOptions` say of where modules are. https://www.typescriptlang.org/tsconfig, read 2026-11. */
interface Aliases {
  /** The folder that `paths` are relative to. */
  readonly folder: string;
  /** The folder in which modules without a dot are looked for; null where none is set. */
  readonly base: string | null;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

/** Files that a module may be by the `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`. */
export function aliasPaths(module: string, from: string, files: Files): readonly string[] {
  const aliases = nearest(from, files);
  if (aliases === null) return [];
  const byPattern = Object.entries(aliases.paths).flatMap(([pattern, targets]) => {
    const rest = matched(pattern, module);
    return rest === null ? [] : targets.map((target) => joinPath(aliases.folder, target.replace('*', rest)));
  });
  const byBase = aliases.base === null ? [] : [joinPath(aliases.base, module)];
  return [...byPattern, ...byBase].filter((path) => path !== null);
}

/** What the `*` of a pattern stands for; null when the module does not fit. */
function matched(pattern: string, module: string): string | null {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === module ? '' : null;
  const end = pattern.slice(star + 1);
  const fits =
    module.startsWith(pattern.slice(0, star)) && module.endsWith(end) && module.length >= pattern.length - 1;
  return fits ? module.slice(star, module.length - end.length) : null;
}

function nearest(from: string, files: Files): Aliases | null {
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    const path = ['tsconfig.json', 'jsconfig.json']
      .flatMap((name) => joinPath(folder, name) ?? [])
      .find((candidate) => files.has(candidate));
    const aliases = path === undefined ? null : readAliases(path, files, 0);
    if (aliases !== null || folder === '') return aliases;
  }
}

/** Configurations extend each other; nobody stacks more of them. */
const mostExtended = 5;

function readAliases(path: string, files: Files, depth: number): Aliases | null {
  const text = files.text(path);
  if (text === null || depth > mostExtended) return null;
  const config: unknown = parse(text, [], { allowTrailingComma: true });
  const options = property(config, 'compilerOptions');
  const paths = property(options, 'paths');
  const baseUrl = property(options, 'baseUrl');
  const folder = directoryOf(path);
  const base = typeof baseUrl === 'string' ? joinPath(folder, baseUrl) : null;
  if (paths === undefined && base === null) return extended(config, path, files, depth);
  return { folder: base ?? folder, base, paths: stringLists(paths) };
}

function extended(config: unknown, path: string, files: Files, depth: number): Aliases | null {
  const given = property(config, 'extends');
  const parents = (Array.isArray(given) ? given : [given]).filter((parent) => typeof parent === 'string');
  for (const parent of parents.reverse()) {
    if (!parent.startsWith('.')) continue;
    const target = joinPath(directoryOf(path), parent.endsWith('.json') ? parent : `${parent}.json`);
    const aliases = target === null ? null : readAliases(target, files, depth + 1);
    if (aliases !== null) return aliases;
  }
  return null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function stringLists(value: unknown): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, list]) => [
      key,
      Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [],
    ]),
  );
}
