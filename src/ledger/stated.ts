import { amount, note, usdAmount } from '../core/configValues.ts';
import { usd } from '../core/prices/usd.ts';
import { serviceNamed } from '../core/prices/serviceNames.ts';
import {
  list,
  object,
  optional,
  record,
  required,
  scalar,
  type Shape,
  type ShapeProblem,
} from '../core/shape.ts';
import { answerOf } from './answer.ts';
import { sketchOf, type SentText } from './attribution/sketch.ts';
import {
  blankCall,
  mostDollars,
  mostTokens,
  statuses,
  unknownUsage,
  type Call,
  type CallUsage,
  type Source,
  type Status,
} from './call.ts';

/** Nobody means an earlier or a later moment. Milliseconds since 1970. */
const [earliest, latest] = [Date.UTC(2000, 0, 1), Date.UTC(2200, 0, 1)];

const moment: Shape<number> = scalar(
  'a moment such as "2026-11-02T08:00:00Z", or milliseconds since 1970',
  { type: ['string', 'integer'] },
  (value) => {
    const at = typeof value === 'string' ? Date.parse(value) : value;
    return typeof at === 'number' && at >= earliest && at < latest ? Math.round(at) : undefined;
  },
);

const flag: Shape<boolean> = scalar('true or false', { type: 'boolean' }, (value) =>
  typeof value === 'boolean' ? value : undefined,
);

const status: Shape<Status> = scalar(`one of ${statuses.join(', ')}`, { enum: statuses }, (value) =>
  statuses.find((one) => one === value),
);

/** A provider's own words about its tokens, whatever their names. */
const block: Shape<object> = scalar(
  'the usage of an answer, as the provider gave it',
  { type: 'object' },
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
);

const message = object({
  role: required(note, 'Who says it: `system`, `developer`, `user`, `assistant` or `tool`.'),
  content: required(note, 'What is said. Only sums of its words are kept.'),
});

/** A call as a person or a program states it. What is left out is not known. */
export const statedFields = {
  id: optional(note, 'Unique among the calls that are stated; the same call told again is counted once.'),
  at: optional(moment, 'When it was sent; now, where nothing is said.'),
  requests: optional(amount, 'How many requests these numbers add up; 1 where nothing is said.'),
  provider: optional(note, 'Who answered: `openai`, `anthropic`, `google` …'),
  model: optional(note, 'The model, as the request or the answer names it.'),
  operation: optional(note, '`chat`, `embeddings` …'),
  service: optional(note, '`standard`, `batch`, `flex` or `priority`.'),
  usage: optional(
    block,
    'The usage of the answer as the provider gave it, in the place of the counts below.',
  ),
  input: optional(amount, 'Input tokens, with those of the cache.'),
  cacheRead: optional(amount, 'Of the input: read from the cache.'),
  cacheWrite: optional(amount, 'Of the input: written to the cache.'),
  cacheWrite1h: optional(amount, 'Of the input: written to the cache to be kept for an hour.'),
  output: optional(amount, 'Output tokens, with what the model thought.'),
  reasoning: optional(amount, 'Of the output: what the model thought.'),
  usd: optional(usdAmount, 'What it cost in US dollars, where that is known; else it is reckoned.'),
  latencyMs: optional(amount, 'Milliseconds until the answer had ended.'),
  firstTokenMs: optional(amount, 'Milliseconds until the first token.'),
  status: optional(status, '`ok` (where nothing is said), `error`, `cancelled` or `incomplete`.'),
  httpStatus: optional(amount, 'The status of the HTTP answer.'),
  streaming: optional(flag, 'Whether the answer was streamed.'),
  retryOf: optional(note, 'Id of the call that this one tries again.'),
  prompt: optional(note, 'Id of the prompt that was sent, such as `src/agent.ts#SYSTEM_PROMPT`.'),
  feature: optional(note, 'What of the application it was for.'),
  user: optional(note, 'For whom.'),
  session: optional(note, 'What it belongs together with.'),
  tags: optional(record(note), 'Anything else, by name.'),
  success: optional(flag, 'Whether the answer served its purpose.'),
  messages: optional(list(message), 'What was sent, to find the prompt by. It is not kept.'),
};

const stated = object(statedFields);

