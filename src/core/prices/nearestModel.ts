import { nearest } from '../nearest.ts';
import { modelName } from '../tokens/modelId.ts';
import type { PriceList } from './lists/list.ts';
import { makers } from './modelNames.ts';

/**
 * The name of a listed model that was probably meant; `null` when none is near. Its numbers are those that were written:
 * a version that nobody lists yet is no mistake, and neither is a name of which only this host's price is unknown. Never
 * used in the place of what was written.
 */
export function nearestModel(lists: readonly PriceList[], written: string): string | null {
  const { model } = modelName(written);
  const digits = digitsOf(model);
  const ids = lists.flatMap(({ providers }) =>
    providers
      .filter(({ id }) => makers.includes(id))
      .flatMap(({ models }) => models.map(({ id }) => id.toLowerCase())),
  );
  const alike = ids.filter((id) => digitsOf(id) === digits);
  const near = nearest(model, new Set(alike), Math.max(1, Math.floor(model.length / 6)));
  return near === model ? null : near;
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D/g, '');
}
