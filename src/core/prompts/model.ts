import type { Argument, Entry, Expression } from '../source/language.ts';
import type { Scope } from '../source/outline.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { argumentsAt, namedArguments } from './arguments.ts';
import { addressOf, calleeParts, modulesBehind, type CallMatch } from './calls.ts';
import { returnsOf } from './returned.ts';
import { literalText } from './literals.ts';
import { modelOfConstant } from './modelConstants.ts';
import type { Origin } from './origin.ts';
import type { ModelUse } from './prompt.ts';
import { recordAt } from './records.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { ModelClass, Sdk } from './sdk.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';
import { unlessSet } from './unlessSet.ts';

/** The model of a call: its own argument, or that of the client it is called on. Null when it cannot be seen. */
export function modelOfCall({ sdk, shape, args, receiver }: CallMatch, trail: Trail): ModelUse | null {
  const addressed = shape.address?.exec(addressOf(args, trail))?.groups?.model ?? '';
  if (addressed !== '') return { id: addressed, via: 'call' };
  const given = modelGiven(args, sdk.modelArguments, trail);
  if (given !== null) return given.model;
  return receiver === null ? null : modelOfInstance(receiver, trail);
}

/** The model that one of the arguments names; null where none is given. */
function modelGiven(
  args: ReadonlyMap<string, Place>,
  paths: readonly string[],
  trail: Trail,
): { model: ModelUse | null } | null {
  for (const path of paths) {
    // of a list with several models nobody can say which one answers
    const [given, another] = argumentsAt(args, path, trail);
    if (given !== undefined) return { model: another === undefined ? modelAt(given, trail) : null };
  }
  return null;
}

/** A model given as text, by a name, or by a provider's function around its id. */
export function modelAt(place: Place, trail: Trail): ModelUse | null {
  const at = unwrap(place);
  return trail.within('model', at.node, null, () => {
    const expression = expressionAt(at);
    if (expression.kind === 'string') return modelId(at, 'call');
    if (expression.kind === 'choice') return modelChosen(at, expression, trail);
    if (expression.kind === 'call')
      return (
        modelOfProvider(at, trail) ??
        modelOfInstance(at, trail) ??
        modelReturned(at, trail) ??
        constantAt(unlessSet(at, expression), trail)
      );
    if (!['name', 'member', 'entry'].includes(expression.kind)) return null;
    const origin = definitionOf(at, trail);
    if (origin.kind === 'module') return constantOf(origin.module, origin.name);
    if (origin.kind === 'unknown' && expression.kind === 'member')
      return constantOfOpen(at, expression.name, trail);
    const given = givenTo(origin);
    return given === null || given.node === at.node ? null : constantAt(given, trail);
  });
}

/** A model that is not named in its place. */
function constantAt(place: Place | null, trail: Trail): ModelUse | null {
  const model = place === null ? null : modelAt(place, trail);
  if (place === null || model === null) return null;
  const { kind } = expressionAt(unwrap(place));
  return { id: model.id, via: kind === 'string' || kind === 'choice' ? 'constant' : model.via };
}

/** The one value of a name, or what it is where nobody gives it another one. */
function givenTo(origin: Origin): Place | null {
  if (origin.kind === 'values') return origin.values.length === 1 ? (origin.values[0] ?? null) : null;
  return origin.kind === 'parameter' ? origin.fallback : null;
}

/** What is used unless something is set; of a conditional the model that all of its arms name. */
function modelChosen(
  at: Place,
  { arms, otherwise }: Extract<Expression, { kind: 'choice' }>,
  trail: Trail,
): ModelUse | null {
  const models = arms.map((node) => modelAt({ ...at, node }, trail));
  const [first] = models;
  if (otherwise === true) return models.find((model) => model !== null) ?? null;
  return first !== undefined && models.every((model) => model?.id === first?.id) ? first : null;
}

/** `openai.GPT4oMini`: a constant of an SDK that stands for a model. */
function constantOf(module: string, name: string): ModelUse | null {
  if (!sdks.some(({ modelConstants, modules }) => modelConstants === true && modules.test(module)))
    return null;
  const id = modelOfConstant(name.slice(name.lastIndexOf('.') + 1));
  return id === null ? null : { id, via: 'constant' };
}

/** `Models.Gpt_4o`: a constant of a module all of whose names are imported. */
function constantOfOpen(at: Place, name: string, trail: Trail): ModelUse | null {
  if (modelOfConstant(name) === null) return null;
  const modules = modulesBehind(calleeParts(at).root, trail);
  return modules.map((module) => constantOf(module, name)).find((model) => model !== null) ?? null;
}

function modelId(place: Place, via: ModelUse['via']): ModelUse | null {
  const id = literalText(place);
  return id === null || !/^[\w./:@+-]{2,200}$/.test(id) ? null : { id, via };
}

