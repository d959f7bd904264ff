import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failing } from '../../src/core/rules/gate.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { checkBudgets } from '../../src/core/budgets/check.ts';
import type { Report } from '../../src/core/report.ts';
import { rules } from '../../src/core/rules/index.ts';
import { csvReport } from '../../src/report/csv.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { junitReport } from '../../src/report/junit.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { reportOf } from '../hostile/memory.ts';
import { assertSarif } from './sarifSchema.ts';

const path = 'quay, north/clock: 100%.py';
const code = `from datetime import datetime
from openai import OpenAI


def answer(question):
    system = f"""It is {datetime.now()}. <Tides> & "quays".
${Array.from({ length: 90 }, (_, i) => `${i}. A ship at berth ${(i * 37) % 91} tells the office its length before noon.`).join('\n')}
"""
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )
`;

describe('a report for tools', () => {
  it('is SARIF that fits its schema, with places, fixes and fingerprints', async () => {
    const { report, budgets } = await harbour();
    const log = JSON.parse(
      sarifReport(report, budgets, {
        version: '1.2.3',
        rules,
        pages: new Map([[report.findings[0]?.rule ?? '', '# Page']]),
      }),
    ) as Log;
    assertSarif(log);
    const [run] = log.runs;
    const finding = report.findings.find(({ fix }) => fix !== null);
    const result = run?.results.find(({ ruleId }) => ruleId === finding?.rule);
    assert.ok(run && finding && result);
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, finding.rule);
    assert.equal(result.partialFingerprints['promptmeter/v1'], finding.fingerprint);
    assert.equal(
      result.locations[0]?.physicalLocation.artifactLocation.uri,
      'quay%2C%20north/clock%3A%20100%25.py',
    );
    assert.equal(result.locations[0].physicalLocation.region.startLine, 6);
    assert.ok(result.fixes?.[0]?.artifactChanges[0]?.replacements.length);
    assert.ok(run.results.some(({ ruleId, level }) => ruleId === 'over-budget' && level === 'error'));
    assert.ok(run.tool.driver.rules.some(({ help }) => help.markdown === '# Page'));
    assert.equal(run.invocations[0]?.toolExecutionNotifications.length, 1);
  });

  it('is workflow commands whose values cannot end them', async () => {
    const { report, budgets } = await harbour();
    const lines = githubReport(report, budgets).trimEnd().split('\n');
    assert.equal(lines.length, report.findings.length + 1);
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=quay%2C north\/clock%3A 100%25\.py,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::\S/,
      );
    assert.match(lines.at(-1) ?? '', /title=over-budget::.* has .* more than the 100 of \*\*\/\*/);
  });

  it('is a list for GitLab with a fingerprint for each', async () => {
    const { report, budgets } = await harbour();
    const list = JSON.parse(gitlabReport(report, budgets)) as {
      fingerprint: string;
      severity: string;
      location: object;
    }[];
    assert.equal(list.length, report.findings.length + 1);
    assert.equal(new Set(list.map(({ fingerprint }) => fingerprint)).size, list.length);
    assert.deepEqual(list[0]?.location, { path, lines: { begin: 6 } });
    assert.ok(list.every(({ severity }) => ['info', 'major', 'critical'].includes(severity)));
  });

  it('is JUnit whose cases fail as the gate does', async () => {
    const { report, budgets } = await harbour();
    const strict = junitReport(report, budgets, failing(report.findings, defaultConfig));
    assert.match(strict, /<testsuite name="prompts" tests="1" failures="1"/);
    assert.match(strict, /<testsuite name="budgets" tests="1" failures="1"/);
    assert.match(strict, /<failure type="hole-before-static" message="quay, north\/clock: 100%\.py:6: /);
    const open = junitReport(report, null, []);
    assert.doesNotMatch(open, /<failure|name="budgets"/);
    assert.match(open, /<system-out>/);
  });

  it('is a table whose cells are texts, whatever they begin with', async () => {
    const { report } = await harbour();
    const [prompt] = report.prompts;
    assert.ok(prompt);
    const rows = csvReport({ ...report, prompts: [{ ...prompt, id: '=cmd|"x"' }] }).split('\n');
    assert.equal(rows.length, 3);
    assert.match(rows[0] ?? '', /^id,path,line,role,/);
    assert.match(
      rows[1] ?? '',
      /^"'=cmd\|""x""","quay, north\/clock: 100%\.py",6,system,openai,gpt-4\.1,false,\d+,/,
    );
  });

  it('holds nothing of what is not there', () => {
    const none: Report = {
      prompts: [],
      calls: [],
      findings: [],
      unread: [],
      files: 0,
      lines: {},
      prices: { source: 's', date: '2026-11-22', problem: null },
      currency: null,
    };
    assertSarif(JSON.parse(sarifReport(none, null, { version: '1.2.3', rules, pages: new Map() })) as Log);
    assert.equal(githubReport(none, null), '');
    assert.equal(gitlabReport(none, null), '[]\n');
    assert.equal(csvReport(none).split('\n').length, 2);
    assert.match(junitReport(none, null, []), /tests="0" failures="0"/);
  });
});

interface Log {
  runs: {
    tool: { driver: { rules: { id: string; help: { markdown?: string } }[] } };
    invocations: { toolExecutionNotifications: object[] }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      partialFingerprints: Record<string, string>;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
      fixes?: { artifactChanges: { replacements: object[] }[] }[];
    }[];
  }[];
}

async function harbour() {
  const report = await reportOf({ [path]: code });
  const { results } = checkBudgets(report, [{ prompts: '**/*', maxTokens: 100 }]);
  return { report: { ...report, unread: [{ path: 'tide table.bin', why: 'binary' }] }, budgets: results };
}
