import { dirname, join } from 'node:path';
import { checkBudgets, type BudgetOptions, type CheckedBudgets } from '../../core/budgets/check.ts';
import { codeOwnersPaths, ownersFrom, type OwnersOf } from '../../core/budgets/owners.ts';
import {
  allowedBy,
  baselineName,
  noBaseline,
  readBaseline,
  type Baseline,
} from '../../core/changes/baseline.ts';
import type { Config } from '../../core/config.ts';
import type { Budget } from '../../core/configBudgets.ts';
import type { Day, Host } from '../../core/host.ts';
import type { Report } from '../../core/report.ts';
import { pathFrom } from '../repository.ts';

type Files = Pick<Host, 'readFile'>;

/** What is held to a configuration. */
export interface Governed {
  /** Absolute; globs and ids of `config` count from it. */
  readonly root: string;
  readonly config: Config;
  /** The configuration's file, absolute; `null` where there is none. */
  readonly stated: { readonly file: string | null };
}

/** What a gate needs to know besides the report. */
export interface Gate<G extends Governed = Governed> {
  readonly workspace: G;
  readonly ownersOf: OwnersOf;
  readonly baseline: Baseline;
  /** Absolute. */
  readonly baselineFile: string;
}

export type OpenedGate<G extends Governed> =
  | { readonly kind: 'gate'; readonly gate: Gate<G> }
  /** @param path from the root. @param why a sentence fragment. */
  | { readonly kind: 'bad-baseline'; readonly path: string; readonly why: string };

/** @param files where CODEOWNERS and the baseline are read. */
export function openGate<G extends Governed>(workspace: G, files: Files): OpenedGate<G> {
  const { root, stated } = workspace;
  const folder = stated.file === null ? root : dirname(stated.file);
  const inside = pathFrom(root, folder);
  const baselineFile = join(inside.startsWith('..') ? root : folder, baselineName);
  const path = pathFrom(root, baselineFile);
  const baseline = baselineIn(files, path);
  if (typeof baseline === 'string') return { kind: 'bad-baseline', path, why: baseline };
  return { kind: 'gate', gate: { workspace, ownersOf: ownersIn(workspace, files), baseline, baselineFile } };
}

/** Holds a report to some of the configuration's budgets. @param today `null` where nobody can say. */
export function budgeted(
  { workspace, ownersOf, baseline }: Gate,
  report: Pick<Report, 'prompts' | 'calls'>,
  today: Day | null,
  {
    budgets = workspace.config.budgets,
    before = null,
  }: { budgets?: readonly Budget[]; before?: BudgetOptions['before'] } = {},
): CheckedBudgets {
  const { config } = workspace;
  return checkBudgets(report, budgets, {
    // whoever asks for the prices of a day gets the same answer on every other day
    today: config.pricing.asOf ?? today,
    ownersOf,
    unpriced: config.unpriced,
    before,
    allowed: allowedBy(baseline, report.calls),
  });
}

/** Budgets are told by themselves, with all that can only be said here; the rule that tells them elsewhere would say it twice. */
export function withoutBudgets(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'over-budget') };
}

/** A budget on what several prompts come to together, for which all of them have to be known. */
export function isSum({ owner, workspace }: Budget): boolean {
  return owner !== undefined || workspace !== undefined;
}

function ownersIn({ config }: Governed, files: Files): OwnersOf {
  if (config.budgets.every(({ owner }) => owner === undefined)) return ownersFrom(config.owners);
  const [file] = codeOwnersPaths.flatMap((path) => files.readFile(path) ?? []);
  return ownersFrom(config.owners, file?.kind === 'text' ? file.text : null);
}

/** @returns a sentence fragment where it is none. */
function baselineIn(files: Files, path: string): Baseline | string {
  const reading = files.readFile(path);
  if (reading === null) return noBaseline;
  return reading.kind === 'text' ? readBaseline(reading.text) : reading.why;
}