/** `openai('gpt-4o')`, `googleAI.model('gemini-…')`: the provider functions of the Vercel AI SDK and of Genkit. */
function modelOfProvider(place: Place, trail: Trail): ModelUse | null {
  const expression = expressionAt(place);
  const first = expression.kind === 'call' ? expression.args[0] : undefined;
  if (expression.kind !== 'call' || first === undefined || first.name !== null) return null;
  const { root } = calleeParts({ ...place, node: expression.callee });
  const modules = modulesBehind(root, trail);
  if (!sdks.some(({ modelProviders }) => modules.some((module) => modelProviders?.test(module)))) return null;
  return modelAt({ ...place, node: first.value }, trail);
}

/** The model of `ChatOpenAI(model="…")`, or of a name that stands for one. */
export function modelOfInstance(place: Place, trail: Trail): ModelUse | null {
  return instanceOfModel(place, trail)?.model ?? null;
}

/** What is known to be a model, an agent or a client with a model of its own; the model is null where it cannot be seen. */
export function instanceOfModel(place: Place, trail: Trail): { model: ModelUse | null } | null {
  const origin = definitionOf(place, trail);
  if (origin.kind === 'parameter' || origin.kind === 'typed')
    return origin.type !== null && classAt(origin.type, trail) !== null ? { model: null } : null;
  const instance = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  if (instance === undefined) return null;
  return trail.within('instance', instance.node, null, () => modelOfValue(instance, trail));
}

function modelOfValue(instance: Place, trail: Trail): { model: ModelUse | null } | null {
  const expression = expressionAt(instance);
  if (expression.kind === 'choice')
    return expression.arms.some((node) => instanceOfModel({ ...instance, node }, trail) !== null)
      ? { model: null }
      : null;
  if (expression.kind !== 'call') return null;
  const callee = { ...instance, node: expression.callee };
  const built = recordAt(instance);
  const cls = classAt(callee, trail, built?.type ?? null);
  if (cls !== null) {
    const given = built === null ? expression.args : built.entries.map(asArgument);
    const { args } = namedArguments(instance, given, cls.known.parameters ?? ['model'], trail);
    const paths = cls.known.modelArguments ?? cls.sdk.modelArguments;
    const model = modelGiven(args, paths, trail)?.model ?? null;
    return { model: model === null ? null : { id: model.id, via: 'constructor' } };
  }
  const method = expressionAt(callee);
  if (method.kind === 'member' && sdks.some(({ keepsModel }) => keepsModel?.test(method.name)))
    return instanceOfModel({ ...instance, node: method.object }, trail);
  const own = modelOfOwnClass(callee, trail);
  if (own !== null) return { model: own };
  const [only, another] = returnsOf(callee, trail) ?? [];
  return only === undefined || another !== undefined ? null : instanceOfModel(only, trail);
}

/** The model that a class says is its own: `model "gpt-4o"`, `protected $model = 'gpt-4o'`, `static MODEL = …`. */
export function modelOfClass(unit: Unit, { names }: Scope, trail: Trail): ModelUse | null {
  const named = [...names].flatMap(([name, declared]) => (isModel.test(name) ? declared : []));
  const [only, another] = named;
  if (only?.kind !== 'member' || only.value === null || another !== undefined) return null;
  const model = modelAt({ unit, node: only.value }, trail);
  return model === null ? null : { id: model.id, via: 'constant' };
}

const isModel = /^[$@]*(?:default_?)?(?:llm_?|chat_?|ai_?)?model(?:_?(?:name|id))?$/i;

/** The model of `Baker.new`, where the class of the workspace says it. */
function modelOfOwnClass(callee: Place, trail: Trail): ModelUse | null {
  const maker = expressionAt(callee);
  const named = maker.kind === 'member' && maker.name === 'new' ? { ...callee, node: maker.object } : callee;
  const origin = definitionOf(named, trail);
  const [cls] = origin.kind === 'values' ? origin.values : [];
  const scope = cls?.unit.outline.scopeAt(cls.node);
  return cls === undefined || scope?.kind !== 'class' ? null : modelOfClass(cls.unit, scope, trail);
}

/** The class of models that a callee or a type names, by its import. */
function classAt(
  place: Place,
  trail: Trail,
  type: string | null = null,
): { sdk: Sdk; known: ModelClass } | null {
  const { parts, root } = calleeParts(place);
  const name = type === null ? (parts.at(-1) ?? '') : type.replace(/^[^]*\./, '');
  let modules: readonly string[] | null = null;
  for (const sdk of sdks) {
    const known = sdk.modelClasses?.find((cls) => cls.name.test(name));
    if (known === undefined) continue;
    modules ??= modulesBehind(root, trail);
    if (modules.some((module) => sdk.modules.test(module))) return { sdk, known };
  }
  return null;
}

function asArgument({ key: name, value }: Entry): Argument {
  return { name, value, spread: name === null };
}

function modelReturned(place: Place, trail: Trail): ModelUse | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const returns = returnsOf({ ...place, node: expression.callee }, trail) ?? [];
  const [only] = returns;
  return returns.length === 1 && only !== undefined ? modelAt(only, trail) : null;
}
