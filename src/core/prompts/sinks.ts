import type { Range } from '../text.ts';
import type { Expression } from '../source/language.ts';
import { enclosing } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { namedArguments } from './arguments.ts';
import { constructors, functionBehind, parametersFor } from './called.ts';
import { extensionMessages, listenersIn, sendsMessage } from './extensionMessages.ts';
import { givenNames } from './givenNames.ts';
import { literalText } from './literals.ts';
import type { Memory } from './memory.ts';
import { declaredTypeOf, methodAt, overridden, type Method, type Overridden } from './overriding.ts';
import type { ModelUse, Role } from './prompt.ts';
import { expressionAt } from './expressions.ts';
import type { KnownSinks } from './knownSinks.ts';
import type { Requests } from './requests.ts';
import { roleNamed } from './roleNames.ts';
import { addSeed, seedsAt, seedsOf } from './seeds.ts';
import type { Trail } from './trail.ts';

/** A parameter of one of the workspace's own functions that ends up in a request: for its callers it is a prompt. */
export interface Sink {
  readonly parameter: string;
  readonly as: 'messages' | Role;
  readonly sdk: string | null;
  readonly model: ModelUse | null;
  /** The parameter that chooses the model, where one does. */
  readonly modelParameter: string | null;
  /** The parameter that says whose text it is, where one does. */
  readonly roleParameter?: string;
  /** It comes into a text that the function itself writes: a value there, unless it reads like text. */
  readonly part?: true;
  /** Whose it is where a call does not say: what that parameter falls back on. */
  readonly roleUnlessSaid?: Role;
}

/** A function with such parameters, as plain data: for the files that call it. */
export interface FunctionSinks {
  /** What it is called: its own name, or for a constructor that of its class. */
  readonly name: string;
  readonly range: Range;
  readonly sinks: readonly Sink[];
  /** Of a method that may stand for one that another type declares. */
  readonly method?: Method;
}

/** The sinks of one file's functions, as far as the sinks of other files' functions are known. */
export class Sinks {
  readonly #unit: Unit;
  readonly #known: KnownSinks;
  readonly #called: Requests['called'];
  readonly #trail: () => Trail;
  readonly #found = new Map<SyntaxNode, Sink[]>();
  readonly #names = new Set<string>();
  /** See `extensionMessages`. */
  readonly #listeners: ReadonlySet<SyntaxNode>;
  /** Whether a call of this file turned out to mean a function of another one that has sinks. */
  handed = false;

