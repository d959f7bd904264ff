import type { Currency } from '../core/configMoney.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { Tally } from '../gateway/messages.ts';
import type { Dashboard } from '../ledger/dashboard.ts';
import type { Spend } from '../ledger/read.ts';
import { countWords } from '../report/words.ts';
import type { Act, DashboardPage } from '../webview/protocol.ts';
import { chartsOf } from './dashboardCharts.ts';
import { dateWords, rangeIds, type RangeId } from './dashboardDays.ts';
import { sayOfDashboard as say } from './dashboardSentences.ts';
import {
  costWords,
  failuresOf,
  groupTables,
  percentWords,
  promptTable,
  unattributedTables,
} from './dashboardTables.ts';
import { sayOfGateway } from './gatewaySentences.ts';
import { say as sayInEditor } from './sentences.ts';

/** What stands around the numbers. */
export interface Surroundings {
  /** Of the folder. */
  readonly name: string;
  /** Where its ledger stands, as a person is told it. */
  readonly path: string;
  readonly range: RangeId;
  readonly currency: Currency | null;
  /** The gateway of this window; `folder` is the one whose calls it records. `null` where none runs. */
  readonly gateway: { readonly port: number; readonly folder: string; readonly tally: Tally } | null;
}

/** A ledger, or that there is none → what the page shows. */
export function dashboardPage(told: Dashboard | null, around: Surroundings): DashboardPage {
  const { name, path, range, currency } = around;
  const money = moneyIn(currency);
  const page = {
    kind: 'dashboard' as const,
    ...{ title: say.title(name), range, gateway: gatewayOf(around, money) },
    ranges: rangeIds.map((id) => ({ id, name: say.ranges[id] })),
  };
  if (told === null || told.total === null)
    return { ...page, ...nothing, empty: emptyOf(told, around), notes: [say.place(path)] };
  const telling = { money, total: told.total.usd };
  const unpriced = told.by.model.rows
    .filter((row) => row.unpriced > 0)
    .map(({ key }) => key ?? say.groups.model.nobody);
  return {
    ...page,
    empty: null,
    figures: figuresOf(told, told.total, unpriced, money),
    charts: chartsOf(told.timeline, currency),
    prompts: promptTable(told, telling),
    unattributed: unattributedTables(told, telling),
    groups: groupTables(told, telling),
    failures: failuresOf(told, telling),
    notes: [
      ...(told.total.unpriced === 0 ? [] : [say.unpricedNote(unpriced.slice(0, mostNamed))]),
      ...[say.asRecorded, say.utc],
      ...(currency === null ? [] : [sayInEditor.rate(currency)]),
      say.place(path),
    ],
  };
}

/** Models that are named where their price is not known. */
const mostNamed = 3;

const nothing = {
  ...{ figures: [], charts: [], unattributed: [], groups: [], failures: null },
  prompts: { id: 'prompt', heading: say.prompts, first: say.prompt, text: '', act: null, rows: [] },
} as const;

function emptyOf(told: Dashboard | null, { range, gateway }: Surroundings): DashboardPage['empty'] {
  const recorded = told?.recorded ?? null;
  if (recorded !== null)
    return {
      texts: say.nothingThen(say.ranges[range], dateWords(recorded.lastAt)),
      acts: [{ action: 'showAll', title: say.showAll }],
    };
  const begin: Act =
    gateway === null
      ? { action: 'startGateway', title: say.start }
      : { action: 'copyEnvironment', title: say.copyEnvironment };
  const others: readonly Act[] = [
    { action: 'import', title: say.import },
    { action: 'docs', title: say.docs },
  ];
  return { texts: say.nothingYet, acts: [begin, ...others] };
}

function gatewayOf({ gateway, name }: Surroundings, money: Money): DashboardPage['gateway'] {
  if (gateway === null)
    return { text: say.gatewayOff, runs: false, acts: [{ action: 'startGateway', title: say.start }] };
  const { port, folder, tally } = gateway;
  return {
    text:
      folder === name ? say.gatewayRuns(port, sayOfGateway.tally(tally, money)) : say.gatewayRunsFor(folder),
    runs: true,
    acts: [
      { action: 'copyEnvironment', title: say.copyEnvironment },
      { action: 'stopGateway', title: say.stop },
    ],
  };
}

function figuresOf(
  { retries, cache }: Dashboard,
  total: Spend,
  unpriced: readonly string[],
  money: Money,
): DashboardPage['figures'] {
  const { calls, uncounted, failed, input, cacheRead, output, reasoning } = total;
  const cached = percentWords(cacheRead, input);
  const rate = percentWords(cache.hits, cache.told);
  return [
    { name: say.spent, text: costWords(total, money), note: spentNote(total, unpriced, money) },
    {
      name: say.calls,
      text: countWords(calls),
      note: [
        ...(uncounted === 0 ? [] : [say.uncounted(uncounted)]),
        ...[say.failed(failed, retries?.calls ?? 0)].filter((text) => text !== ''),
      ].join(', '),
    },
    { name: say.input, text: countWords(input), note: cached === null ? '' : say.cached(cached) },
    { name: say.output, text: countWords(output), note: reasoning === 0 ? '' : say.reasoning(reasoning) },
    ...(rate === null ? [] : [{ name: say.hitRate, text: rate, note: say.hits(cache.hits, cache.told) }]),
  ];
}

function spentNote({ unpriced, usd, calls, failed }: Spend, models: readonly string[], money: Money): string {
  if (unpriced > 0) return say.unpriced(unpriced, models.slice(0, mostNamed));
  const fine = BigInt(Math.max(calls - failed, 0));
  return usd === null || fine === 0n ? '' : say.perCall(money(usd / fine));
}
