import type { Said, Write } from '../../core/compress/rewrite/rewrite.ts';
import { ProxyError } from '../network/proxy.ts';
import { send, textOf, type Asking, type Connection } from '../network/send.ts';

/** A language model behind an address that speaks OpenAI's chat completions, as local servers do. */
export interface Endpoint {
  /** Without a slash at its end, such as `http://localhost:11434/v1`. */
  readonly base: string;
  readonly model: string;
  /** `null` for a server that asks for none. */
  readonly key: string | null;
  /** Where the proxies of the system stand. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that one answer may take. */
  readonly patience?: number;
}

/** A local model may write a long section slowly. Milliseconds. */
const usualPatience = 180_000;
/** A section has a few kilobytes; an endless answer is none. Bytes. */
const longestAnswer = 1024 * 1024;

/** Asks the endpoint for each section. What it throws says why there is no answer, and what to do next. */
export function writing({ base, model, key, env, patience = usualPatience }: Endpoint): Write {
  const address = new URL(`${base}/chat/completions`);
  return async (conversation, signal) => {
    const patient = AbortSignal.timeout(patience);
    const asking = {
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages: conversation.map(messageOf), stream: false }),
      signal: AbortSignal.any([signal, patient]),
    };
    try {
      return await asked(address, asking, { env, patience });
    } catch (error) {
      if (patient.aborted) throw new Error(`${address.host} took too long to answer: is the model loaded?`);
      const told = networkError(address, error);
      // a server may repeat what it was sent
      if (key !== null && told.message.includes(key)) throw new Error(told.message.replaceAll(key, '…'));
      throw told;
    }
  };
}

async function asked(address: URL, asking: Asking, connection: Connection): Promise<string> {
  const response = await send(address, asking, connection);
  const text = await textOf(response, longestAnswer);
  if (text === null)
    throw new Error(`the endpoint's answer is longer than ${longestAnswer} bytes: check the address`);
  const { statusCode = 0 } = response;
  if (statusCode !== 200) throw new Error(statusWords(statusCode, text));
  return contentOf(text);
}

function messageOf({ role, text }: Said): { readonly role: string; readonly content: string } {
  return { role, content: text };
}

function contentOf(answer: string): string {
  const content = textIn(answer);
  if (typeof content === 'string' && content.trim() !== '') return content;
  const begins = answer.slice(0, 60).replace(/\s+/g, ' ');
  throw new Error(`the endpoint's answer is no chat completion (it begins "${begins}"): check the address`);
}

function textIn(answer: string): unknown {
  try {
    const parsed = JSON.parse(answer) as { choices?: { message?: { content?: unknown } }[] } | null;
    return parsed?.choices?.[0]?.message?.content;
  } catch {
    // not JSON: whoever asked says so
    return undefined;
  }
}

function statusWords(status: number, answer: string): string {
  if (status === 401 || status === 403)
    return `the endpoint does not take the key (${status}): check OPENAI_API_KEY`;
  if (status === 404)
    return 'the endpoint knows no such address or model (404): check --endpoint and --endpoint-model';
  if (status === 429) return 'the endpoint has had too many requests (429): try again later';
  if (status >= 300 && status < 400)
    return `the endpoint leads elsewhere (${status}): name the address it leads to`;
  return `the endpoint answered ${status}: ${answer.slice(0, 120).replace(/\s+/g, ' ')}`;
}

function networkError({ host }: URL, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof ProxyError || !('code' in error) || error.name === 'AbortError') return error;
  return new Error(`${host} cannot be reached: is the server running?`, { cause: error });
}
