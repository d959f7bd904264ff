import { parse } from 'jsonc-parser';
import type { Files } from '../../language.ts';
import { joinPath } from '../../paths.ts';
import { workspaceRoots } from './workspaces.ts';

/** Where a repository with several packages keeps them, whatever its manifest says. */
const homes = ['packages', 'libs', 'apps', 'modules'];
/** Fields of a manifest that name what a package is, those that name its source first. https://nodejs.org/api/packages.html and the documentation of npm on package.json, read 2026-11. */
const entries = ['source', 'types', 'module', 'main'];
/** Folders that the build writes to; the source of what stands there stands in `src`. */
const built = /^(?:\.\/)?(?:dist|lib|build|out|esm|cjs)\//;

/**
 * Files that a module may be where it is another package of the same repository, known by the name in its manifest: what
 * its `exports` or its entry points to, the source instead of what is built, else its `src/index` or `index`.
 */
export function packagePaths(module: string, files: Files): readonly string[] {
  const [, name = '', folder = '', inside] = /^((?:@[^/]+\/)?([^/@]+))(?:\/(.+))?$/.exec(module) ?? [];
  if (name === '') return [];
  const roots = [...homes.map((home) => `${home}/${folder}`), ...workspaceRoots(folder, files)];
  for (const root of roots) {
    const manifest = joinPath(root, 'package.json');
    if (manifest === null || !files.has(manifest)) continue;
    const read: unknown = parse(files.text(manifest) ?? '');
    if (property(read, 'name') !== name) continue;
    const found = targets(read, inside ?? null).map((target) => joinPath(root, sourceOf(target)));
    return found.filter((path) => path !== null);
  }
  return [];
}

function targets(manifest: unknown, inside: string | null): string[] {
  const exports = property(manifest, 'exports');
  const key = inside === null ? '.' : `./${inside}`;
  const chosen = property(exports, key) ?? (inside === null ? exports : undefined);
  const named = inside === null ? entries.map((field) => property(manifest, field)) : [];
  const usual = inside === null ? ['src/index', 'index'] : [`src/${inside}`, inside];
  return [...conditions(chosen), ...named.filter((entry) => typeof entry === 'string'), ...usual];
}

/** The files of a target and of its conditions (`import`, `types`, …), in the order given. */
function conditions(target: unknown, depth = 0): string[] {
  if (typeof target === 'string') return [target];
  if (typeof target !== 'object' || target === null || depth > 3) return [];
  return Object.entries(target).flatMap(([name, inner]) =>
    name.startsWith('.') ? [] : conditions(inner, depth + 1),
  );
}

/** The source of a file that the build makes, without the ending that the build may have changed. */
function sourceOf(target: string): string {
  return target.replace(built, 'src/').replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
