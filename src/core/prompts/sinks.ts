import { enclosing } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { argumentsAt, namedArguments } from './arguments.ts';
import { constructors, functionBehind, parametersFor } from './called.ts';
import { calleeParts, exportedParts, type CallMatch } from './calls.ts';
import { servedBy } from './endpoints.ts';
import { messagesAt, type MessageSeen } from './messages.ts';
import { modelOfCall } from './model.ts';
import type { ModelUse, Role } from './prompt.ts';
import { expressionAt } from './resolve.ts';
import { contentsAt } from './request/contents.ts';
import { requestsOf, type Requests } from './requests.ts';
import type { PromptArgument } from './sdk.ts';
import { sourceOf } from './sites.ts';
import type { Trail } from './trail.ts';

/** A parameter of one of the workspace's own functions that ends up in a request: for its callers it is a prompt. */
export interface Sink {
  readonly parameter: string;
  readonly as: 'messages' | Role;
  readonly sdk: string | null;
  readonly model: ModelUse | null;
  /** The parameter that chooses the model, where one does. */
  readonly modelParameter: string | null;
}

type SinkMap = ReadonlyMap<SyntaxNode, readonly Sink[]>;

/** The sinks of each file's functions, found once for each text of the file. */
export class Sinks {
  readonly #known = new WeakMap<Unit, SinkMap>();
  readonly #requests = new WeakMap<Unit, Requests>();
  /** What the functions and classes with sinks are called, in the order they were found. */
  readonly #names = new Set<string>();
  readonly #callers = new Map<string, { readonly calls: ReadonlySet<string>; readonly known: number }>();

  /** The requests of a file, found once for each text of the file. */
  requests(unit: Unit, trail: () => Trail): Requests {
    const known = this.#requests.get(unit) ?? requestsOf(unit, trail);
    this.#requests.set(unit, known);
    return known;
  }

  /** Sinks by function node. `again`: other functions are known to have some since they were last looked for. */
  of(unit: Unit, trail: () => Trail, again = false): SinkMap {
    const known = again ? undefined : this.#known.get(unit);
    if (known !== undefined) return known;
    const found = new Map<SyntaxNode, Sink[]>();
    // while they are looked for there are none: a file that calls itself ends here
    this.#known.set(unit, found);
    const { matches, messages } = this.requests(unit, trail);
    for (const match of matches)
      for (const argument of match.shape.prompts) addArgument(found, match, argument, trail);
    for (const { message } of messages) addMessage(found, message, trail);
    for (let round = 0; round < wrappersInWrappers; round++) {
      for (const fn of found.keys()) this.#remember(unit, fn);
      for (const node of unit.outline.calls) this.#addCaller(found, { unit, node }, trail);
    }
    for (const fn of found.keys()) this.#remember(unit, fn);
    return found;
  }

  /**
   * Remembers what a file calls, to find it again when one of these turns out to have sinks.
   * @param read whether it was read with the sinks that are known by now.
   */
  note(path: string, calls: ReadonlySet<string>, read = true): void {
    this.#callers.set(path, { calls, known: read ? this.#names.size : 0 });
  }

  /** The files that call a name of which it was not known yet, when they were read, that its function has sinks. */
  outdated(paths: Iterable<string>): string[] {
    const names = [...this.#names];
    return [...paths].filter((path) => {
      const caller = this.#callers.get(path);
      return caller !== undefined && names.slice(caller.known).some((name) => caller.calls.has(name));
    });
  }

  #remember(unit: Unit, fn: SyntaxNode): void {
    const name = unit.outline.scopeAt(fn)?.name ?? null;
    const cls = enclosing(unit.outline.scopeOf(fn), 'class')?.name ?? null;
    const called = name !== null && constructors.includes(name) ? cls : name;
    if (called !== null) this.#names.add(called);
  }

