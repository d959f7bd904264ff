import { verbatim } from '../../source/decoded.ts';
import type { Expression } from '../../source/language.ts';
import { directoryOf, extensionOf, joinPath } from '../../source/paths.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import type { Text } from '../prompt.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import { textSegment } from '../segments.ts';
import type { Trail } from '../trail.ts';
import { embeddedFolder, filledFrom } from './declared.ts';
import { locationAt, type Location } from './location.ts';
import { loadedAt } from './loaded.ts';
import { packagedAt } from './package.ts';
import { resourceAt } from './resource.ts';

/** A file of the workspace whose text an expression stands for. */
export interface FileRead {
  readonly path: string;
  /** Null where it cannot be read as text; then `why` says what is wrong with it. */
  readonly text: Text | null;
  readonly why: string | null;
  /** The build puts the text into the program; else it is read while that runs. */
  readonly embedded: boolean;
}

/** What reads a file whose path is its first argument, by the end of the callee. */
const readers =
  /(?:^|[.:])(?:readFileSync|readFile|readTextFile|readTextFileSync|ReadFile|read_to_string|ReadAllText|ReadAllTextAsync|readString|file_get_contents|read_text_file|File\.read|IO\.read|File\.binread)$/;
/** What puts a file into the program when that is built; its path is told from the source file. */
const embedders = /^(?:std::)?include_str!?$/;
/** Methods that read the file that they are called on. */
const ownReaders = /^(?:read_text|read|text|readAsText|getContentAsString)$/;
/** Methods that make the same text of what was read. */
const conversions = /^(?:toString|decode|to_string)$/;
/** What opens a file for such a method. */
const openers = /(?:^|[.:])(open|file)$/;

/** The file that an expression reads by a path which can be told before the program runs; null where it is none. */
export function fileReadAt(place: Place, trail: Trail): FileRead | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind === 'call') return ofCall(at, expression, trail);
  if (expression.kind !== 'name' && expression.kind !== 'member') return null;
  const origin = definitionOf(at, trail);
  if (origin.kind === 'module') return imported(origin.from, origin.module, trail);
  const filled = filledFrom(origin);
  if (filled === null) return null;
  const { location, declaredIn, embedded } = filled;
  return embedded
    ? read(joinPath(directoryOf(declaredIn), location.path), true, trail)
    : located(location, declaredIn, trail);
}

function ofCall(at: Place, call: Extract<Expression, { kind: 'call' }>, trail: Trail): FileRead | null {
  const { callee, args } = call;
  const written = at.unit.text.slice(callee.start, Math.min(callee.end, callee.start + 80));
  const [first] = args;
  const inBuild = builtIn(at, call, trail);
  if (inBuild !== null) return inBuild;
  const embedded = embedders.test(written);
  if (first !== undefined && (embedded || readers.test(written))) {
    const location = locationAt({ ...at, node: first.value }, trail);
    if (location === null) return null;
    const beside = joinPath(directoryOf(at.unit.path), location.path);
    return embedded && !location.anchored
      ? read(beside, true, trail)
      : located(location, at.unit.path, trail);
  }
  const inPackage = packagedAt(at, call, trail) ?? resourceAt(at, trail);
  if (inPackage !== null) return located(inPackage, at.unit.path, trail);
  const method = expressionAt(unwrap({ ...at, node: callee }));
  if (method.kind === 'member' && conversions.test(method.name))
    return fileReadAt({ ...at, node: method.object }, trail);
  if (method.kind !== 'member' || !ownReaders.test(method.name))
    return loadedAt(at, call, trail, (place) => fileReadAt(place, trail));
  const location = opened(unwrap({ ...at, node: method.object }), method.name, trail);
  return location === null ? null : located(location, at.unit.path, trail);
}