export type Stated =
  | { readonly kind: 'call'; readonly call: Call }
  /** Each says what would be right. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads a call that somebody states, as JSON has it.
 * @param fallback what to take where nothing is stated: the moment, and an id that no other call has.
 */
export function readStated(
  value: unknown,
  source: Source,
  fallback: { readonly at: number; readonly id: string },
): Stated {
  const problems: ShapeProblem[] = [];
  const read = stated.read(value, [], problems)?.value;
  if (read === undefined) return { kind: 'problems', problems: problems.map(({ message: text }) => text) };
  const blank = blankCall(source, read.id ?? fallback.id, read.at ?? fallback.at);
  const answer = read.usage === undefined ? null : answerOf(read.provider ?? null, { usage: read.usage });
  const usage = answer?.usage ?? countsOf(read);
  const wrong = contradictionOf(usage, answer !== null) ?? excessOf(usage, read.usd);
  if (wrong !== null) return { kind: 'problems', problems: [wrong] };
  const call: Call = {
    ...blank,
    ...{ requests: read.requests ?? 1, provider: orNull(read.provider), model: orNull(read.model) },
    ...{ operation: orNull(read.operation), service: serviceOf(read.service, answer?.service), usage },
    cost: read.usd === undefined ? null : statedCost(read.usd, blank, read),
    ...{ latencyMs: orNull(read.latencyMs), firstTokenMs: orNull(read.firstTokenMs) },
    ...{ status: read.status ?? 'ok', httpStatus: orNull(read.httpStatus) },
    ...{ streaming: orNull(read.streaming), retryOf: orNull(read.retryOf) },
    ...{ prompt: orNull(read.prompt), feature: orNull(read.feature), user: orNull(read.user) },
    ...{ session: orNull(read.session), tags: { ...read.tags }, success: orNull(read.success) },
    sketch: sketchOf((read.messages ?? []).map(sentText)),
  };
  return { kind: 'call', call };
}

/** What cannot be; `null` where all of it can. */
function contradictionOf(usage: CallUsage, isAnswer: boolean): string | null {
  if (isAnswer && usage.from === 'unknown')
    return 'usage: no provider counts tokens like this; give "input" and "output" instead';
  const cached = (usage.cacheRead ?? 0) + (usage.cacheWrite ?? 0) + (usage.cacheWrite1h ?? 0);
  if (usage.input === null || cached <= usage.input) return null;
  return `input: ${usage.input} is less than the ${cached} tokens of the cache, which are part of it`;
}

/** What nobody was ever charged for; `null` where all of it may have been. */
function excessOf({ input, output }: CallUsage, dollars = 0): string | null {
  for (const [name, count] of Object.entries({ input, output }))
    if (count !== null && count > mostTokens)
      return `${name}: ${count} is more than the ${mostTokens} tokens of any call`;
  return dollars > mostDollars ? `usd: ${dollars} is more than the ${mostDollars} dollars of any call` : null;
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

function serviceOf(named: string | undefined, answered: Call['service'] = null): Call['service'] {
  return named === undefined ? answered : (serviceNamed(named) ?? 'other');
}

function countsOf(read: Readonly<Partial<Record<keyof CallUsage, number | undefined | string>>>): CallUsage {
  const count = (key: Exclude<keyof CallUsage, 'from'>) => {
    const value = read[key];
    return typeof value === 'number' ? value : null;
  };
  const counts = {
    ...{ input: count('input'), cacheRead: count('cacheRead'), cacheWrite: count('cacheWrite') },
    ...{ cacheWrite1h: count('cacheWrite1h'), output: count('output'), reasoning: count('reasoning') },
  };
  const isKnown = Object.values(counts).some((value) => value !== null);
  return isKnown ? { ...counts, from: 'provider' } : unknownUsage;
}

function statedCost(
  dollars: number,
  { source, at }: Call,
  { model = 'unknown', provider = 'unknown' }: { readonly model?: string; readonly provider?: string },
): Call['cost'] {
  const date = new Date(at).toISOString().slice(0, 10);
  return {
    usd: usd(dollars),
    from: 'stated',
    price: { model, provider, source: `stated (${source})`, date },
  };
}

function sentText({ role, content }: { readonly role: string; readonly content: string }): SentText {
  if (role === 'system' || role === 'developer') return { role: 'system', text: content };
  return { role: role === 'assistant' || role === 'tool' ? role : 'user', text: content };
}
