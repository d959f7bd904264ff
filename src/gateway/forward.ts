import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { Agents } from '../host/network/agents.ts';
import { ProxyError } from '../host/network/proxy.ts';
import type { Exchange } from './exchange.ts';
import { toClient, toProvider } from './headers.ts';
import { refuse } from './refuse.ts';
import { sayGateway } from './sentences.ts';

export interface Way {
  readonly agents: Agents;
  readonly origin: URL;
  /** At the provider. */
  readonly path: string;
  /** Of the gateway: nobody else is to see it. */
  readonly token: string;
  /** Milliseconds without a byte after which a provider is given up. */
  readonly patience: number;
  /** `null` for what is passed on and not recorded. */
  readonly exchange: Exchange | null;
}

/**
 * Passes a request on and its answer back, byte for byte and as they come: what one side cannot take yet, the other does
 * not send. What breaks off on one side breaks off on the other.
 */
export function forward(request: IncomingMessage, response: ServerResponse, way: Way): void {
  const { origin, patience, exchange } = way;
  const outgoing = opened(request, way);
  if (outgoing instanceof ProxyError) {
    exchange?.finish('unreachable');
    refuse(response, 502, sayGateway.unreachable(origin.host, outgoing.message));
    return;
  }
  outgoing.setNoDelay(true);
  outgoing.setTimeout(patience, () => outgoing.destroy(new Silence()));

  request.on('data', (chunk: Buffer) => {
    exchange?.request.push(chunk);
    if (!outgoing.destroyed && !outgoing.write(chunk)) request.pause();
  });
  // What a provider does not wait for is read all the same, or the client would wait for ever to have it sent.
  for (const event of ['drain', 'close']) outgoing.on(event, () => request.resume());
  request.on('end', () => outgoing.end());
  request.on('error', () => outgoing.destroy());
  response.on('close', () => {
    if (response.writableFinished) return;
    exchange?.finish('left');
    outgoing.destroy();
  });

  outgoing.on('response', (answer) => {
    // Node takes what it would not send: that is no HTTP, and nobody can pass it on.
    if ((answer.statusCode ?? 0) < 200) outgoing.destroy(new NoHttp());
    else passBack(answer, response, exchange);
  });
  outgoing.on('error', (error) => {
    // All of the answer is on its way already; that the rest of the request was not taken changes nothing.
    if (response.writableEnded) return;
    if (response.headersSent) {
      exchange?.finish('cut');
      response.destroy();
      return;
    }
    exchange?.finish('unreachable');
    if (error instanceof Silence)
      refuse(response, 504, sayGateway.silent(origin.host, Math.round(patience / 1000)));
    else refuse(response, 502, sayGateway.unreachable(origin.host, whyOf(error)));
  });
}

/** The request to the provider, or what is wrong with the proxy on the way to it. */
function opened(
  { method = 'GET', rawHeaders }: IncomingMessage,
  { agents, origin, path, token }: Way,
): ClientRequest | ProxyError {
  try {
    return agents.request(origin, { method, path, headers: toProvider(rawHeaders, origin.host, token) });
  } catch (error) {
    if (error instanceof ProxyError) return error;
    throw error;
  }
}

function passBack(answer: IncomingMessage, response: ServerResponse, exchange: Exchange | null): void {
  const { statusCode = 502, statusMessage = '', rawHeaders, headers } = answer;
  if (response.destroyed) return;
  exchange?.answered(statusCode, headers);
  response.sendDate = false;
  response.writeHead(statusCode, statusMessage, toClient(rawHeaders));
  response.flushHeaders();
  const reader = exchange?.reader ?? null;
  answer.on('data', (chunk: Buffer) => {
    if (!response.write(chunk)) answer.pause();
    reader?.push(chunk);
  });
  response.on('drain', () => answer.resume());
  answer.on('end', () => {
    response.end();
    exchange?.finish('answered');
  });
  answer.on('error', () => {
    exchange?.finish('cut');
    response.destroy();
  });
}

class Silence extends Error {}

class NoHttp extends Error {
  readonly code = 'its answer has a status that HTTP does not know';
}

function whyOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
