import { dataFolder } from '../host/dataFolder.ts';
import { Assets } from '../host/assets.ts';
import { Disk } from '../host/disk.ts';
import { configurationOf } from '../host/workerConfiguration.ts';
import { keptToken } from './keptToken.ts';
import type { FromGateway, GatewaySetup, Listening, NotStarted, ToGateway } from './messages.ts';
import { startGateway, type Gateway } from './start.ts';
import { nothingYet, tallied } from './tally.ts';

/** Milliseconds that calls which are under way have when the window is gone. */
const graceWithoutWindow = 2000;

/**
 * A gateway for a window of an editor, in a process of its own: so neither stands still for the other, and what is under way
 * is recorded also where the window is closed or crashes. It ends with the window.
 */
export function serveWindow(process: NodeJS.Process): void {
  let gateway: Gateway | null = null;
  const tell = (message: FromGateway): void => {
    // A window that is gone hears nothing.
    if (process.connected) process.send?.(message);
  };
  const stop = async (grace: number): Promise<void> => {
    const running = gateway;
    gateway = null;
    const lost = (await running?.stop(grace)) ?? 0;
    tell({ kind: 'stopped', lost, aside: running?.aside() ?? null });
  };
  const start = async (setup: GatewaySetup): Promise<void> => {
    const begun = await begin(setup, process.env, tell);
    if (begun.kind !== 'begun') return tell(begun);
    gateway = begun.gateway;
    tell(begun.listening);
    if (!process.connected) await end();
  };
  const end = async (): Promise<void> => {
    await stop(graceWithoutWindow);
    process.exit();
  };
  process.on('message', (message: ToGateway) => {
    const doing = message.kind === 'start' ? start(message.setup) : stop(message.grace);
    doing.catch((error: unknown) => tell({ kind: 'failed', why: wordsOf(error) }));
  });
  process.on('disconnect', () => void end());
}

interface Begun {
  readonly kind: 'begun';
  readonly gateway: Gateway;
  readonly listening: Listening;
}

async function begin(
  { workspace, ledger, port, upstreams }: GatewaySetup,
  env: NodeJS.ProcessEnv,
  tell: (message: FromGateway) => void,
): Promise<Begun | NotStarted> {
  const { config, problem } = await configurationOf(workspace);
  const data = dataFolder(env);
  let tally = nothingYet;
  const started = await startGateway({
    ...{ ledger, config, env, port, upstreams, token: keptToken(data) },
    host: new Disk(workspace.root ?? '', new Assets(data)),
    onFault: (fault) => tell({ kind: 'fault', fault }),
    onMistake: (error) => tell({ kind: 'mistake', why: wordsOf(error) }),
    onAdded: (calls) => {
      tally = tallied(tally, calls);
      tell({ kind: 'tally', tally });
    },
  });
  if (started.kind === 'fault') return { kind: 'no-ledger', fault: started };
  if (started.kind === 'no-port') return started;
  const { url, environment } = started;
  return {
    kind: 'begun',
    gateway: started,
    listening: { kind: 'listening', port: started.port, url, environment, problem },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
