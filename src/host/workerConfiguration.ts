import { dirname, join } from 'node:path';
import { type Config, defaultConfig, readConfig } from '../core/config.ts';
import { ruleSettings } from '../core/rules/settings.ts';
import { findConfiguration, type Configuration } from './configuration/find.ts';
import { rebaseConfig } from './configuration/rebase.ts';
import { pathFrom } from './repository.ts';
import type { Workspace } from './workerMessages.ts';

export interface Configured {
  readonly config: Config;
  /** What is wrong, as a sentence; then the defaults hold in its place. */
  readonly problem: string | null;
  /** What the folder's own configuration says, as its file states it; `null` where there is no disk. */
  readonly stated: Configuration | null;
}

/** What holds in a folder of the editor: its own configuration, and over it what a person has set. */
export async function configurationOf(workspace: Workspace): Promise<Configured> {
  const { root, from, trusted, settings } = workspace;
  const stated = await statedConfiguration(root, from);
  const own = trusted ? stated.config : withoutPrices(stated.config);
  const set = readConfig(settings, { file: 'settings', line: () => 1 }, ruleSettings);
  if (set.kind === 'problems')
    return {
      ...stated,
      config: own,
      problem: stated.problem ?? `the settings hold ${set.problems[0]?.message ?? 'a mistake'}`,
    };
  // Globs in the settings count from the folder that is open, prompt ids from the root as everywhere in the editor.
  const { include, exclude } = rebaseConfig(set.config, from);
  const values: Config = { ...set.config, include, exclude };
  const named = Object.keys(settings).filter((name): name is keyof Config =>
    Object.hasOwn(defaultConfig, name),
  );
  const config = { ...own, ...Object.fromEntries(named.map((name) => [name, values[name]])) };
  return {
    ...stated,
    config: {
      ...config,
      // Of globs the first that matches counts: what is set in the editor stands before the folder's own.
      volumes: { ...set.config.volumes, ...own.volumes, ...set.config.volumes },
      promptModels: { ...own.promptModels, ...set.config.promptModels },
      rules: { ...own.rules, ...set.config.rules },
    },
  };
}

async function statedConfiguration(root: string | null, from: string): Promise<Configured> {
  if (root === null) return { config: defaultConfig, problem: null, stated: null };
  const stated = await findConfiguration(join(root, from), root);
  const { file, config, problems } = stated;
  const [first] = problems;
  const problem = first ? `${pathFrom(root, first.file)}, line ${first.line}: ${first.message}` : null;
  return {
    config: file === null ? config : rebaseConfig(config, pathFrom(root, dirname(file))),
    problem,
    stated,
  };
}

/**
 * Nothing that could mislead about money, and no path, comes from a folder that nobody trusts; nor does it say what the
 * ledger keeps.
 */
function withoutPrices(config: Config): Config {
  const { prices, models, pricing, volumes, currency, tokenizers, calibration, ledger } = defaultConfig;
  const cache = { ...config.cache, facts: defaultConfig.cache.facts };
  return { ...config, prices, models, pricing, volumes, currency, tokenizers, calibration, cache, ledger };
}
