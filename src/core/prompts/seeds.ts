import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { argumentsAt } from './arguments.ts';
import type { CallMatch } from './calls.ts';
import { servedBy } from './endpoints.ts';
import { expressionAt } from './expressions.ts';
import { literalText } from './literals.ts';
import { itself, type Memory } from './memory.ts';
import { messagesAt, type MessageSeen } from './messages.ts';
import { modelOfCall } from './model.ts';
import { isSetterOfInstruction } from './names.ts';
import { namesIn } from './parts.ts';
import type { Role } from './prompt.ts';
import { entryOf, recordAt } from './records.ts';
import { contentsAt } from './request/contents.ts';
import type { Requests } from './requests.ts';
import { roleNamed } from './roleNames.ts';
import type { PromptArgument } from './sdk.ts';
import type { Sink } from './sinks.ts';
import { sourceOf, type Source } from './sites.ts';
import type { Trail } from './trail.ts';

/** A function that puts a parameter into a request. */
export interface Seed {
  readonly fn: SyntaxNode;
  readonly sink: Sink;
}

/** The functions whose parameters the requests and messages of a file take. */
export function seedsOf(
  unit: Unit,
  { called, matches, messages, bodies }: Requests,
  memory: Memory,
  trail: () => Trail,
): Seed[] {
  return [
    ...matches.flatMap((match) => memory.about('sinks', match.place, () => ofCall(match, trail), null)),
    ...messages.flatMap(({ place, message }) =>
      memory.about('sinks of a message', place, () => ofMessage(message, trail), null),
    ),
    ...bodies.flatMap(({ contents }) =>
      contents.flatMap(({ place, role }) => seedsAt(place, byRole(role), trail())),
    ),
    ...memory.flatMap(
      'sinks of setters',
      unit.outline.calls.filter((node) => isSetterOfInstruction(called.get(node) ?? '')),
      itself,
      (node) => ofSetter({ unit, node }, trail),
    ),
    ...memory.flatMap('sinks of any role', unit.outline.records, itself, (node) =>
      ofAnyRole({ unit, node }, trail),
    ),
  ];
}

function ofCall(match: CallMatch, trail: () => Trail): Seed[] {
  return match.shape.prompts.flatMap((argument) => ofArgument(match, argument, trail));
}

function ofArgument(match: CallMatch, argument: PromptArgument, trail: () => Trail): Seed[] {
  if (argument.as === 'tools') return [];
  const places = argumentsAt(match.args, argument.path, trail());
  if (places.length === 0) return [];
  const { as } = argument;
  const about = {
    sdk: servedBy(match, trail()).id,
    model: modelOfCall(match, trail()),
    modelParameter: modelParameterOf(match, trail()),
  };
  return places.flatMap((place) => {
    const messages =
      as === 'messages'
        ? messagesAt(place, trail()).messages
        : [{ role: as, contents: contentsAt(place, trail()) }];
    const said = messages.flatMap(({ role, contents }) =>
      contents.map((content) => ({
        content,
        of: { ...about, as: role },
        source: sourceOf(content, trail()),
      })),
    );
    const inside = said
      .filter(({ content }) => content.node !== place.node)
      .flatMap(({ content, of, source }) => handedOn(content, source, of));
    const within = said.flatMap(({ content, of, source }) => partSeeds(content, source, of, trail));
    return [...seedsAt(place, { ...about, as }, trail()), ...inside, ...within];
  });
}

function ofMessage({ role, contents }: MessageSeen, trail: () => Trail): Seed[] {
  const about = byRole(role);
  return contents.flatMap((content) => {
    const source = sourceOf(content, trail());
    return [...handedOn(content, source, about), ...partSeeds(content, source, about, trail)];
  });
}

/** `{ role, content }`, where callers say whose the text is. */
function ofAnyRole(place: Place, trail: () => Trail): Seed[] {
  const record = recordAt(place);
  const role = record === null ? null : entryOf(record, 'role');
  const content = record === null ? null : entryOf(record, 'content');
  if (role === null || content === null) return [];
  const { parameters, sites } = sourceOf(role, trail());
  const [roleParameter] = parameters;
  if (roleParameter === undefined) return [];
  const [fallback] = sites;
  const unlessSaid = fallback === undefined ? null : roleNamed(literalText(fallback) ?? '');
  const about = {
    ...byRole('unknown'),
    roleParameter: roleParameter.name,
    ...(unlessSaid === null ? {} : { roleUnlessSaid: unlessSaid }),
  };
  return seedsAt(content, about, trail());
}

/** Whose text it is, and nothing of where it is sent. */
function byRole(as: Role): Omit<Sink, 'parameter'> {
  return { as, sdk: null, model: null, modelParameter: null };
}

/** `WithSystemPrompt(text)`: whoever sets the instruction of something sends it. */
function ofSetter(call: Place, trail: () => Trail): Seed[] {
  const expression = expressionAt(call);
  const [only, another] = expression.kind === 'call' ? expression.args : [];
  if (only === undefined || another !== undefined || only.name !== null || only.spread) return [];
  return seedsAt({ ...call, node: only.value }, byRole('system'), trail());
}

export function seedsAt(place: Place, about: Omit<Sink, 'parameter'>, trail: Trail): Seed[] {
  return handedOn(place, sourceOf(place, trail), about);
}

/** The parameters that a text itself is handed on from. */
function handedOn(place: Place, { parameters }: Source, about: Omit<Sink, 'parameter'>): Seed[] {
  return parameters.flatMap(({ name, declared }) => {
    const fn = functionAround(declared);
    return fn === null || declared.unit !== place.unit ? [] : [{ fn, sink: { ...about, parameter: name } }];
  });
}

/** The parameters that come into a text which is written around them. */
function partSeeds(
  content: Place,
  { sites }: Source,
  about: Omit<Sink, 'parameter'>,
  trail: () => Trail,
): Seed[] {
  return sites
    .filter(({ unit }) => unit === content.unit)
    .flatMap((site) => namesIn(site))
    .flatMap((name) => seedsAt(name, { ...about, part: true }, trail()));
}

/** The whole of a text says more than a part of one, and what goes to an SDK's call more than what goes elsewhere; else the first says all. */
export function addSeed(found: Map<SyntaxNode, Sink[]>, { fn, sink }: Seed): void {
  const sinks = found.get(fn) ?? [];
  const known = sinks.find(({ parameter }) => parameter === sink.parameter);
  if (known !== undefined && weight(known) >= weight(sink)) return;
  found.set(fn, [...sinks.filter(({ parameter }) => parameter !== sink.parameter), sink]);
}

function weight({ part, sdk }: Sink): number {
  return (part === true ? 0 : 2) + (sdk === null ? 0 : 1);
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
