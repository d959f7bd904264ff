import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { authorization, bareHost, portOf, proxyFor, ProxyError } from './proxy.ts';

export interface Outgoing {
  readonly method: string;
  /** As it goes over the wire. */
  readonly path: string;
  /** Names and values in turn, that of the host among them. */
  readonly headers: readonly string[];
  readonly signal?: AbortSignal;
}

export interface AgentsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A proxy that a person named; stronger than the environment's. */
  readonly proxy?: string | null;
  /** Milliseconds that an idle connection is kept; none is where this is not stated. */
  readonly keptFor?: number;
}

/** Milliseconds that a proxy has to open a tunnel. */
const tunnelPatience = 30_000;

/** Connections to servers, directly or by the proxy that the person or the environment names. */
export class Agents {
  readonly #options: AgentsOptions;
  readonly #byProxy = new Map<string, https.Agent>();
  readonly #http: http.Agent;
  readonly #https: https.Agent;

  constructor(options: AgentsOptions) {
    this.#options = options;
    this.#http = new http.Agent(keeping(options));
    this.#https = new https.Agent(keeping(options));
  }

  /** A request whose body is still to be written. @throws ProxyError where what names the proxy is none. */
  request(origin: URL, { path, ...outgoing }: Outgoing): http.ClientRequest {
    const { env, proxy: stated } = this.#options;
    const proxy = proxyFor(origin, env, stated);
    const [host, port] = [bareHost(origin.hostname), portOf(origin)];
    if (origin.protocol === 'https:') {
      const agent = proxy === null ? this.#https : this.#tunnels(proxy);
      // A name is told to the server while the line is encrypted; an address of this kind is none.
      return https.request({
        ...outgoing,
        host,
        port,
        path,
        agent,
        servername: isIP(host) === 0 ? host : '',
      });
    }
    if (proxy === null) return http.request({ ...outgoing, host, port, path, agent: this.#http });
    // A proxy for plain HTTP is told the whole address.
    return requestTo(proxy, {
      ...outgoing,
      path: `${origin.origin}${path}`,
      headers: [...outgoing.headers, ...authorization(proxy)],
      agent: proxy.protocol === 'https:' ? this.#https : this.#http,
    });
  }

  close(): void {
    for (const agent of [this.#http, this.#https, ...this.#byProxy.values()]) agent.destroy();
  }

  #tunnels(proxy: URL): https.Agent {
    const known = this.#byProxy.get(proxy.href);
    if (known !== undefined) return known;
    const agent = new Tunnels(proxy, this.#options);
    this.#byProxy.set(proxy.href, agent);
    return agent;
  }
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Connections through a proxy, which sees names of hosts and nothing of what is said. */
class Tunnels extends https.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL, options: AgentsOptions) {
    super(keeping(options));
    this.#proxy = proxy;
  }

  override createConnection(options: https.RequestOptions, connected?: Connected): null {
    const proxy = this.#proxy;
    const [host, port] = [options.host ?? '', options.port ?? 443];
    const asking = requestTo(proxy, {
      ...{ method: 'CONNECT', path: `${host}:${port}`, agent: false, timeout: tunnelPatience },
      headers: ['Host', `${host}:${port}`, ...authorization(proxy)],
    });
    const failed = (error: Error) => connected?.(error, asking.socket as Duplex);
    asking.on('error', failed);
    asking.on('timeout', () => asking.destroy(new ProxyError(`the proxy ${proxy.host} says nothing`)));
    asking.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        failed(new ProxyError(`the proxy ${proxy.host} answered ${statusCode}`));
        return;
      }
      socket.setTimeout(0);
      connected?.(
        null,
        connectTls({ servername: options.servername ?? '', ALPNProtocols: ['http/1.1'], socket }),
      );
    });
    asking.end();
    return null;
  }
}

function requestTo(proxy: URL, options: https.RequestOptions): http.ClientRequest {
  const send = proxy.protocol === 'https:' ? https.request : http.request;
  return send({ ...options, host: bareHost(proxy.hostname), port: portOf(proxy) });
}

function keeping({ keptFor }: AgentsOptions): http.AgentOptions {
  return keptFor === undefined ? { keepAlive: false } : { keepAlive: true, timeout: keptFor };
}
