import * as http from 'node:http';
import * as https from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { proxyFor } from './proxies.ts';

/** Milliseconds that an idle connection to a provider is kept: less than providers keep theirs. */
const keptFor = 30_000;

export interface Outgoing {
  readonly method: string;
  /** As it goes over the wire. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** Connections to the providers, directly or by the proxy that the system wants. */
export class Agents {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #byProxy = new Map<string, https.Agent>();
  readonly #http = new http.Agent({ keepAlive: true, timeout: keptFor });
  readonly #https = new https.Agent({ keepAlive: true, timeout: keptFor });

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  request(origin: URL, { method, path, headers: raw }: Outgoing): http.ClientRequest {
    const headers: readonly string[] = raw;
    const proxy = proxyFor(origin, this.#env);
    const { hostname, port } = origin;
    const common = { method, headers, host: bareHost(hostname) };
    if (origin.protocol === 'https:') {
      const agent = proxy === null ? this.#https : this.#tunnels(proxy);
      return https.request({ ...common, port: port || 443, path, agent, servername: bareHost(hostname) });
    }
    if (proxy === null) return http.request({ ...common, port: port || 80, path, agent: this.#http });
    // A proxy for plain HTTP is told the whole address.
    const send = proxy.protocol === 'https:' ? https.request : http.request;
    return send({
      ...{ method, host: bareHost(proxy.hostname), port: portOf(proxy) },
      path: `${origin.origin}${path}`,
      headers: [...headers, ...authorization(proxy)],
      agent: proxy.protocol === 'https:' ? this.#https : this.#http,
    });
  }

  close(): void {
    for (const agent of [this.#http, this.#https, ...this.#byProxy.values()]) agent.destroy();
  }

  #tunnels(proxy: URL): https.Agent {
    const known = this.#byProxy.get(proxy.href);
    if (known !== undefined) return known;
    const agent = new Tunnels(proxy);
    this.#byProxy.set(proxy.href, agent);
    return agent;
  }
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Connections through a proxy, which sees names of hosts and nothing of what is said. */
class Tunnels extends https.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL) {
    super({ keepAlive: true, timeout: keptFor });
    this.#proxy = proxy;
  }

  override createConnection(options: https.RequestOptions, connected?: Connected): null {
    const [host, port] = [options.servername ?? options.host ?? '', options.port ?? 443];
    const send = this.#proxy.protocol === 'https:' ? https.request : http.request;
    const asking = send({
      ...{ host: bareHost(this.#proxy.hostname), port: portOf(this.#proxy), agent: false },
      ...{ method: 'CONNECT', path: `${host}:${port}` },
      headers: ['Host', `${host}:${port}`, ...authorization(this.#proxy)],
    });
    const failed = (error: Error) => connected?.(error, asking.socket as Duplex);
    asking.on('error', failed);
    asking.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        failed(new ProxyRefusal(statusCode));
        return;
      }
      connected?.(null, connectTls({ servername: host, ALPNProtocols: ['http/1.1'], socket }));
    });
    asking.end();
    return null;
  }
}

class ProxyRefusal extends Error {
  readonly code: string;

  constructor(status: number) {
    super(`the proxy answered ${status}`);
    this.code = `the proxy answered ${status}`;
  }
}

function authorization({ username, password }: URL): string[] {
  if (username === '') return [];
  const pair = `${plain(username)}:${plain(password)}`;
  return ['Proxy-Authorization', `Basic ${Buffer.from(pair).toString('base64')}`];
}

/** Out of an address, in which a percent sign may also be just one. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** An IPv6 address without its brackets. */
function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
