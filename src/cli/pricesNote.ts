import type { Config } from '../core/config.ts';
import type { Day } from '../core/host.ts';
import type { PricesAbout } from '../core/prices/price.ts';
import type { Context } from './command.ts';
import { say } from './sentences.ts';

/** Prices change a few times a year for most models. */
const oldest = 90;

/** Tells on standard error what a person should know of the prices: that they are old, or not those they meant to use. */
export function notePrices(
  { date, problem }: PricesAbout,
  { pricing }: Pick<Config, 'pricing'>,
  { terminal, args, interrupts }: Context,
): void {
  if (args.on('quiet')) return;
  if (problem !== null) terminal.stderr.write(`${say.updateUnused(problem)}\n`);
  // whoever asks for the prices of a day knows how old they are
  if (pricing.asOf !== null) return;
  const today = interrupts.today();
  const age = today === null ? 0 : daysBetween(date, today);
  if (age > oldest) terminal.stderr.write(`${say.stalePrices(date, age)}\n`);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000));
}
