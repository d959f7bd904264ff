import type { Config } from '../../../src/core/config.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Reading } from '../../../src/core/host.ts';
import { Catalog } from '../../../src/core/prices/catalog.ts';
import { readSnapshot } from '../../../src/core/prices/lists/read.ts';
import { Assets } from '../../../src/host/assets.ts';

const text = await new Assets().loadPrices();

/** The list that ships. */
export const shipped = readSnapshot(text);

/** A catalog over the list that ships. @param updated the text of a list that the person updated to. */
export function open(config: Partial<Config> = {}, updated: string | null = null): Promise<Catalog> {
  const reading: Reading | null = updated === null ? null : { kind: 'text', text: updated };
  return Catalog.open(
    { ...defaultConfig, ...config },
    { loadPrices: () => Promise.resolve(text), readUpdatedPrices: () => reading },
  );
}
