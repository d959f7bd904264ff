import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TokenCounter } from '../core/tokens/count.ts';
import type { Call } from '../ledger/call.ts';
import { Agents } from '../host/network/agents.ts';
import { dialectOf } from './dialect.ts';
import { doorFor } from './door.ts';
import { Exchange } from './exchange.ts';
import { forward } from './forward.ts';
import { receiveTraces } from './otlp/receive.ts';
import { callOf } from './recording.ts';
import { receiveStated } from './receiveStated.ts';
import { refuse } from './refuse.ts';
import { Retries } from './retries.ts';
import { sayGateway } from './sentences.ts';
import { Allowance } from './tap.ts';
import type { Upstream } from './upstreams.ts';

export interface ServerOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** What a path must begin with, so that other programs of this machine cannot spend the person's money. */
  readonly token: string;
  /** By the name that stands in their addresses. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** Where the system's proxies stand. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly counter: TokenCounter;
  readonly keepsTexts: boolean;
  /** Milliseconds without a byte after which a provider is given up. */
  readonly patience: number;
  /** Takes each call as it has ended. Must not throw, or take long. */
  readonly record: (call: Call) => void;
  /** Told of a mistake of ours while a call was read: the traffic went on. */
  readonly onMistake: (error: unknown) => void;
}

/** Bytes that the copies of all bodies together may take. */
const mostCopied = 192 * 1024 * 1024;
/** Milliseconds that an idle connection of a client is kept: longer than clients keep theirs. */
const keptFor = 75_000;
/** Milliseconds that an idle connection to a provider is kept: less than providers keep theirs. */
const idleFor = 30_000;

/** What is told of calls that went elsewhere. */
const receivers: Readonly<Record<string, typeof receiveStated>> = {
  '/v1/traces': receiveTraces,
  '/v1/calls': receiveStated,
};

/** A loopback HTTP server in front of the providers. */
export class GatewayServer {
  readonly #options: ServerOptions;
  readonly #server: http.Server;
  readonly #agents: Agents;
  readonly #allowance = new Allowance(mostCopied);
  readonly #retries = new Retries();
  readonly #open = new Set<Exchange>();
  readonly #reading = new Set<Promise<void>>();
  #onQuiet: (() => void) | null = null;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#agents = new Agents({ env: options.env, keptFor: idleFor });
    this.#server = http.createServer((request, response) => this.#take(request, response));
    // How long a model thinks, and how slowly a client reads, is no concern of ours.
    Object.assign(this.#server, { requestTimeout: 0, timeout: 0, keepAliveTimeout: keptFor });
    this.#server.on('upgrade', (_request, socket) => {
      const text = sayGateway.noUpgrade;
      socket.end(
        `HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
      );
    });
  }

  /** Rejects with the system's error, such as `EADDRINUSE`. @returns the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return this.#port;
  }

  /** Takes no more requests, gives those that are under way so many milliseconds, and waits until all are recorded. */
  async close(grace: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    if (this.#open.size > 0) await this.#quiet(grace);
    this.#server.closeAllConnections();
    await closed;
    for (const exchange of this.#open) exchange.finish('left');
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    this.#agents.close();
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #take(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { token, upstreams, patience } = this.#options;
    const door = doorFor(request, this.#port, token);
    if (door.kind === 'closed') {
      refuse(response, door.status, door.sentence);
      return;
    }
    const receive = request.method === 'POST' ? receivers[door.rest] : undefined;
    if (receive !== undefined) {
      const { record, onMistake } = this.#options;
      receive(request, response, record).catch((error: unknown) => {
        // A client that goes away in the middle of its request sends it again.
        if (request.complete) onMistake(error);
        response.destroy();
      });
      return;
    }
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(door.rest) ?? [];
    const upstream = upstreams.get(name);
    if (upstream === undefined) {
      refuse(response, 404, sayGateway.noUpstream(name, [...upstreams.keys()]));
      return;
    }
    const origin = new URL(upstream.base);
    const path = `${origin.pathname.replace(/\/$/, '')}${rest}` || '/';
    const dialect = dialectOf(request.method, path);
    const exchange =
      dialect === null
        ? null
        : new Exchange({ upstream, dialect, path }, request.headers, this.#allowance, (one) =>
            this.#ended(one),
          );
    if (exchange !== null) this.#open.add(exchange);
    forward(request, response, { agents: this.#agents, origin, path, token, patience, exchange });
  }

  /** Reads the copies when the bytes have gone their way. */
  #ended(exchange: Exchange): void {
    const { counter, keepsTexts, record, onMistake } = this.#options;
    const reading = new Promise<void>((resolve) => {
      setImmediate(() => {
        callOf(exchange, { counter, retries: this.#retries, keepsTexts })
          .then(record)
          .catch(onMistake)
          .finally(resolve);
      });
    });
    this.#reading.add(reading);
    void reading.finally(() => this.#reading.delete(reading));
    this.#open.delete(exchange);
    if (this.#open.size === 0) this.#onQuiet?.();
  }

  #quiet(most: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most);
      this.#onQuiet = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
