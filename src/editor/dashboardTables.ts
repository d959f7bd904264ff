import { STATUS_CODES } from 'node:http';
import type { Money } from '../core/prices/money.ts';
import { inDollars, type Usd } from '../core/prices/usd.ts';
import { sources, statuses, type Source, type Status } from '../ledger/call.ts';
import type { Dashboard, Failure, Ranking, ShownDimension, Unattributed } from '../ledger/dashboard.ts';
import type { Spend } from '../ledger/read.ts';
import { countWords, nameOf, oneLine } from '../report/words.ts';
import type { DashboardPage, FailureRow, SpendRow, SpendTable } from '../webview/protocol.ts';
import { momentWords } from './dashboardDays.ts';
import { sayOfDashboard as say } from './dashboardSentences.ts';

/** What amounts are told in, and what all of them come to. */
export interface Telling {
  readonly money: Money;
  readonly total: Usd | null;
}

export function promptTable({ by }: Dashboard, telling: Telling): SpendTable {
  const rows = by.prompt.rows.map((spend) => {
    const id = spend.key ?? '';
    const path = id.includes('#') ? id.slice(0, id.indexOf('#')) : '';
    return { ...rowOf(spend, nameOf({ id, path }), path, telling), prompt: path === '' ? null : id };
  });
  return {
    ...{ id: 'prompt', heading: say.prompts, first: say.prompt, act: null },
    text: rows.length === 0 ? say.noPrompts : '',
    rows: [...rows, ...othersOf(by.prompt, 'prompts', telling)],
  };
}

/** One table for each reason, the dearest first. */
export function unattributedTables({ unattributed }: Dashboard, telling: Telling): SpendTable[] {
  const reasons = [...new Set(unattributed.map(({ why }) => why))];
  return reasons.map((why) => ({
    id: why,
    ...say.unattributed[why],
    first: say.groups.model.first,
    act: why === 'no-prompt' ? { action: 'readWorkspace', title: say.readWorkspace } : null,
    rows: unattributed
      .filter((one) => one.why === why)
      .map(({ model, source, spend }: Unattributed) =>
        rowOf(spend, model ?? say.groups.model.nobody, sourceWords(source), telling),
      ),
  }));
}

/** By model and source; by feature and user where anybody has said them. */
export function groupTables({ by }: Dashboard, telling: Telling): SpendTable[] {
  const shown = (['model', 'source', 'feature', 'user'] as const).filter((name) => isTold(name, by[name]));
  return shown.map((name) => {
    const { heading, first, nobody, plural } = say.groups[name];
    const rows = by[name].rows.map((spend) => {
      const key = spend.key ?? nobody;
      return rowOf(spend, name === 'source' ? sourceWords(key) : key, '', telling);
    });
    return {
      id: name,
      heading,
      first,
      text: '',
      act: null,
      rows: [...rows, ...othersOf(by[name], plural, telling)],
    };
  });
}

export function failuresOf({ failures, retries }: Dashboard, { money }: Telling): DashboardPage['failures'] {
  if (failures.length === 0 && retries === null) return null;
  const all = failures.reduce((sum, { spend }) => sum + spend.calls, 0);
  const texts = [
    ...(all === 0 ? [] : [say.failures(all)]),
    ...(retries === null
      ? []
      : [say.retries(retries.calls, retries.usd === null ? null : money(retries.usd))]),
  ];
  return { text: texts.join(' '), rows: failures.map((failure) => failureRow(failure, money)) };
}

function failureRow({ status, httpStatus, provider, spend }: Failure, money: Money): FailureRow {
  const known = statuses.find((one): one is Status => one === status);
  const what = known === undefined ? status : say.status[known];
  const code = httpStatus === null || httpStatus < 400 ? [] : [httpStatus, STATUS_CODES[httpStatus] ?? ''];
  const answered = code.length === 0 ? '' : ` (${code.join(' ').trim()})`;
  return {
    name: say.failure(provider, `${what}${answered}`),
    calls: countWords(spend.calls),
    cost: costWords(spend, money),
    last: momentWords(spend.lastAt),
  };
}

function isTold(name: ShownDimension, { rows }: Ranking): boolean {
  return name === 'model' || name === 'source' || rows.some(({ key }) => key !== null);
}

function othersOf({ others }: Ranking, what: string, telling: Telling): SpendRow[] {
  return others === null ? [] : [rowOf(others.spend, say.others(others.keys, what), '', telling)];
}

function rowOf(spend: Spend, name: string, note: string, { money, total }: Telling): SpendRow {
  const { calls, uncounted, input, cacheRead, output, usd } = spend;
  return {
    ...{ name: oneLine(name), note: oneLine(note), prompt: null },
    calls: uncounted > 0 ? `${countWords(calls)}+` : countWords(calls),
    input: countWords(input),
    cached: percentWords(cacheRead, input) ?? '–',
    output: countWords(output),
    cost: costWords(spend, money),
    share: usd === null || total === null || total === 0n ? null : inDollars(usd) / inDollars(total),
  };
}

/** A sum from which something is missing is more than it says; of calls that all failed nobody expects one. */
export function costWords({ usd, unpriced, uncounted }: Spend, money: Money): string {
  if (usd !== null) return `${unpriced > 0 ? '>' : ''}${money(usd)}`;
  return unpriced + uncounted === 0 ? say.nothingSpent : say.unknown;
}

/** `12 %`; so little that it rounds to nothing is still something. `null` of nothing. */
export function percentWords(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 0.5) return '<1 %';
  return percent < 100 && percent >= 99.5 ? '>99 %' : `${Math.round(percent)} %`;
}

function sourceWords(source: string): string {
  const known = sources.find((one): one is Source => one === source);
  return known === undefined ? source : say.sources[known];
}
