// Makes the price list that ships: node scripts/prices.ts [DIR], dist by default.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForUpdate } from '@pydantic/genai-prices';
import { fromGenaiPrices } from '../src/core/prices/lists/genai.ts';
import type { PriceList } from '../src/core/prices/lists/list.ts';
import { shippedPrices } from '../src/core/prices/lists/snapshot.ts';

/** Writes `prices.json` into `dir`. Reads nothing but the installed package: its update starts when it is asked to, by nobody. */
export async function writePrices(dir: string): Promise<void> {
  const providers = fromGenaiPrices(await waitForUpdate());
  const { source, date } = shippedPrices;
  const list: PriceList = { schemaVersion: 1, source, date, providers };
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'prices.json'), JSON.stringify(list));
}

if (import.meta.main) await writePrices(process.argv[2] ?? 'dist');
