import type { Usd } from '../core/prices/usd.ts';
import type { Workspace } from '../host/workerMessages.ts';
import type { Fault } from '../ledger/fault.ts';
import type { Upstream } from './upstreams.ts';

/** What the gateway of a window is started with. The key of a provider is not among it: applications send their own. */
export interface GatewaySetup {
  /** Whose configuration holds, and how far it is trusted. */
  readonly workspace: Workspace;
  /** Path of the ledger that calls are recorded in. */
  readonly ledger: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** The person's own, besides those that are built in. */
  readonly upstreams: readonly Upstream[];
}

/** What one run of a gateway has recorded so far. */
export interface Tally {
  readonly calls: number;
  readonly failed: number;
  /** `null` where no call's cost is known. */
  readonly usd: Usd | null;
  /** Calls that did not fail and whose cost is not known: they are missing in `usd`. */
  readonly unpriced: number;
}

export interface Listening {
  readonly kind: 'listening';
  readonly port: number;
  readonly url: string;
  /** Variables that lead the SDKs here. */
  readonly environment: Readonly<Record<string, string>>;
  /** What is wrong with the folder's configuration, in whose place the defaults hold; `null` where nothing is. */
  readonly problem: string | null;
}

/** Why there is no gateway. `failed`: a mistake of ours; `why` completes "it could not be started: …". */
export type NotStarted =
  | { readonly kind: 'no-ledger'; readonly fault: Fault }
  | { readonly kind: 'no-port'; readonly port: number; readonly code: string }
  | { readonly kind: 'failed'; readonly why: string };

/** `lost`: calls that could not be written. `aside`: where a ledger that was damaged is kept. */
export interface Stopped {
  readonly kind: 'stopped';
  readonly lost: number;
  readonly aside: string | null;
}

export type ToGateway =
  | { readonly kind: 'start'; readonly setup: GatewaySetup }
  | { readonly kind: 'stop'; readonly grace: number };

/** What is told while it runs. A `tally` also tells that the ledger can be written. */
export type News =
  | { readonly kind: 'tally'; readonly tally: Tally }
  /** Calls go on, and wait to be recorded. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** A call went through and could not be read, which is a mistake of ours. */
  | { readonly kind: 'mistake'; readonly why: string };

export type FromGateway = Listening | NotStarted | News | Stopped;
