import { resolve } from 'node:path';
import type { Engine, EngineId } from '../core/compress/engine.ts';
import { lexical } from '../core/compress/lexical.ts';
import { llmlingua2 } from '../core/compress/llmlingua/llmlingua2.ts';
import { rewriting } from '../core/compress/rewrite/rewrite.ts';
import { nearest } from '../core/nearest.ts';
import { scorerScript } from '../host/assets.ts';
import { dataFolder } from '../host/dataFolder.ts';
import { writing } from '../host/endpoint/write.ts';
import { addressProblem } from '../host/providers/connect.ts';
import { scoringModels, type ScoringModel } from '../host/models/manifest.ts';
import { ModelStore } from '../host/models/modelStore.ts';
import { LinguaScorer } from '../host/scorer/linguaScorer.ts';
import type { Context } from './command.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

/** An engine, and what it holds until the command is done. */
export interface OpenedEngine {
  readonly engine: Engine;
  dispose(): void;
}

/** Which of the flags belongs to which engine; what is for another one would do nothing, and is told. */
const flags = {
  lexical: ['level'],
  llmlingua2: ['rate', 'scorer', 'model-dir', 'thin-constraints'],
  rewrite: ['endpoint', 'endpoint-model'],
} as const satisfies Partial<Record<EngineId, readonly string[]>>;

const engines = ['lexical', 'llmlingua2', 'rewrite'] as const;

/** The engine that was asked for. @throws Stop where it cannot be. */
export function engineOf(context: Context): OpenedEngine {
  const { args } = context;
  const id = args.choice('engine', engines);
  for (const other of engines)
    for (const flag of flags[other])
      if (other !== id && args.on(flag)) throw new Stop(say.flagOfEngine(flag, other));
  if (id === 'llmlingua2') return lingua(context);
  return { engine: id === 'lexical' ? lexical : rewriter(context), dispose: () => undefined };
}

/** The endpoint comes from flags and environment alone, its key from the environment. @throws Stop where it cannot be asked. */
function rewriter({ args, terminal: { env } }: Context): Engine {
  const key = env['OPENAI_API_KEY']?.trim() || null;
  const base = args.value('endpoint') ?? (env['OPENAI_BASE_URL']?.trim() || null);
  const model = args.value('endpoint-model');
  if (base === null) throw new Stop(say.noEndpoint);
  if (!isAddress(base)) throw new Stop(say.badEndpoint(base));
  const problem = key === null ? null : addressProblem(base);
  if (problem !== null) throw new Stop(`${JSON.stringify(base)} ${problem}`);
  if (model === null) throw new Stop(say.noEndpointModel);
  return rewriting(writing({ base: base.replace(/\/+$/, ''), model, key, env }));
}

function isAddress(base: string): boolean {
  return URL.canParse(base) && /^https?:$/.test(new URL(base).protocol);
}

/** The share to keep where none is stated: less is for contexts, not for instructions. */
const usualRate = 0.7;

function lingua({ terminal, args }: Context): OpenedEngine {
  const rate = rateOf(args.value('rate'));
  const quiet = args.on('quiet');
  const named = args.value('model-dir');
  const place =
    named === null
      ? fetchedScorer(terminal.env, args.value('scorer'))
      : { folder: resolve(terminal.cwd(), named) };
  const scorer = new LinguaScorer({
    ...place,
    script: scorerScript(),
    // the command ends before that
    idleAfter: 60_000,
    onFallback: (why) => void (quiet || terminal.stderr.write(`${say.slowRuntime(why)}\n`)),
  });
  if (!quiet) terminal.stderr.write(`${say.experimental}\n`);
  const options = { rate, keepsOrders: !args.on('thin-constraints') };
  return { engine: llmlingua2(() => scorer.open(), options), dispose: () => scorer.dispose() };
}

/** The model that was named, or the first one that is here. @throws Stop where there is none. */
function fetchedScorer(
  env: Readonly<Record<string, string | undefined>>,
  name: string | null,
): { readonly folder: string; readonly weights: string } {
  const folder = dataFolder(env);
  if (folder === null) throw new Stop(say.noDataFolder);
  const store = new ModelStore(folder);
  const model =
    name === null ? scoringModels.find((one) => store.stateOf(one).kind === 'here') : scorerNamed(name);
  if (model === undefined) throw new Stop(say.noScorer(scoringModels[0].id));
  const state = store.stateOf(model);
  if (state.kind === 'damaged') throw new Stop(say.scorerDamaged(model.id, state.file));
  if (state.kind !== 'here') throw new Stop(say.noScorer(model.id));
  return { folder: store.folderOf(model), weights: model.weights };
}

/** @throws Stop for a name that no model has. */
export function scorerNamed(name: string): ScoringModel {
  const found = scoringModels.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const names = scoringModels.map(({ id }) => id);
  throw new Stop(say.unknownScorer(name, nearest(name, names), names));
}

function rateOf(value: string | null): number {
  if (value === null) return usualRate;
  const rate = /^\d+(?:\.\d+)?%$/.test(value) ? Number(value.slice(0, -1)) / 100 : Number(value);
  if (!(rate > 0 && rate < 1)) throw new Stop(say.badRate(value));
  return rate;
}
