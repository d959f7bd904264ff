import type { IncomingMessage } from 'node:http';
import { send, type Connection } from './send.ts';

const mostRedirects = 5;

/** What a server answers, or why it does not, as a fragment of a sentence. */
export type Answer =
  | { readonly kind: 'answer'; readonly response: IncomingMessage }
  | { readonly kind: 'problem'; readonly why: string };

/** Asks for an address, and follows where it leads; never from https to http. @throws as `send` does. */
export async function follow(
  address: URL,
  headers: Readonly<Record<string, string>>,
  connection: Connection,
  signal: AbortSignal,
): Promise<Answer> {
  let url = address;
  for (let i = 0; i <= mostRedirects; i++) {
    const response = await send(url, { headers, signal }, connection);
    const { statusCode = 0, headers: said } = response;
    if (statusCode < 300 || statusCode >= 400 || said.location === undefined || statusCode === 304)
      return { kind: 'answer', response };
    response.destroy();
    if (!URL.canParse(said.location, url.href))
      return { kind: 'problem', why: 'the server leads to what is no address' };
    const next = new URL(said.location, url);
    if (next.protocol !== 'https:' && (next.protocol !== 'http:' || url.protocol === 'https:'))
      return {
        kind: 'problem',
        why: `the server leads from ${url.protocol.slice(0, -1)} to ${next.protocol.slice(0, -1)}`,
      };
    url = next;
  }
  return {
    kind: 'problem',
    why: `the server leads from one address to the next, more than ${mostRedirects} times`,
  };
}
