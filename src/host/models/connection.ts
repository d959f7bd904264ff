import { request as plain, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import type { Socket } from 'node:net';
import { connect as wrap } from 'node:tls';
import { proxyFor } from './proxy.ts';

/** How a file is asked for. */
export interface Connection {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A proxy that a person named; stronger than the environment's. */
  readonly proxy?: string | null;
  /** Milliseconds without a byte after which a server is given up. */
  readonly patience: number;
}

const mostRedirects = 5;

/** What a server answers, or why it does not, as a fragment of a sentence. */
export type Answer =
  | { readonly kind: 'answer'; readonly response: IncomingMessage }
  | { readonly kind: 'problem'; readonly why: string };

/** Asks for an address, and follows where it leads; never from https to http. Node's own `fetch` knows no proxy before Node 24. */
export async function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  connection: Connection,
  signal: AbortSignal,
): Promise<Answer> {
  let url = new URL(address);
  for (let i = 0; i <= mostRedirects; i++) {
    const response = await open(url, headers, connection, signal);
    const { statusCode = 0, headers: said } = response;
    if (statusCode < 300 || statusCode >= 400 || said.location === undefined || statusCode === 304)
      return { kind: 'answer', response };
    response.destroy();
    if (!URL.canParse(said.location, url.href))
      return { kind: 'problem', why: 'the server leads to what is no address' };
    const next = new URL(said.location, url);
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      return { kind: 'problem', why: `the server leads from https to ${next.protocol.replace(':', '')}` };
    url = next;
  }
  return {
    kind: 'problem',
    why: `the server leads from one address to the next, more than ${mostRedirects} times`,
  };
}

async function open(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { env, proxy: stated = null, patience }: Connection,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const proxy = proxyFor(url, env, stated);
  if (proxy === 'no address')
    throw new ProxyError(
      'what names the proxy is no address: write it as http://host:port into HTTPS_PROXY, or http.proxy in the editor',
    );
  const options: RequestOptions = {
    headers: { ...headers, host: url.host, 'accept-encoding': 'identity' },
    signal,
    timeout: patience,
  };
  if (proxy === null) return answered(url.protocol === 'https:' ? secure(url, options) : plain(url, options));
  if (url.protocol === 'http:') {
    const through = { ...options, headers: { ...options.headers, ...authorization(proxy) }, path: url.href };
    return answered(requestTo(proxy, through));
  }
  const socket = await tunnel(url, proxy, { signal, timeout: patience });
  return answered(
    secure(url, {
      ...options,
      createConnection: () => wrap({ socket, servername: url.hostname }),
    }),
  );
}

/** Asks the proxy for a line of its own to the server, through which it sees nothing of what is said. */
function tunnel(url: URL, proxy: URL, options: RequestOptions): Promise<Socket> {
  const target = `${url.hostname}:${url.port === '' ? '443' : url.port}`;
  const request = requestTo(proxy, {
    ...options,
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...authorization(proxy) },
  });
  return new Promise((resolve, reject) => {
    request.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return void resolve(socket as Socket);
      socket.destroy();
      reject(new ProxyError(`the proxy ${proxy.host} answered ${statusCode ?? 0}`));
    });
    fail(request, reject);
    request.end();
  });
}

/** What a proxy says is no answer of the server. */
export class ProxyError extends Error {}

function requestTo(proxy: URL, options: RequestOptions): ClientRequest {
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:')
    throw new ProxyError(
      `a proxy of the kind ${proxy.protocol.replace(':', '')} is not known here: name one with http://`,
    );
  const port = proxy.port === '' ? { 'http:': 80, 'https:': 443 }[proxy.protocol] : proxy.port;
  const send = proxy.protocol === 'https:' ? secure : plain;
  return send({ ...options, hostname: proxy.hostname, port });
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const both = `${decoded(username)}:${decoded(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(both).toString('base64')}` };
}

/** A percent sign that somebody wrote into their password as it is stands for itself. */
function decoded(part: string): string {
  return part.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}

function answered(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    fail(request, reject);
    request.end();
  });
}

function fail(request: ClientRequest, reject: (error: Error) => void): void {
  request.on('error', reject);
  request.on('timeout', () => request.destroy(new StalledError('the server says nothing')));
}

/** Nothing came for as long as somebody was patient. */
export class StalledError extends Error {}
