import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { sayGateway } from './sentences.ts';

/** What a request may do: go on with the rest of its path, or nothing. */
export type Door =
  | { readonly kind: 'open'; readonly rest: string }
  | { readonly kind: 'closed'; readonly status: number; readonly sentence: string };

/**
 * Lets in programs of this machine that know the token, and no page of a browser, even where a name of somebody else
 * leads to this machine. The token stands in the path, `/t/TOKEN/…`, so that an SDK needs nothing but an address; an
 * exporter may name it in a header instead.
 */
export function doorFor(request: IncomingMessage, port: number, token: string): Door {
  const { host = '', origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined || site !== undefined) return closed(403, sayGateway.browser);
  if (!isOwnHost(host, port)) return closed(403, sayGateway.foreignHost);
  const path = request.url ?? '';
  const [, given, rest] = /^\/t\/([^/?#]{1,200})(\/.*)?$/s.exec(path) ?? [];
  if (given !== undefined && isSame(given, token)) return { kind: 'open', rest: rest ?? '/' };
  const shown = tokenIn(request);
  if (shown !== null && isSame(shown, token)) return { kind: 'open', rest: path };
  return closed(401, given === undefined ? sayGateway.noToken : sayGateway.wrongToken);
}

function closed(status: number, sentence: string): Door {
  return { kind: 'closed', status, sentence };
}

function isOwnHost(host: string, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host.toLowerCase());
}

function tokenIn({ headers }: IncomingMessage): string | null {
  const named = headers['x-promptmeter-token'];
  if (typeof named === 'string') return named;
  return /^Bearer (.{1,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
