import { literalGlob } from '../glob.ts';
import { grouped } from '../grouped.ts';
import { decimal, formatAmount } from '../prices/usd.ts';
import type { MeteredCall, Report } from '../report.ts';
import { rulerOf } from './measure.ts';
import { ownersFrom } from './owners.ts';

/** A budget as it is written into a configuration. */
export type ProposedBudget =
  | { readonly prompts: string; readonly maxTokens: number; readonly because: string }
  | { readonly calls: string; readonly maxUsdPerCall: string; readonly because: string };

/** More budgets than these nobody keeps in mind: folders are taken together until there are no more. */
const mostFolders = 6;
/** A quarter of a short prompt is one sentence, and a gate that refuses every second one is switched off. */
const leastHeadroom = 100;

/**
 * Budgets that hold today and leave room to work: for the prompts of each folder, a quarter above the largest of today and
 * no fewer than 100 tokens; for one call, as much above the dearest whose price is known. Rounded up to two digits.
 */
export function proposeBudgets(report: Pick<Report, 'prompts' | 'calls'>): ProposedBudget[] {
  return [...tokenBudgets(report), ...callBudget(report)];
}

function tokenBudgets({ prompts }: Pick<Report, 'prompts'>): ProposedBudget[] {
  const limits = new Map<string, number>();
  const budgets: ProposedBudget[] = [];
  for (const folder of foldersOf(prompts.map(({ path }) => path))) {
    const inside = prompts.filter(({ path }) => isInside(folder, path));
    const largest = Math.max(...inside.map(({ tokens }) => tokens.most ?? tokens.count));
    const maxTokens = roundedUp(Math.max(largest * 1.25, largest + leastHeadroom));
    const isHeld = [...limits].some(([outer, limit]) => isInside(outer, folder) && limit <= maxTokens);
    if (isHeld) continue;
    limits.set(folder, maxTokens);
    budgets.push({
      prompts: folder === '' ? '**' : `${literalGlob(folder)}/**`,
      maxTokens,
      because: `the largest had ${grouped(largest)} tokens at set-up`,
    });
  }
  return budgets;
}

function callBudget(report: Pick<Report, 'prompts' | 'calls'>): ProposedBudget[] {
  const measured = rulerOf(report, ownersFrom({}));
  const costs = report.calls.flatMap((call, index) => {
    const { actual } = measured({ kind: 'call', index }, 'usdPerCall');
    return actual === null ? [] : { usd: actual.amount, call };
  });
  const [dearest] = costs.sort((a, b) => (a.usd < b.usd ? 1 : -1));
  if (dearest === undefined || dearest.usd === 0n) return [];
  return [
    {
      calls: '**',
      maxUsdPerCall: `$${trimmed(decimal(roundedUpUsd(dearest.usd + headroomOf(dearest)), 24))}`,
      because: `the dearest cost ${formatAmount(dearest.usd, '$')} at set-up`,
    },
  ];
}

/** A quarter, or what those tokens cost as input by which a prompt may always grow, where that is more. */
function headroomOf({ usd, call }: { readonly usd: bigint; readonly call: MeteredCall }): bigint {
  const { cost, inputTokens } = call;
  const quarter = usd / 4n;
  if (cost === null || inputTokens === null || inputTokens.count === 0) return quarter;
  const least = (cost.usdPerCall * BigInt(leastHeadroom)) / BigInt(inputTokens.count);
  return least > quarter ? least : quarter;
}

/** The folders of these files, outer ones first; as deep as they are few enough. `''` is the root. */
function foldersOf(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split('/').slice(0, -1));
  for (let depth = Math.max(0, ...parts.map(({ length }) => length)); depth >= 0; depth--) {
    const folders = new Set(parts.map((names) => names.slice(0, depth).join('/')));
    if (folders.size <= mostFolders) return [...folders].sort();
  }
  return [];
}

function isInside(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function roundedUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / unit) * unit;
}

function roundedUpUsd(amount: bigint): bigint {
  const unit = 10n ** BigInt(Math.max(0, String(amount).length - 2));
  return ((amount + unit - 1n) / unit) * unit;
}

/** `0.0120` → `0.012`, `2.000` → `2` */
function trimmed(number: string): string {
  return number.replace(/\.?0+$/, '');
}
