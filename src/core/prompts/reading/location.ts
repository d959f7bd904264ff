import type { Expression } from '../../source/language.ts';
import { directoryOf } from '../../source/paths.ts';
import type { Place } from '../../source/workspace.ts';
import { onlyValue } from '../literals.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import type { Trail } from '../trail.ts';
import { packageAt } from './package.ts';

/** Where a file is said to be. */
export interface Location {
  /** Told from the file that says it, so that `path` begins at the root of the workspace; else it begins where the program is started. */
  readonly anchored: boolean;
  readonly path: string;
}

/** Where Maven and Gradle keep what a program finds on its class path. */
export function onClassPath(path: string): Location {
  return { anchored: false, path: `src/main/resources/${path.replace(/^\//, '')}` };
}

/** Names and members that stand for the file they are written in, or for its folder. */
const files = /^(?:__file__|__filename|__FILE__|import\.meta\.(?:url|filename))$/;
const folders = /^(?:__dirname|__DIR__|__dir__|import\.meta\.dirname)$/;
/** What stands for the folder that the program is started in, or is installed to. */
const starts =
  /^(?:process\.cwd\(\)|os\.getcwd\(\)|Path\.cwd\(\)|pathlib\.Path\.cwd\(\)|Dir\.pwd|Rails\.root|Deno\.cwd\(\)|AppContext\.BaseDirectory|Directory\.GetCurrentDirectory\(\)|env!\("CARGO_MANIFEST_DIR"\)|base_path\(\))$/;

/** The path that an expression makes; null where a part of it is not known before the program runs. */
export function locationAt(place: Place, trail: Trail): Location | null {
  const at = unwrap(place);
  return trail.within('path', at.node, null, () => locationOf(at, trail));
}

function locationOf(at: Place, trail: Trail): Location | null {
  const { unit, node } = at;
  const written = unit.text.slice(node.start, Math.min(node.end, node.start + 60));
  if (files.test(written)) return { anchored: true, path: unit.path };
  if (folders.test(written)) return { anchored: true, path: directoryOf(unit.path) };
  if (starts.test(written)) return { anchored: false, path: '' };
  const expression = expressionAt(at);
  switch (expression.kind) {
    case 'string':
      return chained(
        expression.parts.map((part) =>
          part.kind === 'text' ? literal(part.text.text) : locationAt({ unit, node: part.node }, trail),
        ),
      );
    case 'concat':
      return chained(expression.operands.map((operand) => locationAt({ unit, node: operand }, trail)));
    case 'path':
      return joined(expression.operands.map((operand) => locationAt({ unit, node: operand }, trail)));
    case 'member':
      if (expression.name === 'parent') return above(locationAt({ unit, node: expression.object }, trail));
      return named(at, trail);
    case 'call':
      return packageAt(at, expression, trail) ?? ofCall(at, expression, trail);
    default:
      return named(at, trail);
  }
}

function literal(text: string): Location {
  return { anchored: false, path: text };
}

function named(at: Place, trail: Trail): Location | null {
  const origin = definitionOf(at, trail);
  const given = origin.kind === 'parameter' ? trail.argumentFor(origin.declared) : null;
  const only = given ?? onlyValue(at, trail);
  return only === null || only.node === at.node ? null : locationAt(only, trail);
}

/** Functions that join paths, that pass one on, and that go to the folder of one. */
const joins = /^(?:join|Join|resolve|joinpath|joinPath|Combine)$/;
/** `Path.of(…)`, `Paths.get(…)`: names that are too common to mean anything on another object. */
const javaJoins = /^(?:of|get)$/;
const passes =
  /^(?:Path|PurePath|fileURLToPath|abspath|realpath|absolute|expanduser|str|String|normalize|to_s|as_posix|expand_path|open)$/;
const folderOf = /^(?:dirname|Dir|GetDirectoryName)$/;

function ofCall(
  at: Place,
  { callee, args, constructs }: Extract<Expression, { kind: 'call' }>,
  trail: Trail,
): Location | null {
  const called = expressionAt(unwrap({ ...at, node: callee }));
  const name = called.kind === 'name' || called.kind === 'member' ? called.name : '';
  const given = args.map(({ value }) => locationAt({ ...at, node: value }, trail));
  const object = called.kind === 'member' ? { ...at, node: called.object } : null;
  if (name === 'URL' && constructs) return joined([above(given[1] ?? null), given[0] ?? null]);
  // `folder.joinpath("x")` and `folder.resolve()` are about the folder, `path.join(…)` is not
  const receiver = object === null || isModule(object) ? null : locationAt(object, trail);
  const ofJava = javaJoins.test(name) && object !== null && isModule(object);
  if (joins.test(name) || ofJava) return joined(receiver === null ? given : [receiver, ...given]);
  if (folderOf.test(name)) return above(given[0] ?? receiver);
  if (!passes.test(name)) return null;
  // Ruby's `File.expand_path('x', __dir__)` begins with what comes last
  if (name === 'expand_path' && given.length > 1) return joined([given[1] ?? null, given[0] ?? null]);
  return given.length > 1 ? joined(given) : (given[0] ?? receiver);
}

/** `path`, `os.path`, `File`: what a function of a library is called on. */
function isModule({ unit, node }: Place): boolean {
  return /^(?:path|os\.path|posixpath|File|Path|Paths|filepath|vscode\.Uri|node:path|pathlib|url)$/.test(
    unit.text.slice(node.start, Math.min(node.end, node.start + 40)),
  );
}

function above(location: Location | null): Location | null {
  return location === null ? null : { ...location, path: directoryOf(location.path) };
}

/** One after the other with `/` between them; a part that is anchored begins anew. */
function joined(parts: readonly (Location | null)[]): Location | null {
  let whole: Location = { anchored: false, path: '' };
  for (const part of parts) {
    if (part === null) return null;
    if (part.anchored || (whole.path === '' && !whole.anchored)) whole = part;
    else whole = { ...whole, path: `${whole.path}/${part.path}` };
  }
  return whole;
}

/** One after the other as text. */
function chained(parts: readonly (Location | null)[]): Location | null {
  let whole: Location = { anchored: false, path: '' };
  for (const part of parts) {
    if (part === null) return null;
    whole = { anchored: whole.anchored || part.anchored, path: whole.path + part.path };
  }
  return whole;
}