  constructor(unit: Unit, requests: Requests, known: KnownSinks, memory: Memory, trail: () => Trail) {
    this.#unit = unit;
    this.#known = known;
    this.#called = requests.called;
    this.#trail = trail;
    this.#listeners = listenersIn(unit, trail);
    for (const seed of seedsOf(unit, requests, memory, trail)) addSeed(this.#found, seed);
    for (let round = 0; round < wrappersInWrappers; round++) {
      this.#rememberNames();
      if (!this.#addCallers()) break;
    }
    this.#rememberNames();
  }

  /** What callers in other files have to know. */
  functions(): readonly FunctionSinks[] {
    const given = this.#found.size === 0 ? null : givenNames(this.#unit, this.#trail);
    return [...this.#found].flatMap(([fn, sinks]) => {
      const names = new Set([this.#nameOf(fn), ...(given?.get(fn) ?? [])]);
      if (this.#listeners.has(fn)) names.add(extensionMessages.name);
      return [...names].flatMap((name) => (name === null ? [] : [this.#about(fn, name, sinks)]));
    });
  }

  /** Whether a call can be of a function that has sinks: its name tells, before it is followed. */
  mayPass(call: SyntaxNode): boolean {
    const name = this.#called.get(call);
    return name !== undefined && (this.#names.has(name) || this.#known.hasBeside(this.#unit.path, name));
  }

  /** What a call of one of the workspace's own functions passes into requests. */
  passed(place: Place): readonly { sink: Sink; place: Place; model: Place | null }[] {
    const expression = expressionAt(place);
    const name = this.#called.get(place.node);
    if (expression.kind !== 'call' || name === undefined || !this.mayPass(place.node)) return [];
    const { sinks, parameters } = this.#sinksOf(place, expression, name);
    if (sinks.length === 0) return [];
    const { args } = namedArguments(place, expression.args, parameters, this.#trail());
    return sinks.flatMap((sink) => {
      const passed = args.get(sink.parameter);
      const model = sink.modelParameter === null ? null : (args.get(sink.modelParameter) ?? null);
      const as = passed === undefined ? null : roleFor(sink, args);
      return passed === undefined || as === null
        ? []
        : [
            {
              sink: { ...sink, as, roleParameter: undefined, roleUnlessSaid: undefined },
              place: passed,
              model,
            },
          ];
    });
  }

  /** What the function that a call means does with its parameters, or where that is only declared, those that it stands for. */
  #sinksOf(call: Place, { callee: node, args }: Called, name: string): Overridden {
    const callee = { ...call, node };
    const fn = functionBehind(callee, this.#trail());
    const sinks = fn === null ? [] : this.#ownSinksOf(fn, name);
    if (fn !== null && sinks.length > 0) return { sinks, parameters: parametersFor(call, fn) };
    const others = this.#known.methodsBeside(this.#unit.path, name);
    const own = [...this.#found].filter(([fn]) => this.#nameOf(fn) === name);
    if (others.length + own.length === 0) return noSinks;
    const type = sendsMessage(callee) ? extensionMessages.type : declaredTypeOf(callee, this.#trail());
    if (type === null) return noSinks;
    const here = own.map(([fn, sinks]) => this.#about(fn, name, sinks));
    const found = overridden([...here, ...others], type, args.length);
    this.handed ||= found !== null;
    return found ?? noSinks;
  }

  #ownSinksOf({ unit, node }: Place, name: string): readonly Sink[] {
    if (unit === this.#unit) return this.#found.get(node) ?? [];
    const sinks = this.#known.of(unit.path, node, name);
    this.handed ||= sinks.length > 0;
    return sinks;
  }

  #about(fn: SyntaxNode, name: string, sinks: readonly Sink[]): FunctionSinks {
    const about = { name, range: { start: fn.start, end: fn.end }, sinks };
    const listens = name === extensionMessages.name && this.#listeners.has(fn);
    const method = listens ? extensionMessages.method : methodAt(this.#unit, fn);
    return method === null ? about : { ...about, method };
  }

  #rememberNames(): void {
    for (const fn of this.#found.keys()) {
      const name = this.#nameOf(fn);
      if (name !== null) this.#names.add(name);
    }
  }

  #nameOf(fn: SyntaxNode): string | null {
    const { outline } = this.#unit;
    // where methods stand outside of their type, they are known by both
    const name = outline.scopeAt(fn)?.name?.replace(/^.*\./, '') ?? null;
    if (name === null || !constructors.includes(name)) return name;
    return enclosing(outline.scopeOf(fn), 'class')?.name ?? null;
  }

  /** Adds the functions that hand on what others send. @returns whether there are more of them now. */
  #addCallers(): boolean {
    const before = [...this.#found];
    for (const node of this.#unit.outline.calls)
      for (const { sink, place } of this.passed({ unit: this.#unit, node }))
        for (const seed of seedsAt(place, { ...sink, modelParameter: null }, this.#trail()))
          addSeed(this.#found, seed);
    return before.length < this.#found.size || before.some(([fn, sinks]) => this.#found.get(fn) !== sinks);
  }
}

type Called = Extract<Expression, { kind: 'call' }>;

const noSinks: Overridden = { sinks: [], parameters: [] };

/** How often a function may hand on what another one hands on. */
const wrappersInWrappers = 2;

/**
 * Whose text a call passes to a sink; null where it is nobody's that is sent. What an assistant is made to say by such
 * a call is mostly said to the person at the screen.
 */
function roleFor(
  { as, roleParameter, roleUnlessSaid }: Sink,
  args: ReadonlyMap<string, Place>,
): Sink['as'] | null {
  if (roleParameter === undefined) return as;
  const given = args.get(roleParameter);
  const role = given === undefined ? (roleUnlessSaid ?? null) : roleNamed(literalText(given) ?? '');
  return role === 'assistant' ? null : role;
}
