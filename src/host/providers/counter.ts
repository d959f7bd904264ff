import { nameForProvider, type ProviderName } from './apis.ts';
import { askForTokens, type Connection } from './ask.ts';
import type { KeptCount, KeptCounts } from './kept.ts';

/** What a provider says of a text. */
export type ProviderCount =
  | {
      readonly kind: 'counted';
      readonly tokens: number;
      /** When it said so, milliseconds since 1970. */
      readonly at: number;
      /** Why it was not asked anew, though the number is old; `null` where all is well. */
      readonly problem: string | null;
    }
  | { readonly kind: 'refused'; readonly why: string; readonly retryAfterSeconds: number | null };

export interface ProviderCounterOptions {
  readonly name: ProviderName;
  readonly connection: Connection;
  readonly kept: KeptCounts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that one answer may take. */
  readonly patience?: number;
}

/** Vocabularies do not change under a model's name; what providers put around a text has. */
export const freshFor = 30 * 24 * 60 * 60 * 1000;
/** One token in every vocabulary: what a request with it costs more than one token is what stands around a text. */
const probe = 'a';

/** Counts texts by asking a provider, which sees them. Answers are kept, so that no text is sent twice within a month. */
export class ProviderCounter {
  readonly #options: ProviderCounterOptions;

  constructor(options: ProviderCounterOptions) {
    this.#options = options;
  }

  /** Tokens of the text alone, without what the provider puts around a message. */
  async count(text: string, model: string): Promise<ProviderCount> {
    const whole = await this.#request(text, model);
    if (whole.kind === 'refused') return whole;
    const around = await this.#request(probe, model);
    if (around.kind === 'refused') return around;
    const tokens = withoutFraming(whole, around);
    if (tokens < 1)
      return {
        kind: 'refused',
        why: `it says that a text has fewer tokens than one letter: check the address`,
        retryAfterSeconds: null,
      };
    return { ...whole, tokens, problem: whole.problem ?? around.problem };
  }

  async #request(text: string, model: string): Promise<ProviderCount> {
    const { name, connection, kept, now, patience } = this.#options;
    const id = nameForProvider(model);
    const question = questionOf({ name, base: connection.base }, id, text);
    const known = kept.find(question);
    const age = known === null ? Infinity : now() - known.at;
    if (known !== null && age >= 0 && age < freshFor) return { kind: 'counted', ...known, problem: null };
    const answer = await askForTokens(connection, id, text, patience);
    if (answer.kind === 'tokens') {
      const count = { tokens: answer.tokens, at: now() };
      kept.keep(question, count);
      return { kind: 'counted', ...count, problem: null };
    }
    return known === null ? answer : { kind: 'counted', ...known, problem: answer.why };
  }
}

/** Which endpoint a count is from. */
export interface Endpoint {
  readonly name: ProviderName;
  /** Its address, without a slash at its end. */
  readonly base: string;
}

/** What a provider has said of a text before, however long ago, without asking anybody; `null` where it was not asked. */
export function keptCount(kept: KeptCounts, at: Endpoint, model: string, text: string): KeptCount | null {
  const id = nameForProvider(model);
  const around = kept.find(questionOf(at, id, probe));
  const whole = around === null ? null : kept.find(questionOf(at, id, text));
  if (around === null || whole === null) return null;
  const tokens = withoutFraming(whole, around);
  return tokens < 1 ? null : { tokens, at: whole.at };
}

function questionOf({ name, base }: Endpoint, id: string, text: string): readonly string[] {
  return [name, base, id, text];
}

function withoutFraming(whole: { readonly tokens: number }, around: { readonly tokens: number }): number {
  return whole.tokens - (around.tokens - 1);
}
