import type { Day } from '../../host.ts';
import type { PricesAbout } from '../price.ts';

/** The price data that ships. Its day is that of the version's release; a test compares both with what is installed. */
export const snapshot = {
  name: '@pydantic/genai-prices',
  version: '0.1.8',
  date: '2026-09-23' as Day,
} as const;

/** What is said of the prices where none had to be loaded. */
export const shippedPrices: PricesAbout = {
  source: `genai-prices ${snapshot.version}`,
  date: snapshot.date,
  problem: null,
};
