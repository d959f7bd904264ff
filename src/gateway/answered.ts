import { isRecord, type Fields } from '../core/prices/lists/reading.ts';
import { blocksOf } from '../core/prices/usages/usageOf.ts';
import { answerOf } from '../ledger/answer.ts';
import type { Call } from '../ledger/call.ts';
import { endingOf, type Ending } from './ending.ts';
import { pieceOf, wholeOf } from './said.ts';

/** Of the events that tell of usage: those between the first and the last are outdone by the last. */
const mostEvents = 64;
/** Of an answer's text, which is needed only where no usage is told. UTF-16 units. */
const longestText = 2 * 1024 * 1024;

/** What was answered, put together from a whole body or from the events of a stream as they come. */
export class Answered {
  #model: string | null = null;
  #ending: Ending | null = null;
  #text: string[] = [];
  #length = 0;
  readonly #told: Fields[] = [];
  #hasFinalUsage = false;

  get model(): string | null {
    return this.#model;
  }

  get ending(): Ending | null {
    return this.#ending;
  }

  /** `null` where it is too long to be kept. */
  get text(): string | null {
    return this.#length > longestText ? null : this.#text.join('');
  }

  /** Whether the usage that was told is that of the whole answer: Anthropic tells of the input first. */
  get hasFinalUsage(): boolean {
    return this.#hasFinalUsage;
  }

  usage(provider: string): Pick<Call, 'usage' | 'service'> {
    return answerOf(provider, this.#told);
  }

  /** The stream says that nothing follows. */
  finish(): void {
    this.#ending ??= 'done';
  }

  /** @returns whether this brings a piece of the answer itself. */
  takeEvent(event: unknown): boolean {
    if (!isRecord(event)) return false;
    this.#note(event);
    return this.#say(pieceOf(event));
  }

  /** @param answer a body, or the list of answers that Gemini streams where it was asked for no events. */
  takeWhole(answer: unknown): void {
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      if (!isRecord(one)) continue;
      this.#note(one);
      this.#say(wholeOf(one));
    }
  }

  #note(event: Fields): void {
    this.#model = modelIn(event) ?? this.#model;
    this.#ending = endingOf(event) ?? this.#ending;
    const slim = slimmed(event);
    if (slim === null) return;
    this.#told.push(slim);
    if (this.#told.length > mostEvents) this.#told.splice(1, 1);
    if (event['type'] !== 'message_start' && blocksOf(slim).length > 0) this.#hasFinalUsage = true;
  }

  #say(piece: string): boolean {
    if (piece === '') return false;
    this.#length += piece.length;
    if (this.#length <= longestText) this.#text.push(piece);
    else this.#text = [];
    return true;
  }
}

function modelIn({ model, modelVersion, message, response }: Fields): string | null {
  if (typeof model === 'string' && model !== '') return model;
  if (typeof modelVersion === 'string') return modelVersion;
  const around = [message, response].find(isRecord);
  return around === undefined ? null : modelIn({ model: around['model'] });
}

/** Only what tells of tokens and services: the rest of an event may be long. `null` where there is nothing of it. */
function slimmed({ usage, usageMetadata, service_tier: tier, message, response }: Fields): Fields | null {
  const told: Record<string, unknown> = {};
  if (isRecord(usage)) told['usage'] = usage;
  if (isRecord(usageMetadata)) told['usageMetadata'] = usageMetadata;
  if (typeof tier === 'string') told['service_tier'] = tier;
  if (isRecord(message) && isRecord(message['usage'])) told['message'] = { usage: message['usage'] };
  if (isRecord(response)) {
    const inner = slimmed(response);
    if (inner !== null) told['response'] = inner;
  }
  return Object.keys(told).length === 0 ? null : told;
}
