import type { Service } from '../lists/list.ts';
import { isRecord, type Fields } from '../lists/reading.ts';
import { serviceNamed } from '../serviceNames.ts';
import { contradiction, type Usage } from '../usage.ts';
import { counterFor } from './shapes.ts';

/**
 * A provider's answer → the tokens that it charges for. Reads the bodies of OpenAI (Chat and Responses) and of those who
 * speak like it, Anthropic, Gemini, Bedrock and DeepSeek; the usage block alone; and the events of a stream, of which the
 * later ones complete the earlier.
 * @param provider its id, as the price list calls it.
 * @param answer as parsed from JSON.
 * @param service where the answer does not say it: a batch never does.
 * @returns `null` where there is no usage, or where its numbers cannot be.
 */
export function usageOf(provider: string, answer: unknown, service: Service | null = null): Usage | null {
  const events: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const blocks = blocksOf(events);
  if (blocks.length === 0) return null;
  const block = Object.assign({}, ...blocks.map(stated)) as Fields;
  const usage = counterFor(provider, block)?.(block) ?? null;
  if (usage === null || contradiction(usage) !== null) return null;
  const said = service ?? serviceOf(events, block);
  return said === null ? null : { ...usage, ...(said === 'standard' ? {} : { service: said }) };
}

/** The usage blocks of an answer, or of the events of a stream. */
export function blocksOf(answer: unknown): Fields[] {
  const events: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return events.map(blockOf).filter((block) => block !== null);
}

/** Where an answer, or an event of a stream, keeps its usage. */
function blockOf(event: unknown): Fields | null {
  if (!isRecord(event)) return null;
  const { usage, usageMetadata, message, response, metadata } = event;
  if (isRecord(usage)) return usage;
  if (isRecord(usageMetadata)) return usageMetadata;
  for (const around of [message, response, metadata]) {
    const inner = isRecord(around) ? blockOf(around) : null;
    if (inner !== null) return inner;
  }
  return counterFor('', event) === null ? null : event;
}

/** A later event that leaves a count open takes nothing back. */
function stated(block: Fields): Fields {
  return Object.fromEntries(
    Object.entries(block).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** `null` for a service whose prices nobody here knows. */
function serviceOf(events: readonly unknown[], block: Fields): Service | null {
  const around = events.flatMap((event) => {
    if (!isRecord(event)) return [];
    const { response } = event;
    return [event['service_tier'], isRecord(response) ? response['service_tier'] : undefined];
  });
  const named = [block['service_tier'], block['trafficType'], ...around].findLast(
    (one) => typeof one === 'string',
  );
  if (named === undefined) return 'standard';
  return serviceNamed(named);
}
