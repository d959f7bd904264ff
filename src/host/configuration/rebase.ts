import { isAbsolute } from 'node:path';
import type { Config } from '../../core/config.ts';
import type { Budget } from '../../core/configBudgets.ts';
import { literalGlob } from '../../core/glob.ts';

/**
 * The configuration with its globs and ids told from a folder further out.
 * @param folder where they counted from, relative to the outer folder; `''` changes nothing.
 */
export function rebaseConfig(config: Config, folder: string): Config {
  if (folder === '') return config;
  const moved = (glob: string) => `${literalGlob(folder)}/${glob.replace(/^\.\//, '')}`;
  const models = Object.entries(config.promptModels).map(([id, model]) => [`${folder}/${id}`, model]);
  const paths = Object.entries(config.tokenizers).map(([models, path]) => [models, inFolder(folder, path)]);
  const volumes = Object.entries(config.volumes).map(([id, volume]) => [moved(id), volume]);
  return {
    ...config,
    volumes: Object.fromEntries(volumes) as Config['volumes'],
    tokenizers: Object.fromEntries(paths) as Record<string, string>,
    include: config.include.map(moved),
    exclude: config.exclude.map(moved),
    budgets: config.budgets.map((budget) => movedBudget(budget, moved)),
    owners: Object.fromEntries(Object.entries(config.owners).map(([glob, owner]) => [moved(glob), owner])),
    promptModels: Object.fromEntries(models) as Record<string, string>,
  };
}

function movedBudget(budget: Budget, moved: (glob: string) => string): Budget {
  const { prompts, calls } = budget;
  return {
    ...budget,
    ...(prompts === undefined ? {} : { prompts: moved(prompts) }),
    ...(calls === undefined ? {} : { calls: moved(calls) }),
  };
}

/** A path stays as it is where it does not count from anywhere. */
function inFolder(folder: string, path: string): string {
  return isAbsolute(path) ? path : `${folder}/${path.replace(/^\.\//, '')}`;
}
