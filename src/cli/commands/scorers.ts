import { dataFolder } from '../../host/dataFolder.ts';
import { bytesOf, publicServer, scoringModels, type ScoringModel } from '../../host/models/manifest.ts';
import { ModelStore } from '../../host/models/modelStore.ts';
import { readServer } from '../../host/models/server.ts';
import type { Context } from '../command.ts';
import { scorerNamed } from '../engine.ts';
import { saysYes } from '../saysYes.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { watching } from '../watching.ts';

/** Milliseconds without a byte after which a server is given up. */
const patience = 30_000;

/** `scorers`, `scorers fetch [NAME]`, `scorers remove NAME` */
export async function scorers(context: Context): Promise<number> {
  const { terminal, args } = context;
  const folder = dataFolder(terminal.env);
  if (folder === null) throw new Stop(say.noDataFolder);
  const store = new ModelStore(folder);
  const [verb = 'list', name, ...rest] = args.paths;
  if (rest.length > 0) throw new Stop(say.oneScorer);
  const others = ['from', 'sha256', 'yes'].find((flag) => args.on(flag));
  if (verb !== 'fetch' && others !== undefined) throw new Stop(say.flagOfFetch(others));
  if (verb === 'fetch')
    return fetchOne(context, store, name === undefined ? scoringModels[0] : scorerNamed(name));
  if (verb === 'remove') return remove(context, store, name);
  if (verb !== 'list' || name !== undefined) throw new Stop(say.scorersVerbs(verb));
  const rows = scoringModels.map((model) => [
    model.id,
    megabytes(bytesOf(model)),
    stateWords(store, model),
    model.summary,
  ]);
  terminal.stdout.write(`${table(rows).join('\n')}\n\n${say.scorersPlace(store.root)}\n`);
  return 0;
}

function remove({ terminal, args }: Context, store: ModelStore, name: string | undefined): number {
  if (name === undefined) throw new Stop(say.removeWhich(scoringModels.map(({ id }) => id)));
  const removed = store.remove(scorerNamed(name));
  if (!args.on('quiet'))
    terminal.stderr.write(`${removed ? say.scorerRemoved(name) : say.scorerNotHere(name)}\n`);
  return 0;
}

async function fetchOne(context: Context, store: ModelStore, model: ScoringModel): Promise<number> {
  const { terminal, args } = context;
  const { stderr } = terminal;
  const server = serverOf(args.value('from') ?? terminal.env['HF_ENDPOINT'] ?? publicServer);
  const sha256 = args.value('sha256');
  if (sha256 !== null && !/^[0-9a-f]{64}$/i.test(sha256)) throw new Stop(say.badSum(sha256));
  if (sha256 === null && store.stateOf(model).kind === 'here') {
    if (!args.on('quiet')) stderr.write(`${say.scorerHere(model.id, store.folderOf(model))}\n`);
    return 0;
  }
  if (!args.on('yes') && !(await consents(context, consentLines(model, server, store, sha256)))) {
    stderr.write(`${say.nothingFetched}\n`);
    return 0;
  }
  const { watch, end } = watching(context, (done, total) =>
    say.fetching(model.id, megabytes(done), megabytes(total)),
  );
  const connection = { env: terminal.env, patience };
  const outcome = await store
    .fetch(model, { server, connection, watch, sha256, remedies: say.remedies })
    .finally(end);
  if (outcome.kind === 'problem') throw new Stop(say.scorerNotFetched(model.id, outcome.why));
  if (!args.on('quiet'))
    for (const line of [
      say.scorerFetched(model.id, outcome.folder),
      ...outcome.firstUse.map(say.trustedOnFirstUse),
    ])
      stderr.write(`${line}\n`);
  return 0;
}

/** What a person should know before anything is fetched. */
function consentLines(
  model: ScoringModel,
  server: string,
  store: ModelStore,
  sha256: string | null,
): string[] {
  const { id, summary, repository, revision, licence, files, weights } = model;
  const known = files.filter(
    (file) => file.sha256 !== null || (file.path === weights && sha256 !== null),
  ).length;
  const rows = [
    ['from', `${server}/${repository}`],
    ['revision', revision],
    ['size', megabytes(bytesOf(model))],
    ['licence', licence],
    ['place', store.folderOf(model)],
    ['checked', say.checkedFiles(known, files.length)],
  ];
  return [`${id}: ${summary}`, ...table(rows).map((line) => `  ${line}`)];
}

/** @throws Stop where nobody is there to be asked. */
async function consents(
  { terminal: { stdin, stderr } }: Context,
  lines: readonly string[],
): Promise<boolean> {
  stderr.write(`${lines.join('\n')}\n`);
  if (stdin.isTTY !== true) throw new Stop(say.consentNeeded);
  return saysYes({ stdin, stderr }, say.consentQuestion);
}

/** @throws Stop where it is none. */
function serverOf(address: string): string {
  const server = readServer(address);
  if (server === null) throw new Stop(say.badServer(address));
  return server;
}

function stateWords(store: ModelStore, model: ScoringModel): string {
  const state = store.stateOf(model);
  return state.kind === 'damaged' ? `damaged (${state.file})` : say.scorerStates[state.kind];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
