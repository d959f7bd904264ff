import { nullable, option, scalar, type Shape } from './shape.ts';

/** What the ledger keeps of recorded calls, and for how long. */
export interface LedgerOptions {
  readonly texts: boolean;
  readonly textDays: number | null;
  readonly days: number | null;
}

const days: Shape<number> = scalar(
  'a number of days, or null for ever',
  { type: 'integer', minimum: 1 },
  (value) => (Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : undefined),
);

const flag: Shape<boolean> = scalar('true or false', { type: 'boolean' }, (value) =>
  typeof value === 'boolean' ? value : undefined,
);

export const ledger = {
  texts: option(
    flag,
    false,
    'Whether the texts of recorded calls are kept, without what looks like a key; else only their numbers are.',
  ),
  textDays: option(
    nullable(days),
    30,
    'After how many days the texts of calls are deleted; `null` keeps them.',
  ),
  days: option(nullable(days), null, 'After how many days recorded calls are deleted; `null` keeps them.'),
};
