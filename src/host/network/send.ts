import type { IncomingMessage } from 'node:http';
import { Agents } from './agents.ts';
import { credentialsOf } from './proxy.ts';

/** How a server is reached. */
export interface Connection {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A proxy that a person named; stronger than the environment's. */
  readonly proxy?: string | null;
  /** Milliseconds without a byte after which a server is given up. */
  readonly patience: number;
}

/** What a server is asked. */
export interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with POST; without one it is GET. */
  readonly body?: string;
  readonly signal: AbortSignal;
}

/**
 * Asks a server once, and follows to nowhere. Node's own `fetch` knows no proxy before Node 24.
 * @throws ProxyError, StalledError, the system's error with its code, or an `AbortError`.
 */
export function send(
  url: URL,
  { headers, body, signal }: Asking,
  { patience, ...way }: Connection,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const credentials = credentialsOf(url);
    const whole = {
      ...(credentials !== null && { authorization: credentials }),
      ...headers,
      host: url.host,
      'accept-encoding': 'identity',
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    };
    const request = new Agents(way).request(url, {
      method: body === undefined ? 'GET' : 'POST',
      path: `${url.pathname}${url.search}`,
      headers: Object.entries(whole).flat(),
      signal,
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.setTimeout(patience, () => request.destroy(new StalledError('the server says nothing')));
    request.end(body);
  });
}

/** Nothing came for as long as somebody was patient. */
export class StalledError extends Error {}

/** What a server answers, as text; `null` where it is longer than `most` bytes, of which the rest is not read. */
export async function textOf(response: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) {
      response.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
