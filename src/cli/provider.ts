import { dataFolder } from '../host/dataFolder.ts';
import { providerNames, type ProviderName } from '../host/providers/apis.ts';
import { connect } from '../host/providers/connect.ts';
import { ProviderCounter } from '../host/providers/counter.ts';
import { KeptCounts } from '../host/providers/kept.ts';
import type { Context } from './command.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

export interface AskedProvider {
  readonly name: ProviderName;
  readonly counter: ProviderCounter;
}

/** The provider that a person asked for on the command line; `null` where none is. @throws Stop */
export function providerOf({ terminal, args }: Context): AskedProvider | null {
  const asked = args.value('provider');
  if (asked === null && args.value('base-url') !== null) throw new Stop(say.baseUrlNeedsProvider);
  if (asked === null) return null;
  const name = providerNames.find((one) => one === asked);
  if (name === undefined) throw new Stop(say.badChoice('provider', asked, providerNames));
  const made = connect(name, terminal.env, args.value('base-url'));
  if (made.kind === 'problem') throw new Stop(made.why);
  const kept = new KeptCounts(dataFolder(terminal.env));
  const options = { name, connection: made.connection, kept, now: Date.now };
  return { name, counter: new ProviderCounter(options) };
}
