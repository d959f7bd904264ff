import { languages } from '../core/source/languages/index.ts';

/** Where VS Code has a language of its own for what is one to the core. */
const ofItsOwn: Readonly<Record<string, string>> = { tsx: 'typescriptreact', jsx: 'javascriptreact' };

/** The languages we read, by VS Code's id, and the endings under which the core knows them; the first one is the usual. */
export const endings: ReadonlyMap<string, readonly string[]> = collect();

export const languageIds: readonly string[] = [...endings.keys()];

/** Source files, for watching what a prompt may be imported from. */
export const sourceGlob = `**/*{${[...endings.values()].flat().join(',')}}`;

function collect(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, extensions } of languages)
    for (const extension of extensions) {
      const name = ofItsOwn[extension] ?? id;
      found.set(name, [...(found.get(name) ?? []), `.${extension}`]);
    }
  return found;
}
