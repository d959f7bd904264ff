import type { Argument, Expression } from '../source/language.ts';
import { lookUp } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { addressAt } from './address.ts';
import { argumentsAt, namedArguments, type Arguments } from './arguments.ts';
import { addressOfHandle } from './curl.ts';
import { classMade } from './made.ts';
import { settersIn, type NamedPlaces } from './records.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf, originOfName } from './resolve.ts';
import { returnsOf } from './returned.ts';
import type { CallShape, Sdk } from './sdk.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';

/** A call that an SDK's table knows. */
export interface CallMatch {
  readonly place: Place;
  readonly sdk: Sdk;
  readonly shape: CallShape;
  readonly args: ReadonlyMap<string, Place>;
  /** What the method is called on; null for a plain function. */
  readonly receiver: Place | null;
  /** Some arguments come in a way that cannot be followed. */
  readonly partial: boolean;
}

/**
 * Recognises a call by its callee's last parts, and by either the module the callee comes from or the arguments it
 * takes: a name alone is no evidence.
 */
export function matchCall(place: Place, trail: Trail): CallMatch | null {
  const expression = expressionAt(place);
  if (expression.kind === 'record') return matchRecord(place, expression, trail);
  if (expression.kind !== 'call' || !byLastPart.has(calledName(place.unit, expression.callee))) return null;
  const written = calleeParts({ ...place, node: expression.callee });
  const parts = exportedParts(written);
  // the longer name says more: `chat.completions.create` before `completions.create`
  const candidates = shapesOf(parts)
    .filter(({ pattern }) => endsWith(parts, pattern))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  if (candidates.length === 0) return null;
  const origin = modulesBehind(written.root, trail);
  const tied = candidates.filter(({ sdk }) => origin.some((module) => sdk.modules.test(module)));
  for (const candidate of [...tied, ...candidates.filter((other) => !tied.includes(other))]) {
    const { sdk, shape } = candidate;
    const { args, partial } = argumentsOf(place, expression, shape, trail);
    if (shape.resource !== undefined && args.has(shape.resource)) args.set('value', place);
    if (shape.fluent === true && !saysSomething(shape, args)) continue;
    if (shape.address !== undefined && !shape.address.test(addressOf(args, trail))) continue;
    if (shape.holds?.some((paths) => holdsAll(args, paths, trail)) === false) continue;
    const shaped =
      shape.shape.some((names) => names.every((name) => args.has(name))) ||
      follows(place, expression.callee, shape);
    const given = !(shape.sends || shape.template === true) || args.size > 0 || partial;
    if (tied.includes(candidate) ? given : shaped)
      return { place, sdk, shape, args, partial, receiver: receiverOf(place, expression.callee) };
  }
  return null;
}

/** `@chat.with_instructions("…").ask("…")`: whether the chain before a call tells what it is called on. */
function follows(place: Place, callee: SyntaxNode, { after }: CallShape): boolean {
  const receiver = after === undefined ? null : receiverOf(place, callee);
  if (after === undefined || receiver === null) return false;
  return settersIn(receiver).entries.some(({ key }) => key !== null && after.test(key));
}

/** Whether any of what it would send was set: not every `stream()` is a request. */
function saysSomething({ prompts }: CallShape, args: NamedPlaces): boolean {
  return prompts.some(({ path }) => args.has(/^\w*/.exec(path)?.[0] ?? ''));
}

function holdsAll(args: NamedPlaces, paths: readonly string[], trail: Trail): boolean {
  return paths.every((path) => argumentsAt(args, path, trail).length > 0);
}

/** Where a request is sent, as far as its argument `url` tells, or the handle it is made with. */
export function addressOf(args: ReadonlyMap<string, Place>, trail: Trail): string {
  const url = args.get('url') ?? args.get('CURLOPT_URL') ?? args.get('post');
  if (url !== undefined) return addressAt(url, trail);
  const handle = args.get('handle');
  return handle === undefined ? '' : addressOfHandle(handle, trail);
}

/** `new ChatOptions { Instructions = "…" }`: an object of a class is made as by a call with arguments by name. */
function matchRecord(
  place: Place,
  { type, entries }: Extract<Expression, { kind: 'record' }>,
  trail: Trail,
): CallMatch | null {
  const parts = type?.split('.') ?? [];
  const candidates = shapesOf(parts).filter(({ pattern }) => endsWith(parts, pattern));
  if (candidates.length === 0 || parts[0] === undefined) return null;
  const origin = modulesOfName(place, parts[0], trail);
  const known = candidates.find(({ sdk }) => origin.some((module) => sdk.modules.test(module)));
  if (known === undefined) return null;
  const given = entries.map(({ key, value }): Argument => ({ name: key, value, spread: key === null }));
  const { args, partial } = namedArguments(place, given, [], trail);
  return { place, sdk: known.sdk, shape: known.shape, args, partial, receiver: null };
}

