import type { BudgetResult } from '../core/budgets/check.ts';
import type { Finding, Fix, Report, Severity } from '../core/report.ts';
import { inDollars } from '../core/prices/usd.ts';
import type { Rule } from '../core/rules/rule.ts';
import { budgetNotices, overBudget, type BudgetNotice } from './budgets.ts';
import { Places } from './place.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

export interface SarifOptions {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** Id of a rule → its page, in Markdown. */
  readonly pages: ReadonlyMap<string, string>;
}

/**
 * Report → SARIF 2.1.0: findings and exceeded budgets as results with their places, fixes and fingerprints; files that
 * were not read as notifications.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (2020-03-27)
 */
export function sarifReport(
  report: Report,
  budgets: readonly BudgetResult[] | null,
  { version, rules, pages }: SarifOptions,
): string {
  const places = new Places(report);
  const notices = budgetNotices(report, budgets, places);
  const told = rules.map(({ id, title, severity }) => ({ id, title, severity }));
  const indexes = new Map(told.map(({ id }, i) => [id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'promptmeter',
            semanticVersion: version,
            rules: told.map(({ id, title, severity }) => ({
              id,
              shortDescription: { text: `${title}.` },
              help: { text: `${title}.`, ...(pages.has(id) ? { markdown: pages.get(id) } : {}) },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.unread.map(({ path, why }) => ({
              level: 'note',
              message: { text: `${path} was not read: ${why}` },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: [
          ...report.findings.map((finding) => findingResult(finding, report, places, indexes)),
          ...notices.map((notice) => budgetResult(notice, places, indexes)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function findingResult(
  finding: Finding,
  report: Report,
  places: Places,
  indexes: ReadonlyMap<string, number>,
): object {
  const { rule, severity, confidence, message, path, range, prompt, fingerprint, saves } = finding;
  const usd = saves?.usdPer1kCalls ?? null;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [location(places, path, range, prompt)],
    partialFingerprints: { 'promptmeter/v1': fingerprint },
    ...fixesOf(finding, report, places),
    properties: {
      confidence,
      ...(saves === null ? {} : { tokensSaved: saves.tokens }),
      ...(usd === null ? {} : { usdPer1kCalls: inDollars(usd) }),
    },
  };
}

/** A fix of files whose lines are not known could not be placed, and is left out. */
function fixesOf({ fix, otherFixes }: Finding, { lines }: Report, places: Places): object {
  const fixes = (fix === null ? [] : [fix, ...otherFixes])
    .filter(({ edits }) => edits.every(({ path }) => Object.hasOwn(lines, path)))
    .map((one) => fixEntry(one, places));
  return fixes.length === 0 ? {} : { fixes };
}

function fixEntry(fix: Fix, places: Places): object {
  const paths = [...new Set(fix.edits.map(({ path }) => path))];
  const artifactChanges = paths.map((path) => ({
    artifactLocation: artifact(path),
    replacements: fix.edits
      .filter((edit) => edit.path === path)
      .map(({ range, text }) => ({ deletedRegion: region(places, path, range), insertedContent: { text } })),
  }));
  return { description: { text: fix.title }, artifactChanges };
}

/** SARIF marks what was there before the change; a result without a place is one of the whole run. */
function budgetResult(
  { result, severity, at, message, fingerprint }: BudgetNotice,
  places: Places,
  indexes: ReadonlyMap<string, number>,
): object {
  const prompt = result.subject.kind === 'prompt' ? result.subject.id : null;
  return {
    ruleId: overBudget,
    ruleIndex: indexes.get(overBudget) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: at === null ? [] : [location(places, at.path, at.range, prompt)],
    partialFingerprints: { 'promptmeter/v1': fingerprint },
    ...(result.status === 'inherited' ? { baselineState: 'unchanged' } : {}),
  };
}

function location(places: Places, path: string, range: Range, prompt: string | null): object {
  return {
    physicalLocation: { artifactLocation: artifact(path), region: region(places, path, range) },
    ...(prompt === null ? {} : { logicalLocations: [{ fullyQualifiedName: prompt }] }),
  };
}

function region(places: Places, path: string, range: Range): object {
  const { startLine, startColumn, endLine, endColumn } = places.of(path, range);
  return { startLine, startColumn, endLine, endColumn };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

type Range = Finding['range'];
