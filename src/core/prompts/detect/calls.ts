import type { Place, Unit } from '../../source/workspace.ts';
import { argumentsAt } from '../arguments.ts';
import { matchCall, type CallMatch } from '../calls.ts';
import { holeOf } from '../evaluate.ts';
import { messageOf, messagesAt, type MessagesSeen } from '../messages.ts';
import { servedBy } from '../endpoints.ts';
import { instanceOfModel, modelOfCall } from '../model.ts';
import { pipedModels } from '../pipes.ts';
import type { ModelUse } from '../prompt.ts';
import { definitionOf, expressionAt } from '../resolve.ts';
import { boundTo } from '../request/bound.ts';
import { loopAround } from '../request/loop.ts';
import { requestMark } from '../request/marks.ts';
import { settingsOf } from '../request/settings.ts';
import { toolsAt } from '../request/tools.ts';
import { offered, sent } from '../request/sent.ts';
import type { Requests } from '../requests.ts';
import type { CallShape, PromptArgument } from '../sdk.ts';
import type { SeenCall, Sighting } from '../sighting.ts';
import type { Trail } from '../trail.ts';

/** Evidence by calls of the SDKs in the table. */
export function detectCalls(
  unit: Unit,
  { matches }: Requests,
  trail: () => Trail,
): { sightings: Sighting[]; calls: SeenCall[] } {
  const sightings: Sighting[] = [];
  const calls: SeenCall[] = [];
  const piped = matches.length === 0 ? null : pipedModels(unit, trail);
  for (const match of matches) {
    if (match.shape.needsModel === true && !onModel(match, trail())) continue;
    const read = readCall(match, trail);
    const call = { ...read, model: read.model ?? piped?.get(match.place.node) ?? null };
    const { onlyModels } = match.shape;
    if (onlyModels !== undefined && !onlyModels.test(call.model?.id ?? '')) continue;
    for (const sighting of sightingsOf(call, match)) sightings.push(sighting);
    if (match.shape.sends) calls.push(call);
  }
  return { sightings, calls };
}

/** Whether a call is that of a model, or says which model it goes to. */
function onModel(match: CallMatch, trail: Trail): boolean {
  const { receiver } = match;
  return (
    (receiver !== null && instanceOfModel(receiver, trail) !== null) || modelOfCall(match, trail) !== null
  );
}

function readCall(match: CallMatch, trail: () => Trail): SeenCall {
  const { sdk, args, shape } = match;
  const prepared = preparationsOf(match, trail);
  const settled = ![match, ...prepared].some(({ partial }) => partial);
  const parts = [
    ...prepared.flatMap((before) =>
      before.shape.prompts.flatMap((argument) => said(before, argument, trail)),
    ),
    ...shape.prompts.flatMap((argument) => readArgument(match, argument, trail())),
  ];
  const incomplete = prepared.some((before) => before.shape.incomplete === true);
  const model = modelOfCall(match, trail());
  const [chosen] =
    model === null ? sdk.modelArguments.flatMap((path) => argumentsAt(args, path, trail())) : [];
  const bound = boundTo([...prepared, match], trail());
  return {
    ...offered([...prepared, match], bound, trail),
    place: match.place,
    sdk: servedBy(match, trail()).id,
    model,
    messages: parts.flatMap(({ messages }) => messages.map((message) => sent(message, trail))),
    mark: requestMark(match, trail()),
    maxOutputTokens: capOf(match, trail()),
    complete: settled && !incomplete && parts.every(({ complete }) => complete),
    settings: settingsOf(match, bound.format, trail()),
    settled,
    batch: shape.batch === true,
    loop: loopAround(match.place),
    modelVaries: chosen === undefined ? null : holeOf(chosen, chosen.node, trail()),
  };
}

/** What the model, chat or agent that a request goes to was made with, the first made first: it is sent with every one. */
function preparationsOf(match: CallMatch, trail: () => Trail): CallMatch[] {
  const before: CallMatch[] = [];
  // what setters before it said is among the arguments of a fluent request already
  const alone = match.shape.sends && match.shape.fluent !== true;
  let at: CallMatch | null = alone ? match : null;
  for (let steps = 0; at !== null && steps < longestPreparation; steps++) {
    at = preparationOf(at, trail());
    if (at !== null) before.unshift(at);
  }
  return before;
}

function said(match: CallMatch, argument: PromptArgument, trail: () => Trail): MessagesSeen[] {
  return argument.as === 'tool-description' ? [] : readArgument(match, argument, trail());
}

/** A chat is made on a model, a model on a client; nobody makes more of it. */
const longestPreparation = 4;

function preparationOf({ sdk, shape, args, receiver }: CallMatch, trail: Trail): CallMatch | null {
  const given = (shape.goesTo ?? []).flatMap((path) => argumentsAt(args, path, trail));
  for (const place of [...given, ...(receiver === null ? [] : [receiver])]) {
    const origin = definitionOf(place, trail);
    const [made, another] = origin.kind === 'values' ? origin.values : [];
    const match = made === undefined || another !== undefined ? null : matchCall(made, trail);
    if (match !== null && match.sdk === sdk && !match.shape.sends) return match;
  }
  return null;
}

function readArgument(match: CallMatch, argument: PromptArgument, trail: Trail): MessagesSeen[] {
  return argumentsAt(match.args, argument.path, trail).map((place): MessagesSeen => {
    if (argument.as === 'messages') return messagesAt(place, trail);
    if (argument.as === 'tools') return descriptionsAt(place, trail);
    return { messages: [messageOf(argument.as, place, place, trail)], complete: true };
  });
}

/** The descriptions of tools, each as a message. */
function descriptionsAt(place: Place, trail: Trail): MessagesSeen {
  const tools = toolsAt(place, trail) ?? [];
  return {
    messages: tools.flatMap(({ description }) =>
      description === null ? [] : [messageOf('tool-description', description, description, trail)],
    ),
    complete: tools.length > 0 && tools.every(({ description }) => description !== null),
  };
}

function capOf({ sdk, args }: CallMatch, trail: Trail): number | null {
  for (const place of sdk.capArguments.flatMap((path) => argumentsAt(args, path, trail))) {
    const origin = definitionOf(place, trail);
    const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
    const expression = only === undefined ? null : expressionAt(only);
    if (expression?.kind === 'number' && Number.isSafeInteger(expression.value)) return expression.value;
  }
  return null;
}

function sightingsOf(call: SeenCall, { shape, place }: CallMatch): Sighting[] {
  const template = shape.template === true;
  const model: ModelUse | null = call.model;
  return call.messages.flatMap(({ role, parts }) =>
    parts
      .flatMap(({ sites }) => sites)
      .map((site): Sighting => {
        const inPlace =
          site.unit === place.unit && place.node.start <= site.node.start && site.node.end <= place.node.end;
        return {
          place: site,
          role,
          found: template ? 'template-class' : 'call',
          confidence: 'high',
          sdk: call.sdk,
          model,
          placeholders: placeholdersIn(shape, inPlace),
        };
      }),
  );
}

function placeholdersIn({ template, placeholders }: CallShape, inPlace: boolean): Sighting['placeholders'] {
  if (template === true) return placeholders ?? 'braces';
  return inPlace ? 'none' : 'guess';
}
