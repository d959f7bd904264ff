import type { Expression } from '../../source/language.ts';
import { directoryOf } from '../../source/paths.ts';
import type { Place } from '../../source/workspace.ts';
import { literalText, onlyValue } from '../literals.ts';
import { definitionOf } from '../resolve.ts';
import type { Trail } from '../trail.ts';
import type { Location } from './location.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** Functions that read a file of a package: the package is their first argument, the name their second. */
const readers = /^(?:pkgutil\.get_data|(?:importlib\.|importlib_)?resources\.read_(?:text|binary))$/;
/** What stands for the folder of a package. */
const folders = /^(?:(?:importlib\.|importlib_)?resources\.)?files$/;

/** The file that a call reads out of a package of Python; null where it reads none. */
export function packagedAt(at: Place, { callee, args }: Call, trail: Trail): Location | null {
  const { unit } = at;
  const [holder, file] = args;
  if (unit.language.id !== 'python' || !readers.test(unit.text.slice(callee.start, callee.end))) return null;
  if (holder === undefined || file === undefined) return null;
  const folder = folderOf({ ...at, node: holder.value }, trail);
  const name = onlyValue({ ...at, node: file.value }, trail);
  const path = name === null ? null : literalText(name);
  return folder === null || path === null ? null : { ...folder, path: `${folder.path}/${path}` };
}

/** The folder that `importlib.resources.files` stands for. */
export function packageAt(at: Place, { callee, args }: Call, trail: Trail): Location | null {
  const { unit } = at;
  if (unit.language.id !== 'python' || !folders.test(unit.text.slice(callee.start, callee.end))) return null;
  const [first] = args;
  return first === undefined ? own(at) : folderOf({ ...at, node: first.value }, trail);
}

/** A package given by its dotted name, as a module that was imported, or as the one that the code is in. */
function folderOf(place: Place, trail: Trail): Location | null {
  const { unit, node } = place;
  if (/^__(?:name|package)__$/.test(unit.text.slice(node.start, node.end))) return own(place);
  const origin = definitionOf(place, trail);
  if (origin.kind === 'module') {
    const module = origin.name === '*' ? origin.module : `${origin.module}.${origin.name}`;
    const found = trail.workspace.imported(origin.from, module);
    return found === null ? dotted(module) : { anchored: true, path: directoryOf(found.path) };
  }
  const only = onlyValue(place, trail);
  const name = only === null ? null : literalText(only);
  return name === null ? null : dotted(name);
}

function own({ unit }: Place): Location {
  return { anchored: true, path: directoryOf(unit.path) };
}

/** `bakery.prompts`, looked for from the folder of the source upwards, so that it is found under `src` too. */
function dotted(name: string): Location | null {
  return /^\w+(?:\.\w+)*$/.test(name) ? { anchored: false, path: name.replaceAll('.', '/') } : null;
}
