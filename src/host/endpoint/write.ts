import type { Said, Write } from '../../core/compress/rewrite/rewrite.ts';

/** A language model behind an address that speaks OpenAI's chat completions, as local servers do. */
export interface Endpoint {
  /** Without a slash at its end, such as `http://localhost:11434/v1`. */
  readonly base: string;
  readonly model: string;
  /** `null` for a server that asks for none. */
  readonly key: string | null;
  /** Milliseconds that one answer may take. */
  readonly patience?: number;
}

/** A local model may write a long section slowly. Milliseconds. */
const usualPatience = 180_000;
/** A section has a few kilobytes; an endless answer is none. Bytes. */
const longestAnswer = 1024 * 1024;

/** Asks the endpoint for each section. What it throws says why there is no answer, and what to do next. */
export function writing({ base, model, key, patience = usualPatience }: Endpoint): Write {
  return async (conversation, signal) => {
    return asked(`${base}/chat/completions`, key, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages: conversation.map(messageOf), stream: false }),
      // a key is for the address it was meant for
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
  };
}

async function asked(address: string, key: string | null, request: RequestInit): Promise<string> {
  try {
    const response = await fetch(address, request);
    const text = await bounded(response);
    if (response.status !== 200) throw new Error(statusWords(response.status, text));
    return contentOf(text);
  } catch (error) {
    const told = networkError(address, error);
    // a server may repeat what it was sent
    if (key !== null && told.message.includes(key)) throw new Error(told.message.replaceAll(key, '…'));
    throw told;
  }
}

function messageOf({ role, text }: Said): { readonly role: string; readonly content: string } {
  return { role, content: text };
}

/** @throws Error for an answer without end. */
async function bounded(response: Response): Promise<string> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > longestAnswer)
      throw new Error(`the endpoint's answer is longer than ${longestAnswer} bytes: check the address`);
  }
  return Buffer.concat(parts).toString('utf8');
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

function networkError(address: string, error: unknown): Error {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new Error(`${new URL(address).host} took too long to answer: is the model loaded?`);
  if (error instanceof TypeError)
    return new Error(`${new URL(address).host} cannot be reached: is the server running?`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}
