import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { defaultConfig } from '../../src/core/config.ts';
import { startGateway, type Gateway, type GatewayOptions } from '../../src/gateway/start.ts';
import { readUpstream, type Upstream } from '../../src/gateway/upstreams.ts';
import { Disk } from '../../src/host/disk.ts';
import type { Fault } from '../../src/ledger/fault.ts';
import type { Store } from '../../src/ledger/store.ts';
import { folder, opened, rowsOf } from '../ledger/calls.ts';
import { FakeProvider } from './fakeProvider.ts';

/** A gateway in front of a fake provider, with a ledger of its own. */
export interface Bakery {
  readonly gateway: Gateway;
  readonly provider: FakeProvider;
  readonly store: Store;
  /** The ledger's folder: nothing else is written anywhere. */
  readonly folder: string;
  readonly faults: readonly Fault[];
  readonly mistakes: readonly unknown[];
  /** Ends the gateway, and tells what was recorded, in order. */
  calls(): Promise<Record<string, unknown>[]>;
}

export async function openBakery(
  test: TestContext,
  options: Partial<GatewayOptions> = {},
  upstream?: string,
): Promise<Bakery> {
  const provider = await FakeProvider.start(test);
  const place = folder(test);
  const ledger = join(place, 'ledger.db');
  const faults: Fault[] = [];
  const mistakes: unknown[] = [];
  const base = upstream ?? provider.url;
  const gateway = await startGateway({
    ...{ ledger, config: defaultConfig, host: new Disk(place), env: {} },
    ...{ onFault: (fault) => faults.push(fault), onMistake: (error) => mistakes.push(error) },
    upstreams: [
      own(`openai=${base}/v1`),
      own(`anthropic=${base}`),
      own(`gemini=${base}`),
      own(`harbour=${base}/models/v1`),
    ],
    ...options,
  });
  if (gateway.kind !== 'gateway') throw new Error(JSON.stringify(gateway));
  test.after(() => gateway.stop(0));
  const store = await opened(test, ledger);
  const calls = async () => {
    await gateway.stop();
    return rowsOf(store, 'SELECT * FROM call ORDER BY at, row');
  };
  return { gateway, provider, store, folder: place, faults, mistakes, calls };
}

export function own(stated: string): Upstream {
  const read = readUpstream(stated);
  if (read.kind === 'problem') throw new Error(`${stated}: ${read.why}`);
  return read.upstream;
}