/** `files.ReadFile("x")` and `fs.ReadFile(files, "x")` on a file system that Go's compiler fills. */
function builtIn(
  at: Place,
  { callee, args }: Extract<Expression, { kind: 'call' }>,
  trail: Trail,
): FileRead | null {
  const method = at.unit.language.id === 'go' ? expressionAt(unwrap({ ...at, node: callee })) : null;
  if (method?.kind !== 'member' || method.name !== 'ReadFile') return null;
  const [first, second] = args;
  const files = second === undefined ? method.object : first?.value;
  const name = second ?? first;
  if (files === undefined || name === undefined) return null;
  const folder = embeddedFolder(definitionOf({ ...at, node: files }, trail));
  const location = folder === null ? null : locationAt({ ...at, node: name.value }, trail);
  return folder === null || location === null ? null : read(joinPath(folder, location.path), true, trail);
}

/** `open("x")`, `Bun.file("x")`, or a path, by name or in place. */
function opened(at: Place, method: string, trail: Trail): Location | null {
  const origin = definitionOf(at, trail);
  const [only, another] = origin.kind === 'values' ? origin.values : [];
  if (only === undefined || another !== undefined) return null;
  const expression = expressionAt(only);
  if (expression.kind === 'call') {
    const written = only.unit.text.slice(expression.callee.start, expression.callee.end);
    const [first] = expression.args;
    const file = openers.exec(written)?.[1];
    if (file === 'file' || (file === 'open' && first !== undefined))
      return first === undefined ? null : locationAt({ ...only, node: first.value }, trail);
    // `path.open().read()`
    if (file === 'open' && expressionAt({ ...only, node: expression.callee }).kind === 'member')
      return locationAt(receiverOf(only, expression.callee), trail);
  }
  return method === 'read_text' || method === 'read' ? locationAt(only, trail) : null;
}

function receiverOf(place: Place, callee: Place['node']): Place {
  const member = expressionAt({ ...place, node: callee });
  return member.kind === 'member' ? { ...place, node: member.object } : place;
}

/** `import text from './x.md?raw'`: a module that is a text. */
function imported(from: Unit, module: string, trail: Trail): FileRead | null {
  const [path = '', query] = module.split('?');
  const raw = query === undefined ? textFiles.has(extensionOf(path)) : /^(?:raw|text)$/.test(query);
  return raw && path.startsWith('.') ? read(joinPath(directoryOf(from.path), path), true, trail) : null;
}

const textFiles = new Set([
  'md',
  'mdx',
  'txt',
  'text',
  'prompt',
  'j2',
  'jinja',
  'jinja2',
  'hbs',
  'mustache',
  'tmpl',
  'gotmpl',
  'tera',
]);

/** The one file that a path can mean: told from the folder of the source, or from one above, where programs are started. */
function located({ anchored, path }: Location, reader: string, trail: Trail): FileRead | null {
  if (anchored) return read(joinPath('', path), false, trail);
  // a place on somebody's disk
  if (path === '' || /^(?:\/|~|[a-z][a-z+]+:|[A-Za-z]:)/.test(path)) return null;
  const found: FileRead[] = [];
  let folder = directoryOf(reader);
  for (;;) {
    const file = read(joinPath(folder, path), false, trail);
    if (file !== null) found.push(file);
    if (folder === '') break;
    folder = directoryOf(folder);
  }
  const [only, another] = found;
  return another === undefined ? (only ?? null) : null;
}

function read(path: string | null, embedded: boolean, trail: Trail): FileRead | null {
  const reading = path === null ? null : trail.workspace.textRead(path);
  if (path === null || reading === null) return null;
  if (reading.kind === 'unreadable') return { path, text: null, why: reading.why, embedded };
  if (reading.text.length > mostCharacters)
    return { path, text: null, why: `longer than ${mostCharacters} characters`, embedded };
  const text = textSegment(verbatim(reading.text, 0, reading.text.length), path);
  return { path, text, why: null, embedded };
}

/** No prompt is longer; a model's context holds about as much. */
const mostCharacters = 1_000_000;
