import type { Files } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';

/**
 * The folder with the sources of another crate of the repository: of the one that the nearest `Cargo.toml` depends on by
 * its path, there or, with `workspace = true`, in the `Cargo.toml` of the workspace. Null for a crate from elsewhere.
 */
export function crateSources(name: string, from: string, files: Files): string | null {
  let isAsked = false;
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    const manifest = files.text(folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`);
    if (manifest !== null) {
      const said: Dependency | null = dependency(name, manifest);
      const crate = said?.path === undefined ? null : joinPath(folder, said.path);
      if (crate !== null) return joinPath(crate, 'src');
      // a crate names what it uses; only then may a manifest above say where that is
      if (said === null && !isAsked) return null;
      isAsked = true;
    }
    if (folder === '') return null;
  }
}

interface Dependency {
  readonly path?: string;
}

/** What a manifest says of a dependency, whose name has `-` where code has `_`; null where it has none of the name. */
function dependency(name: string, manifest: string): Dependency | null {
  const written = name.replaceAll('_', '[-_]');
  const inline = new RegExp(
    `^[ \\t]*"?${written}"?[ \\t]*(?:\\.workspace)?[ \\t]*=[ \\t]*([^\\n]*)`,
    'm',
  ).exec(manifest)?.[1];
  const table = new RegExp(`^\\[[\\w.-]*dependencies\\."?${written}"?\\][ \\t]*\\r?\\n([^[]*)`, 'm').exec(
    manifest,
  )?.[1];
  const said = inline ?? table;
  if (said === undefined) return null;
  const path = /(?:^|[{,\s])path\s*=\s*"([^"\n]+)"/.exec(said)?.[1];
  return path === undefined ? {} : { path };
}