/** The arguments of a call, and where the table says so what the setters before it have set. */
function argumentsOf(
  place: Place,
  { args: given, callee }: Extract<Expression, { kind: 'call' }>,
  shape: CallShape,
  trail: Trail,
): Arguments {
  const { args, partial } = namedArguments(place, given, shape.parameters ?? [], trail);
  const receiver = shape.fluent === true ? receiverOf(place, callee) : null;
  if (receiver === null) return { args, partial };
  const setters = settersIn(receiver).entries.map(({ key: name, value }): Argument => ({
    name,
    value,
    spread: false,
  }));
  const before = namedArguments(place, setters, [], trail);
  for (const [name, value] of args) before.args.set(name, value);
  return { args: before.args, partial: partial || before.partial };
}

/** A call's shape under one of the names it is known by. */
interface KnownCall {
  readonly sdk: Sdk;
  readonly shape: CallShape;
  readonly pattern: readonly string[];
}

const byLastPart = callsByLastPart(sdks);

/** The calls of every table by the last part of their names. */
function callsByLastPart(tables: readonly Sdk[]): ReadonlyMap<string, readonly KnownCall[]> {
  const found = new Map<string, KnownCall[]>();
  for (const sdk of tables)
    for (const shape of sdk.calls)
      for (const pattern of shape.callee.map((name) => name.split('.'))) {
        const last = pattern.at(-1) ?? '';
        found.set(last, [...(found.get(last) ?? []), { sdk, shape, pattern }]);
      }
  return found;
}

function shapesOf(parts: readonly string[]): readonly KnownCall[] {
  return byLastPart.get(parts.at(-1) ?? '') ?? [];
}

/** The last part of a callee's name, as the module that declares it has it; `*` where it has none. */
export function calledName(unit: Unit, callee: SyntaxNode): string {
  const at = unwrap({ unit, node: callee });
  const expression = expressionAt(at);
  if (expression.kind === 'member') return expression.name;
  if (expression.kind === 'name') return exportedParts({ parts: [expression.name], root: at })[0] ?? '*';
  return expression.kind === 'call' ? (calleeParts(at).parts.at(-1) ?? '*') : '*';
}

/** A function that was imported under another name is known by the one its module gives it. */
export function exportedParts({ parts, root }: { parts: readonly string[]; root: Place }): readonly string[] {
  const [only, ...rest] = parts;
  if (only === undefined || rest.length > 0) return parts;
  const declared = lookUp(root.unit.outline, root.node, only)?.declarations.find(
    ({ from }) => from !== undefined,
  )?.from;
  if (declared === undefined || declared.name === '*' || declared.name === 'default') return parts;
  return [declared.name];
}

function receiverOf(place: Place, callee: SyntaxNode): Place | null {
  const expression = expressionAt({ ...place, node: callee });
  return expression.kind === 'member' ? { ...place, node: expression.object } : null;
}

/** `a.b.c` or `a.b().c` as its parts, and what stands at its root. A root that is no name counts as one part, `*`. */
export function calleeParts(place: Place): { parts: readonly string[]; root: Place } {
  const parts: string[] = [];
  let at = unwrap(place);
  for (;;) {
    const expression = expressionAt(at);
    if (expression.kind === 'member') {
      parts.unshift(expression.name);
      at = unwrap({ ...at, node: expression.object });
      continue;
    }
    const getter = expression.kind === 'call' && expression.args.length === 0 && !expression.constructs;
    if (getter && expressionAt({ ...at, node: expression.callee }).kind === 'member') {
      at = { ...at, node: expression.callee };
      continue;
    }
    parts.unshift(expression.kind === 'name' ? expression.name : '*');
    return { parts, root: at };
  }
}

/** A pattern of one part is a function's name and may stand behind its module's; a longer one ends the callee. */
function endsWith(parts: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length > parts.length || (wanted.length === 1 && parts.length > 2)) return false;
  return wanted.every((part, i) => part === '*' || part === parts[parts.length - wanted.length + i]);
}

