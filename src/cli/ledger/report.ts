import { attribute } from '../../ledger/attribution/attribute.ts';
import { learn } from '../../ledger/attribution/learn.ts';
import { promptPrints } from '../../ledger/attribution/promptPrints.ts';
import { dimensions, spendBy, spendInAll, type Dimension } from '../../ledger/read.ts';
import type { Store } from '../../ledger/store.ts';
import {
  csvSpending,
  jsonSpending,
  markdownSpending,
  terminalSpending,
  type Spending,
} from '../../report/ledger.ts';
import { analyzeWorkspace } from '../analysis.ts';
import type { Context } from '../command.ts';
import { widthOf } from '../terminal.ts';
import { version } from '../version.ts';
import { done, doneIfWritable, withLedger } from './open.ts';
import { spanOf } from './span.ts';

const formats = ['terminal', 'json', 'markdown', 'csv'] as const;

/** What was spent, by prompt, day, model … For prompts it looks at the source first, so that calls are known by how it reads now. */
export async function report(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', formats);
  const by = args.choice('by', ['prompt', ...otherDimensions]);
  const { first, last, ...span } = spanOf(context);
  return withLedger(context, false, async ({ store, config }) => {
    if (by === 'prompt') await join(store, context);
    const spending: Spending = {
      ...{ by, since: first, until: last, currency: config.currency },
      rows: done(context, spendBy(store, by, span)),
      total: done(context, spendInAll(store, span)),
    };
    const written = {
      terminal: () => terminalSpending(spending, widthOf(terminal)),
      json: () => jsonSpending(spending, version),
      markdown: () => markdownSpending(spending),
      csv: () => csvSpending(spending),
    } satisfies Record<(typeof formats)[number], () => string>;
    terminal.stdout.write(written[format]());
    return 0;
  });
}

const otherDimensions = Object.keys(dimensions).filter((name) => name !== 'prompt') as Exclude<
  Dimension,
  'prompt'
>[];

async function join(store: Store, context: Context): Promise<void> {
  const { report: found, workspace } = await analyzeWorkspace({
    ...context,
    args: context.args.withPaths([]),
  });
  const prints = found.prompts.map(promptPrints).filter((one) => one !== null);
  // A ledger that cannot be written can be read all the same; then calls are told apart by what was learned before.
  doneIfWritable(context, learn(store, prints, { at: Date.now(), isWhole: workspace.whole }));
  doneIfWritable(context, attribute(store));
}
