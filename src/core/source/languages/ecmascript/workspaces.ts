import { parse } from 'jsonc-parser';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Files } from '../../language.ts';

/**
 * Folders in which a package may stand whose folder is called `folder`, as the root of the repository lists its
 * packages: `workspaces` of `package.json`, `packages` of `pnpm-workspace.yaml`.
 * The documentation of npm on workspaces and https://pnpm.io/pnpm-workspace_yaml, read 2026-11.
 */
export function workspaceRoots(folder: string, files: Files): readonly string[] {
  return [...ofManifest(files.text('package.json')), ...ofPnpm(files.text('pnpm-workspace.yaml'))]
    .filter((glob) => !glob.startsWith('!'))
    .slice(0, mostGlobs)
    .flatMap((glob) => rootOf(glob.replace(/^\.\//, '').replace(/\/$/, ''), folder) ?? []);
}

/** `tools/*` and `tools/**` keep the package under its own name; one without stars is a package itself. */
function rootOf(glob: string, folder: string): string | null {
  const home = glob.replace(/(?:^|\/)\*\*?$/, '');
  if (/[*?{[]/.test(home)) return null;
  if (home === glob) return glob;
  return home === '' ? folder : `${home}/${folder}`;
}

function ofManifest(text: string | null): readonly string[] {
  const read: unknown = text === null ? null : parse(text);
  const listed = isObject(read) ? read.workspaces : null;
  return strings(isObject(listed) ? listed.packages : listed);
}

function ofPnpm(text: string | null): readonly string[] {
  if (text === null || text.length > longestList) return [];
  const { contents } = parseDocument(text);
  const listed = isMap(contents) ? contents.get('packages', true) : null;
  return strings(isSeq(listed) ? listed.items.map((item) => (isScalar(item) ? item.value : null)) : null);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const mostGlobs = 200;
/** Characters; such lists have a few lines. */
const longestList = 100_000;
