import type { IncomingMessage } from 'node:http';
import { send, textOf } from '../network/send.ts';
import type { CountApi } from './apis.ts';

/** Where and as whom a provider is asked. */
export interface Connection {
  readonly api: CountApi;
  /** Without a slash at its end. */
  readonly base: string;
  readonly key: string;
  /** Where the proxies of the system stand. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type Answer =
  | { readonly kind: 'tokens'; readonly tokens: number }
  /** `why` completes "it did not count: …" and says what to do next. */
  | { readonly kind: 'refused'; readonly why: string; readonly retryAfterSeconds: number | null };

const patienceSeconds = 20;
/** An answer has less than a hundred bytes. */
const longestAnswer = 64 * 1024;
/** What a provider may put around a text, its tools left out. Tokens. */
const mostFraming = 2000;

/** Asks a provider for the tokens of a request with this text alone. Never throws for anything that it or the network does. */
export async function askForTokens(
  { api, base, key, env }: Connection,
  model: string,
  text: string,
  patience = patienceSeconds * 1000,
): Promise<Answer> {
  const { path, headers, body } = api.request(model, text, key);
  const signal = AbortSignal.timeout(patience);
  const asking = {
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  };
  try {
    const response = await send(new URL(base + path), asking, { env, patience });
    const { statusCode = 0 } = response;
    // What is told of an answer may end in a log: a provider that repeats the key must not bring it there.
    const answer = (await textOf(response, longestAnswer))?.replaceAll(key, '[key]') ?? null;
    if (statusCode !== 200) return refused(statusWords(statusCode, answer), retryAfter(response));
    return tokensIn(answer, api.answer, text);
  } catch (error) {
    if (signal.aborted) return refused(`it did not answer within ${patience / 1000} s: try again later`);
    return refused(networkWords(error));
  }
}

function tokensIn(answer: string | null, field: string, text: string): Answer {
  if (answer === null) return refused(`its answer is longer than ${longestAnswer} bytes: check the address`);
  const tokens = numberIn(answer, field);
  if (tokens === undefined)
    return refused(`its answer holds no "${field}" (it begins ${shown(answer)}): check the address`);
  // No vocabulary has more tokens than a text has bytes.
  const most = Buffer.byteLength(text) + mostFraming;
  if (typeof tokens !== 'number' || !Number.isInteger(tokens) || tokens < 1 || tokens > most)
    return refused(`it says ${shown(JSON.stringify(tokens))} tokens, which cannot be: check the address`);
  return { kind: 'tokens', tokens };
}

function numberIn(answer: string, field: string): unknown {
  try {
    const value: unknown = JSON.parse(answer);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
    return (value as Record<string, unknown>)[field];
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function statusWords(status: number, answer: string | null): string {
  const said = answer === null || answer.trim() === '' ? '' : `, saying ${shown(answer)}`;
  if (status === 401 || status === 403) return `it does not accept the key (${status}): check the key`;
  if (status === 404) return `it knows no such model or address (404${said}): check the model's name`;
  if (status === 429) return 'it has been asked too often (429): try again later';
  if (status >= 300 && status < 400)
    return `it sends elsewhere (${status}), which is not followed: name the right address`;
  return `it answered ${status}${said}: try again later`;
}

/** Seconds; `null` where nothing useful is said. */
function retryAfter({ headers }: IncomingMessage): number | null {
  const stated = headers['retry-after']?.trim() ?? '';
  return /^\d{1,5}$/.test(stated) ? Number(stated) : null;
}

function networkWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return `it could not be reached (${code}): check the network and the address`;
}

function refused(why: string, retryAfterSeconds: number | null = null): Answer {
  return { kind: 'refused', why, retryAfterSeconds };
}

/** A stranger's text in a sentence of ours. */
function shown(text: string): string {
  const line = text.replace(/[^\P{C} ]+|\s+/gu, ' ').trim();
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 79)}…` : line);
}
