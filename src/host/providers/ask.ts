import type { CountApi } from './apis.ts';

/** Where and as whom a provider is asked. */
export interface Connection {
  readonly api: CountApi;
  /** Without a slash at its end. */
  readonly base: string;
  readonly key: string;
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
  { api, base, key }: Connection,
  model: string,
  text: string,
  patience = patienceSeconds * 1000,
): Promise<Answer> {
  const { path, headers, body } = api.request(model, text, key);
  try {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      // A key is for the address it was meant for.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    // What is told of an answer may end in a log: a provider that repeats the key must not bring it there.
    const answer = (await bounded(response))?.replaceAll(key, '[key]') ?? null;
    if (response.status !== 200) return refused(statusWords(response.status, answer), retryAfter(response));
    return tokensIn(answer, api.answer, text);
  } catch (error) {
    return refused(networkWords(error, patience));
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

/** `null` when it is longer than any answer would be. */
async function bounded(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestAnswer) return null;
  }
  return Buffer.concat(chunks).toString('utf8');
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
function retryAfter(response: Response): number | null {
  const stated = response.headers.get('retry-after')?.trim() ?? '';
  return /^\d{1,5}$/.test(stated) ? Number(stated) : null;
}

function networkWords(error: unknown, patience: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it did not answer within ${patience / 1000} s: try again later`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
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
