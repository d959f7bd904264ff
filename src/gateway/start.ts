import { randomBytes } from 'node:crypto';
import type { Config } from '../core/config.ts';
import type { Host } from '../core/host.ts';
import type { PriceHost } from '../core/prices/catalog.ts';
import { TokenCounter } from '../core/tokens/count.ts';
import type { Call } from '../ledger/call.ts';
import type { Fault } from '../ledger/fault.ts';
import { expire } from '../ledger/prune.ts';
import { Pricing } from '../ledger/pricing.ts';
import { Recorder } from '../ledger/recorder.ts';
import { open } from '../ledger/store.ts';
import { GatewayServer } from './server.ts';
import { variableOf, withOwn, type Upstream } from './upstreams.ts';

export interface GatewayOptions {
  /** Path of the ledger that calls are recorded in; see `ledger/where.ts`. */
  readonly ledger: string;
  readonly config: Pick<
    Config,
    'ledger' | 'tokenizers' | 'calibration' | 'prices' | 'models' | 'pricing' | 'cache'
  >;
  /** Prices and vocabularies. */
  readonly host: PriceHost & Pick<Host, 'loadEncoding' | 'loadTokenizer'>;
  /** The environment, for the system's proxies. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Any that is free where none is named. */
  readonly port?: number;
  /** A new one where none is named. Letters, digits, `-` and `_`. */
  readonly token?: string;
  /** The person's own, besides those that are built in; never out of a workspace that is not trusted. */
  readonly upstreams?: readonly Upstream[];
  /** Told once when the ledger cannot be written, and again only after it could. The traffic goes on. */
  readonly onFault: (fault: Fault) => void;
  /** Told of a mistake of ours while a call was read. The traffic goes on. */
  readonly onMistake: (error: unknown) => void;
  /** Told of calls as they are written, with what they cost. */
  readonly onAdded?: (calls: readonly Call[]) => void;
  /** Milliseconds without a byte after which a provider is given up; a quarter of an hour where nothing is said. */
  readonly patience?: number;
}

export interface Gateway {
  readonly kind: 'gateway';
  readonly port: number;
  /** With the token in it, and no slash at its end. Whoever knows it can call the providers, with keys of their own. */
  readonly url: string;
  /** Variables that lead the SDKs here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where a ledger that was damaged is kept; `null` where none was. */
  aside(): string | null;
  /**
   * Ends it: what is under way has `grace` milliseconds to come to its end, and is recorded in any case.
   * @returns how many calls could not be written.
   */
  stop(grace?: number): Promise<number>;
}

export type Started =
  | Gateway
  | Fault
  /** Somebody else listens at the port, or one may not; `code` is the system's. */
  | { readonly kind: 'no-port'; readonly port: number; readonly code: string };

/** Milliseconds that live traffic stands still for a ledger that another program holds. */
const storePatience = 100;

/** Starts a gateway in this process, which listens on 127.0.0.1 alone. */
export async function startGateway(options: GatewayOptions): Promise<Started> {
  const { config, host, env, port = 0, token = newToken(), upstreams = [], patience = 15 * 60_000 } = options;
  const keepsTexts = config.ledger.texts;
  const opened = await open(options.ledger, { keepsTexts, patience: storePatience });
  if (opened.kind === 'fault') return opened;
  const { store } = opened;
  const expired = expire(store, config.ledger, Date.now());
  if ('why' in expired) options.onFault(expired);
  const pricing = await Pricing.open(config, host);
  const { onFault, onMistake, onAdded = () => undefined } = options;
  const prepare = (call: Call) => pricing.priced(call);
  const recorder = new Recorder(store, { prepare, onFault, onMistake, onAdded });
  const all = withOwn(upstreams);
  const server = new GatewayServer({
    ...{ port, token, upstreams: all, env, keepsTexts, patience },
    counter: await TokenCounter.open(host, config),
    record: (call) => recorder.add(call),
    onMistake,
  });
  const end = () => {
    const lost = recorder.close();
    store.close();
    return lost;
  };
  try {
    const taken = await server.listen();
    const url = `http://127.0.0.1:${taken}/t/${token}`;
    return {
      ...{ kind: 'gateway', port: taken, url, environment: environmentOf(url, all) },
      aside: () => store.aside,
      stop: async (grace = 2000) => {
        await server.close(grace);
        return end();
      },
    };
  } catch (error) {
    end();
    if (error instanceof Error && 'code' in error) return { kind: 'no-port', port, code: String(error.code) };
    throw error;
  }
}

/** One that nobody guesses. */
export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

function environmentOf(url: string, upstreams: ReadonlyMap<string, Upstream>): Record<string, string> {
  const pairs = [...upstreams.values()].map(({ name, version }): [string, string] => [
    variableOf(name),
    `${url}/${name}${version}`,
  ]);
  return { ...Object.fromEntries(pairs), OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/v1/traces` };
}
