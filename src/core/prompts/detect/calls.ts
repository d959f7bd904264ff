import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { argumentsAt } from '../arguments.ts';
import { matchCall, type CallMatch } from '../calls.ts';
import { holeOf } from '../evaluate.ts';
import type { CandidateCall } from '../candidate.ts';
import type { Memory, Shift } from '../memory.ts';
import { messageOf, messagesAt, type MessagesSeen } from '../messages.ts';
import { movedCandidateCall, shifted } from '../movedReading.ts';
import { servedBy } from '../endpoints.ts';
import { instanceOfModel, modelOfCall } from '../model.ts';
import { pipedModels } from '../pipes.ts';
import type { ModelUse } from '../prompt.ts';
import { expressionAt } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import { boundTo } from '../request/bound.ts';
import { loopAround } from '../request/loop.ts';
import { plainCall } from '../request/plain.ts';
import { requestMark } from '../request/marks.ts';
import { settingsOf } from '../request/settings.ts';
import { toolsAt } from '../request/tools.ts';
import { offered, sent } from '../request/sent.ts';
import type { Requests } from '../requests.ts';
import type { CallShape, PromptArgument } from '../sdk.ts';
import { siteKey } from '../candidate.ts';
import type { SeenCall, Sighting } from '../sighting.ts';
import type { Trail } from '../trail.ts';

/** What a call of an SDK tells. */
export interface CallEvidence {
  readonly place: Place;
  readonly sightings: readonly Sighting[];
  /** The request, as nothing is said about it in comments; null where the call prepares one. */
  readonly call: CandidateCall | null;
  /** Texts that it sends to a model which does not charge for their tokens: what it shall draw. */
  readonly drawn?: readonly SyntaxNode[];
}

/** Evidence by calls of the SDKs in the table. */
export function detectCalls(
  unit: Unit,
  { matches }: Requests,
  memory: Memory,
  trail: () => Trail,
): readonly CallEvidence[] {
  const piped = matches.length === 0 ? noModels : pipedModels(unit, memory, trail);
  const to = (shift: Shift) => shifted(unit.path, shift);
  return matches.flatMap((match) => {
    const model = piped.get(match.place.node) ?? null;
    const read = () => evidenceOf(match, model, trail);
    if (model !== null) return read();
    return memory.about('a call', match.place, read, (evidence, shift) =>
      evidence.map((one) => ({ ...one, call: one.call && movedCandidateCall(one.call, to(shift)) })),
    );
  });
}

const noModels: ReadonlyMap<SyntaxNode, ModelUse> = new Map();

/** @param piped the model that a chain leads to. @returns nothing where it is no call of a model after all. */
function evidenceOf(match: CallMatch, piped: ModelUse | null, trail: () => Trail): CallEvidence[] {
  const { place, shape } = match;
  if (shape.needsModel === true && !onModel(match, trail())) return [];
  const read = readCall(match, trail);
  const call = { ...read, model: read.model ?? piped };
  if (shape.onlyModels?.test(call.model?.id ?? '') === false)
    return [
      { place, sightings: [], call: null, drawn: sightingsOf(call, match).map(({ place }) => place.node) },
    ];
  return [{ place, sightings: sightingsOf(call, match), call: shape.sends ? candidateCall(call) : null }];
}

function candidateCall(call: SeenCall): CandidateCall {
  const sent = call.messages.filter(({ role, many }) => role !== 'unknown' && !many);
  return {
    ...plainCall(call, siteKey),
    volume: null,
    sent: sent.map(({ role, parts }) => ({ role, sites: parts.flatMap(({ sites }) => sites.map(siteKey)) })),
  };
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
