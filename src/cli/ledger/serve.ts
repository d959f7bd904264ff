import { dataFolder } from '../../host/dataFolder.ts';
import { Assets } from '../../host/assets.ts';
import { Disk } from '../../host/disk.ts';
import { keptToken } from '../../gateway/keptToken.ts';
import { startGateway, type Gateway } from '../../gateway/start.ts';
import { readUpstream, type Upstream } from '../../gateway/upstreams.ts';
import type { Context } from '../command.ts';
import { Stop } from '../stop.ts';
import { openConfig } from '../workspace.ts';
import { done, pathOfLedger, shown } from './open.ts';
import { sayServe } from './serveSentences.ts';

/** So that what stands in an `.env` holds the next time as well. */
const usualPort = 7717;

/** Passes calls on to the providers and records them, until Ctrl-C. */
export async function serve(context: Context): Promise<number> {
  const { terminal, args, interrupts } = context;
  const config = await openConfig(context);
  const data = dataFolder(terminal.env);
  const ledger = pathOfLedger(context);
  const started = await startGateway({
    ...{ ledger, config, env: terminal.env, port: portOf(context), upstreams: upstreamsOf(context) },
    host: new Disk(terminal.cwd(), new Assets(data)),
    token: keptToken(data),
    onFault: (fault) =>
      terminal.stderr.write(`${sayServe.fault({ ...fault, path: shown(context, fault.path) })}\n`),
    onMistake: (error) => terminal.stderr.write(`${sayServe.mistake(error)}\n`),
  });
  if (started.kind === 'no-port') throw new Stop(sayServe.noPort(started.port, started.code));
  const gateway = done(context, started) as Gateway;
  terminal.stdout.write(sayServe.started(gateway.port, shown(context, ledger), gateway.environment));
  await interrupts.interrupted();
  if (!args.on('quiet')) terminal.stderr.write(`${sayServe.ending}\n`);
  const lost = await gateway.stop();
  const aside = gateway.aside();
  if (aside !== null)
    terminal.stderr.write(`${sayServe.setAside(shown(context, ledger), shown(context, aside))}\n`);
  if (lost === 0) return 0;
  throw new Stop(sayServe.lost(lost));
}

function portOf({ args }: Context): number {
  const stated = args.value('port');
  if (stated === null) return usualPort;
  const port = Number(stated);
  if (!/^\d+$/.test(stated) || port > 65_535) throw new Stop(sayServe.badPort(stated));
  return port;
}

/** `rye=http://localhost:8000/v1,oven=https://oven.example/v1` */
function upstreamsOf({ args }: Context): Upstream[] {
  const stated = args.value('upstream');
  if (stated === null) return [];
  return stated.split(/,(?=[^,=/]+=)/).map((one) => {
    const read = readUpstream(one);
    if (read.kind === 'problem') throw new Stop(sayServe.badUpstream(one, read.why));
    return read.upstream;
  });
}
