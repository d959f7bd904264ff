import type { Expression } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place } from '../../source/workspace.ts';
import { namedArguments } from '../arguments.ts';
import type { CallMatch } from '../calls.ts';
import { returnsOf } from '../returned.ts';
import { plainName } from '../records.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import type { CallShape } from '../sdk.ts';
import type { Trail } from '../trail.ts';

type CallExpression = Extract<Expression, { kind: 'call' }>;

/** What a request brings along that its own arguments do not show. */
export interface Bound {
  /** Lists of tools, to be read as the argument of a request is. */
  readonly lists: readonly Place[];
  /** What says that there are tools, and does not say which: a server that is asked for them, a kernel's plugins. */
  readonly hidden: readonly Place[];
  /** The schema that answers are asked for by. */
  readonly format: Place | null;
}

const nothing: Bound = { lists: [], hidden: [], format: null };

/** Methods, named as `plainName` names them, after which a model takes along what they are given: `model.bind_tools(tools)`, `model.bind({ tools })`. */
const binds = /^(?:bindtools|bind|withconfig|withtools?)$/;
const structures = /^withstructuredoutput$/;
/** Ways of asking for a schema in which no tool is made of it. */
const asFormat = /^["'`]json_?(?:schema|mode)["'`]$/i;
/** Setters and arguments that give tools in a form which only their SDK reads. */
const gives =
  /^(?:(?:with|add|default|set|register)?(?:tools?|functions?|toolcallbacks?|toolnames|toolproviders?|toolspecifications)|toolkits?|toolsets?|builtintools|mcpservers?|handoffs|subagents)$/;

/**
 * What a request is sent with that no argument of its table shows.
 * @param matches what it goes to, the first made first, and at last the request.
 */
export function boundTo(matches: readonly CallMatch[], trail: Trail): Bound {
  const known = new Set(matches.flatMap(({ shape }) => namesOfTools(shape)));
  const hidden = matches.flatMap((match) => [
    ...hiddenIn(match.args, new Set(match.sdk.toolArguments?.map(plainName)), known, trail),
    ...decorated(match),
  ]);
  const receiver = matches.at(-1)?.receiver ?? null;
  const read: Read = { known, calls: new Set(matches.map(({ place }) => place.node)) };
  const before = receiver === null ? nothing : boundAt(receiver, read, trail);
  return together([before, { ...nothing, hidden }]);
}

/** What the table has read already: setters by name, and calls. */
interface Read {
  readonly known: ReadonlySet<string>;
  readonly calls: ReadonlySet<SyntaxNode>;
}

function hiddenIn(
  args: ReadonlyMap<string, Place>,
  more: ReadonlySet<string>,
  known: ReadonlySet<string>,
  trail: Trail,
): readonly Place[] {
  return [...args].flatMap(([name, place]) => {
    const may = !known.has(name) && (gives.test(name) || more.has(name));
    return may && !isNothing(place, trail) ? [place] : [];
  });
}

/** Functions that a decorator makes tools of the agent: `@agent.tool`. */
function decorated({ sdk, shape, place }: CallMatch): readonly Place[] {
  const { unit } = place;
  const names = (sdk.decorators ?? []).flatMap(({ name, docstring }) =>
    docstring === 'tool-description' ? name.map((pattern) => pattern.split('.').at(-1) ?? '') : [],
  );
  if (shape.incomplete !== true || names.length === 0) return [];
  return unit.outline.declarations.flatMap(({ kind, node }) => {
    const written = kind === 'function' ? unit.language.decorators(node, unit.text) : [];
    return written.some((name) => names.includes(name.split('.').at(-1) ?? '')) ? [{ unit, node }] : [];
  });
}

/** The arguments that a table reads tools from. */
function namesOfTools({ prompts }: CallShape): readonly string[] {
  return prompts.flatMap(({ as, path }) => (as === 'tools' ? [plainName(/^\w*/.exec(path)?.[0] ?? '')] : []));
}

/** What is bound to a model, as far back as it can be followed; `read` was read by the table. */
function boundAt(place: Place, read: Read, trail: Trail): Bound {
  const origin = definitionOf(place, trail);
  if (origin.kind !== 'values') return nothing;
  const [only, another] = origin.values;
  if (only !== undefined && another === undefined)
    return trail.within('bound', only.node, nothing, () => boundToValue(only, read, trail));
  return oneOf(origin.values, read, trail);
}

function boundToValue(at: Place, read: Read, trail: Trail): Bound {
  const expression = expressionAt(unwrap(at));
  if (expression.kind === 'choice')
    return oneOf(
      expression.arms.map((node) => ({ ...at, node })),
      read,
      trail,
    );
  if (expression.kind === 'pipe')
    return together(expression.operands.map((node) => boundAt({ ...at, node }, read, trail)));
  return expression.kind === 'call' ? boundByCall(unwrap(at), expression, read, trail) : nothing;
}

function boundByCall(at: Place, call: CallExpression, read: Read, trail: Trail): Bound {
  const callee = { ...at, node: call.callee };
  const returned = returnsOf(callee, trail);
  if (returned !== null) return oneOf(returned, read, trail);
  const method = expressionAt(unwrap(callee));
  const name = method.kind === 'member' ? plainName(method.name) : '';
  const own = givenBy(name, at, call, read, trail);
  if (method.kind !== 'member') return own;
  const stages = name === 'pipe' ? call.args : [];
  const piped = stages.map(({ value }) => boundAt({ ...at, node: value }, read, trail));
  const before = boundAt({ ...at, node: method.object }, read, trail);
  // tools that are bound later take the place of those bound before
  const kept = own.lists.length > 0 ? { ...before, lists: [], hidden: [] } : before;
  return together([kept, own, ...piped]);
}

/** What a call by itself adds to the requests on its result. */
function givenBy(method: string, at: Place, { args }: CallExpression, read: Read, trail: Trail): Bound {
  if (read.known.has(method)) return nothing;
  if (structures.test(method)) return structured(at, args, trail);
  if (binds.test(method)) return boundHere(at, args, /tools?$/.test(method), trail);
  const [first] = args;
  if (gives.test(method) && first !== undefined)
    return { ...nothing, hidden: [{ ...at, node: first.value }] };
  // the arguments of an agent or a model that no table reads the tools of
  const named = read.calls.has(at.node) ? [] : args.filter((arg) => arg.name !== null);
  return boundHere(at, named, false, trail);
}

function boundHere(at: Place, given: CallExpression['args'], first: boolean, trail: Trail): Bound {
  const { args, partial } = namedArguments(at, given, first ? ['tools'] : [], trail);
  const lists = [args.get('tools'), args.get('functions')].filter((place) => place !== undefined);
  return { ...nothing, lists, hidden: partial && lists.length === 0 ? [at] : [] };
}

/** Of a schema most providers' adapters make a tool that must be called, unless they are told not to. */
function structured(at: Place, given: CallExpression['args'], trail: Trail): Bound {
  const { args } = namedArguments(at, given, ['schema'], trail);
  const schema = args.get('schema') ?? at;
  const method = args.get('method');
  const plain =
    method !== undefined && asFormat.test(method.unit.text.slice(method.node.start, method.node.end));
  return { lists: [], hidden: plain ? [] : [schema], format: schema };
}

/** What only some of several models are given is not there for certain. */
function oneOf(places: readonly Place[], read: Read, trail: Trail): Bound {
  const [first, ...others] = places.map((place) => boundAt(place, read, trail));
  if (first === undefined || others.length === 0) return first ?? nothing;
  const { lists, hidden, format } = together([first, ...others]);
  return { lists: [], hidden: [...hidden, ...lists], format };
}

function together(all: readonly Bound[]): Bound {
  return {
    lists: all.flatMap(({ lists }) => lists),
    hidden: all.flatMap(({ hidden }) => hidden),
    format: all.findLast(({ format }) => format !== null)?.format ?? null,
  };
}

/** `tools: []`, `functions=None`: nothing that is given by name. */
function isNothing(place: Place, trail: Trail): boolean {
  const origin = definitionOf(place, trail);
  const [only, another] = origin.kind === 'values' ? origin.values : [];
  if (only === undefined || another !== undefined || (origin.kind === 'values' && origin.appended.length > 0))
    return false;
  const expression = expressionAt(only);
  if (expression.kind === 'list') return expression.items.length === 0;
  return /^(?:None|null|undefined|nil)$/.test(only.unit.text.slice(only.node.start, only.node.end));
}