/** The modules that a name's value comes from: the import, or the class whose instance it is. */
export function modulesBehind(root: Place, trail: Trail): readonly string[] {
  return trail.within('module', root.node, [], () => {
    const expression = expressionAt(unwrap(root));
    if (expression.kind === 'choice')
      return expression.arms.flatMap((node) => modulesBehind({ ...root, node }, trail));
    if (expression.kind === 'call') return modulesOfCall({ ...root, node: expression.callee }, trail);
    const isSelf = expression.kind === 'name' && root.unit.language.self.has(expression.name);
    const own = isSelf ? [] : modulesOfOrigin(root, trail);
    return own.length > 0 ? own : modulesOfMember(root, trail);
  });
}

/** The modules of what a call returns: those of its callee, or of what a function of the workspace returns. */
function modulesOfCall(callee: Place, trail: Trail): readonly string[] {
  const own = modulesBehind(calleeParts(callee).root, trail);
  if (own.length > 0) return own;
  const returned = (returnsOf(callee, trail) ?? []).flatMap((place) => modulesBehind(place, trail));
  return returned.length > 0 ? returned : modulesSaid(callee, trail);
}

/** The modules of the type that a function of the workspace says it returns. */
function modulesSaid(callee: Place, trail: Trail): readonly string[] {
  const origin = definitionOf(callee, trail);
  const [fn, another] = origin.kind === 'values' ? origin.values : [];
  const isFunction = fn !== undefined && fn.unit.language.scopes[fn.node.kind] === 'function';
  const type = isFunction && another === undefined ? classMade(fn) : null;
  return type === null ? [] : modulesBehind(calleeParts(type).root, trail);
}

function modulesOfOrigin(place: Place, trail: Trail): readonly string[] {
  const origin = definitionOf(place, trail);
  if (origin.kind === 'module') return [origin.module];
  if (origin.kind === 'parameter' || origin.kind === 'typed')
    return origin.type === null ? [] : modulesBehind(calleeParts(origin.type).root, trail);
  if (origin.kind === 'unknown') {
    const expression = expressionAt(unwrap(place));
    return expression.kind === 'name' ? modulesOpen(place, expression.name) : [];
  }
  return origin.values.flatMap((value) => [
    ...(value.node === place.node ? [] : modulesBehind(value, trail)),
    ...modulesOfDeclared(value, trail),
    ...modulesOfBases(value, trail),
  ]);
}

/** A class of the workspace has what it is derived from: `class Baker < RubyLLM::Agent`. */
function modulesOfBases({ unit, node }: Place, trail: Trail): readonly string[] {
  if (unit.outline.scopeAt(node)?.kind !== 'class') return [];
  return unit.language.bases(node, unit.text).flatMap((written) => {
    const [first = ''] = written.split(/[.:\\<[(]/);
    return modulesOfName({ unit, node }, first, trail);
  });
}

/** `ChatAgent agent = factory.Create()`: the type that a variable is declared with tells as much as its value. */
function modulesOfDeclared({ unit, node }: Place, trail: Trail): readonly string[] {
  const type = node.parent === null ? null : unit.language.typeOf(node.parent);
  return type === null ? [] : modulesBehind(calleeParts({ unit, node: type }).root, trail);
}

/** The modules all of whose names are imported: a name that nobody here declares is from one of them. */
function modulesOpen({ unit, node }: Place, name: string): readonly string[] {
  if (lookUp(unit.outline, node, name) !== null) return [];
  const open = (unit.outline.module.names.get('*') ?? []).flatMap(({ from }) => from?.module ?? []);
  const own = unit.language.moduleNamed?.(name) ?? null;
  return own === null ? open : [...open, own];
}

function modulesOfName(place: Place, name: string, trail: Trail): readonly string[] {
  const origin = originOfName(place, name, trail);
  if (origin.kind === 'module') return [origin.module];
  return origin.kind === 'unknown' ? modulesOpen(place, name) : [];
}

/** `self.client.…`, `desk.client.…`: the modules of the nearest member that has any. */
function modulesOfMember(root: Place, trail: Trail): readonly string[] {
  let object = root.node;
  for (let depth = 0; depth < deepestMember; depth++) {
    const parent = object.parent;
    const member = parent === null ? null : expressionAt({ ...root, node: parent });
    if (parent === null || member?.kind !== 'member' || member.object !== object) return [];
    const found = modulesOfOrigin({ ...root, node: parent }, trail);
    if (found.length > 0) return found;
    object = parent;
  }
  return [];
}

const deepestMember = 5;
