import type { BudgetResult } from '../core/budgets/check.ts';
import type { Finding, Report } from '../core/report.ts';
import { budgetMessage, overBudget, subjectWords } from './budgets.ts';
import { Places } from './place.ts';
import { nameOf } from './words.ts';

interface Case {
  readonly classname: string;
  readonly name: string;
  /** What fails it; none where it is fine. */
  readonly failures: readonly { readonly type: string; readonly message: string }[];
  readonly notes: readonly string[];
}

/** Report → JUnit XML: a test case for each prompt, which its findings fail, and one for each budget. */
export function junitReport(
  report: Report,
  budgets: readonly BudgetResult[] | null,
  failing: readonly Finding[],
): string {
  const places = new Places(report);
  const failed = new Set(failing);
  const found = new Map<string | null, Finding[]>();
  for (const finding of report.findings) {
    const known = found.get(finding.prompt);
    if (known === undefined) found.set(finding.prompt, [finding]);
    else known.push(finding);
  }
  const told = new Map(
    report.prompts.map((prompt) => [prompt.id, { path: prompt.path, name: nameOf(prompt) }]),
  );
  const ids = [...told.keys(), ...report.findings.flatMap(({ prompt }) => prompt ?? [])];
  const prompts = [...new Set(ids)].map((id) => caseOf(id));
  const loose = found.get(null) ?? [];

  function caseOf(id: string): Case {
    const { path, name } = told.get(id) ?? { path: id.slice(0, id.indexOf('#')), name: id };
    return withFindings(path, name, found.get(id) ?? []);
  }

  function withFindings(classname: string, name: string, findings: readonly Finding[]): Case {
    const line = (finding: Finding): string =>
      `${finding.path}:${places.line(finding.path, finding.range.start)}: ${finding.message}`;
    const fails = findings.filter((finding) => failed.has(finding));
    return {
      classname,
      name,
      failures: fails.map((finding) => ({ type: finding.rule, message: line(finding) })),
      notes: findings.filter((finding) => !failed.has(finding)).map(line),
    };
  }

  const suites = [
    suite('prompts', prompts),
    ...(loose.length === 0
      ? []
      : [
          suite(
            'files',
            loose.map((one) => withFindings(one.path, one.rule, [one])),
          ),
        ]),
    ...(budgets === null
      ? []
      : [
          suite(
            'budgets',
            budgets.map((result) => budgetCase(result, report, places)),
          ),
        ]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="promptmeter">\n${suites.join('')}</testsuites>\n`;
}

function budgetCase(result: BudgetResult, report: Report, places: Places): Case {
  const message = budgetMessage(result, report, places);
  return {
    classname: result.scope,
    name: subjectWords(result, report, places),
    failures: result.fails ? [{ type: overBudget, message }] : [],
    notes: result.fails ? [] : [message],
  };
}

function suite(name: string, cases: readonly Case[]): string {
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const head = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n`;
  return `${head}${cases.map(testcase).join('')}  </testsuite>\n`;
}

function testcase({ classname, name, failures, notes }: Case): string {
  const head = `    <testcase classname="${xml(classname)}" name="${xml(name)}"`;
  if (failures.length === 0 && notes.length === 0) return `${head}/>\n`;
  const inside = [
    ...failures.map(
      ({ type, message }) => `      <failure type="${xml(type)}" message="${xml(message)}"/>\n`,
    ),
    ...(notes.length === 0 ? [] : [`      <system-out>${xml(notes.join('\n'))}</system-out>\n`]),
  ];
  return `${head}>\n${inside.join('')}    </testcase>\n`;
}

/** Characters that XML 1.0 cannot say at all become a question mark. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
