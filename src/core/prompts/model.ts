import type { Argument, Entry } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import { argumentsAt, namedArguments } from './arguments.ts';
import { addressOf, calleeParts, modulesBehind, type CallMatch } from './calls.ts';
import { returnsOf } from './evaluate.ts';
import { literalText } from './messages.ts';
import { modelOfConstant } from './modelConstants.ts';
import type { ModelUse } from './prompt.ts';
import { recordAt } from './records.ts';
import { definitionOf, expressionAt, unwrap } from './resolve.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';

/** The model of a call: its own argument, or that of the client it is called on. Null when it cannot be seen. */
export function modelOfCall({ sdk, shape, args, receiver }: CallMatch, trail: Trail): ModelUse | null {
  const addressed = shape.address?.exec(addressOf(args, trail))?.groups?.model ?? '';
  if (addressed !== '') return { id: addressed, via: 'call' };
  for (const path of sdk.modelArguments) {
    // of a list with several models nobody can say which one answers
    const [given, another] = argumentsAt(args, path, trail);
    if (given !== undefined) return another === undefined ? modelAt(given, trail) : null;
  }
  return receiver === null ? null : modelOfInstance(receiver, trail);
}

/** A model given as text, by a name, or by a provider's function around its id. */
export function modelAt(place: Place, trail: Trail): ModelUse | null {
  const at = unwrap(place);
  return trail.within('model', at.node, null, () => {
    const expression = expressionAt(at);
    if (expression.kind === 'string') return modelId(at, 'call');
    if (expression.kind === 'call')
      return modelOfProvider(at, trail) ?? modelOfInstance(at, trail) ?? modelReturned(at, trail);
    if (expression.kind !== 'name' && expression.kind !== 'member') return null;
    const origin = definitionOf(at, trail);
    if (origin.kind === 'module') return constantOf(origin.module, origin.name);
    const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
    if (only === undefined || only.node === at.node) return null;
    const model = modelAt(only, trail);
    return model === null
      ? null
      : { id: model.id, via: expressionAt(only).kind === 'string' ? 'constant' : model.via };
  });
}

/** `openai.GPT4oMini`: a constant of an SDK that stands for a model. */
function constantOf(module: string, name: string): ModelUse | null {
  if (!sdks.some(({ modelConstants, modules }) => modelConstants === true && modules.test(module)))
    return null;
  const id = modelOfConstant(name.slice(name.lastIndexOf('.') + 1));
  return id === null ? null : { id, via: 'constant' };
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

/** `ChatOpenAI(model="…")`, or a name that stands for one. */
export function modelOfInstance(place: Place, trail: Trail): ModelUse | null {
  const origin = definitionOf(place, trail);
  const instance = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  const expression = instance === undefined ? null : expressionAt(instance);
  if (instance === undefined || expression?.kind !== 'call') return null;
  const { parts, root } = calleeParts({ ...instance, node: expression.callee });
  const built = recordAt(instance);
  const name = built === null ? (parts.at(-1) ?? '') : (built.type ?? '').replace(/^[^]*\./, '');
  const given = built === null ? expression.args : built.entries.map(asArgument);
  const modules = modulesBehind(root, trail);
  for (const sdk of sdks) {
    const known = sdk.modelClasses?.find((cls) => cls.name.test(name));
    if (known === undefined || !modules.some((module) => sdk.modules.test(module))) continue;
    const { args } = namedArguments(instance, given, known.parameters ?? ['model'], trail);
    const paths = known.modelArguments ?? sdk.modelArguments;
    const [named] = paths.flatMap((path) => argumentsAt(args, path, trail));
    const model = named === undefined ? null : modelAt(named, trail);
    return model === null ? null : { id: model.id, via: 'constructor' };
  }
  const callee = expressionAt({ ...instance, node: expression.callee });
  if (callee.kind !== 'member' || !sdks.some(({ keepsModel }) => keepsModel?.test(callee.name))) return null;
  return trail.within('model', instance.node, null, () =>
    modelOfInstance({ ...instance, node: callee.object }, trail),
  );
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