  /** What a call of one of the workspace's own functions passes into requests. */
  passed(place: Place, trail: () => Trail): readonly { sink: Sink; place: Place; model: Place | null }[] {
    const expression = expressionAt(place);
    if (expression.kind !== 'call' || !this.#names.has(calledName(place, expression.callee))) return [];
    const fn = functionBehind({ ...place, node: expression.callee }, trail());
    const sinks = fn === null ? [] : (this.of(fn.unit, trail).get(fn.node) ?? []);
    if (fn === null || sinks.length === 0) return [];
    const { args } = namedArguments(place, expression.args, parametersFor(place, fn), trail());
    return sinks.flatMap((sink) => {
      const passed = args.get(sink.parameter);
      const model = sink.modelParameter === null ? null : (args.get(sink.modelParameter) ?? null);
      return passed === undefined ? [] : [{ sink, place: passed, model }];
    });
  }

  #addCaller(found: Map<SyntaxNode, Sink[]>, place: Place, trail: () => Trail): void {
    for (const { sink, place: passed } of this.passed(place, trail))
      addSource(found, passed, { ...sink, modelParameter: null }, trail());
  }
}

/** How often a function may hand on what another one hands on. */
const wrappersInWrappers = 2;

function addArgument(
  found: Map<SyntaxNode, Sink[]>,
  match: CallMatch,
  argument: PromptArgument,
  trail: () => Trail,
): void {
  if (argument.as === 'tools') return;
  const about = {
    sdk: servedBy(match, trail()).id,
    model: modelOfCall(match, trail()),
    modelParameter: modelParameterOf(match, trail()),
  };
  for (const place of argumentsAt(match.args, argument.path, trail())) {
    addSource(found, place, { ...about, as: argument.as }, trail());
    const messages =
      argument.as === 'messages'
        ? messagesAt(place, trail()).messages
        : [{ role: argument.as, contents: contentsAt(place, trail()) }];
    for (const { role, contents } of messages)
      for (const content of contents)
        if (content.node !== place.node) addSource(found, content, { ...about, as: role }, trail());
  }
}

function addMessage(
  found: Map<SyntaxNode, Sink[]>,
  { role, contents }: MessageSeen,
  trail: () => Trail,
): void {
  for (const content of contents)
    addSource(found, content, { as: role, sdk: null, model: null, modelParameter: null }, trail());
}

function addSource(
  found: Map<SyntaxNode, Sink[]>,
  place: Place,
  about: Omit<Sink, 'parameter'>,
  trail: Trail,
): void {
  for (const { name, declared } of sourceOf(place, trail).parameters) {
    const fn = functionAround(declared);
    if (fn === null || declared.unit !== place.unit) continue;
    const sinks = found.get(fn) ?? [];
    if (sinks.some(({ parameter, sdk }) => parameter === name && (sdk !== null || about.sdk === null)))
      continue;
    found.set(fn, [...sinks.filter(({ parameter }) => parameter !== name), { parameter: name, ...about }]);
  }
}

function modelParameterOf({ sdk, args }: CallMatch, trail: Trail): string | null {
  const place = sdk.modelArguments.map((name) => args.get(name)).find((found) => found !== undefined);
  return place === undefined ? null : (sourceOf(place, trail).parameters[0]?.name ?? null);
}

function functionAround({ unit, node }: Place): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at !== null && unit.language.scopes[at.kind] !== 'function') at = at.parent;
  return at;
}

/** Names of what a text calls, told without parsing it. */
export function namesCalledIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*(?=\s*\()/gu)].map(([name]) => name));
}

/** Names of what a file calls, each as the module that declares it has it. */
export function namesCalled(unit: Unit): ReadonlySet<string> {
  const names = unit.outline.calls.map((node) => {
    const expression = expressionAt({ unit, node });
    return expression.kind === 'call' ? calledName({ unit, node }, expression.callee) : '';
  });
  return new Set(names);
}

function calledName(place: Place, callee: SyntaxNode): string {
  return exportedParts(calleeParts({ ...place, node: callee })).at(-1) ?? '';
}
