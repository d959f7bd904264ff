// A fixture says in trailing comments what its rule finds: `finds: part of the message` on the line itself, or
// `finds 2 lines below: …` where a comment cannot stand there. What is not said must not be found. Beside a fixture,
// `<case>.fixed.<ext>` is the whole text after every fix.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../src/core/rules/index.ts';
import { applyFix } from '../../src/core/rules/fix.ts';
import type { Finding } from '../../src/core/report.ts';
import { LineIndex, lineStarts } from '../../src/core/text.ts';
import { configFor, readText, reportOn } from './world.ts';

const marker = /\bfinds(?: (\d+) lines? below)?(?: \((info|warning|error)\))?: (.*?)(?:\s*(?:-->|\*\/))?$/;

for (const { id } of rules) {
  const folder = new URL(`./${id}/`, import.meta.url);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  describe(`the fixtures of ${id}`, () => {
    it('are there', () => assert.notEqual(files.length, 0));
    for (const name of files.filter((file) => !file.includes('.fixed.') && !file.endsWith('.json')))
      it(name, () => checkFixture(id, new URL(name, folder)));
  });
}

async function checkFixture(rule: string, path: URL): Promise<void> {
  const code = readText(path);
  const name = `harbour${extname(path.pathname)}`;
  const findings = await found(rule, name, code);
  const lines = new LineIndex(lineStarts(code));
  const told = findings.map(({ range, severity, message }) => ({
    line: lines.position(range.start).line + 1,
    severity,
    message,
  }));
  const expected = expectations(code);
  assert.equal(told.length, expected.length, JSON.stringify(told, null, 1));
  for (const { line, severity, message } of expected) {
    const finding = told.find((one) => one.line === line);
    assert.ok(finding, `nothing is found on line ${line}: ${JSON.stringify(told, null, 1)}`);
    assert.ok(finding.message.includes(message), `line ${line} says: ${finding.message}`);
    if (severity !== undefined) assert.equal(finding.severity, severity, `line ${line}`);
  }
  await checkFixed(rule, name, code, findings, path);
}

function expectations(code: string) {
  return code.split(/\r?\n/).flatMap((text, i) => {
    const [, below = '0', severity, message] = marker.exec(text) ?? [];
    return message === undefined ? [] : [{ line: i + 1 + Number(below), severity, message }];
  });
}

/** All fixes of a fixture, one after the other as a person would apply them. */
async function checkFixed(
  rule: string,
  name: string,
  code: string,
  findings: readonly Finding[],
  path: URL,
): Promise<void> {
  const fixed = new URL(path.href.replace(/(\.\w+)$/, '.fixed$1'));
  if (!existsSync(fixed)) {
    assert.deepEqual(
      findings.flatMap(({ fix }) => fix?.title ?? []),
      [],
      'there is a fix, and no text to hold it against',
    );
    return;
  }
  let text = code;
  for (let round = 0; round < findings.length; round++) {
    const fix = (await found(rule, name, text)).find((finding) => finding.fix !== null)?.fix ?? null;
    assert.ok(fix, `there is no fix for: ${findings[round]?.message}`);
    const result = applyFix(fix, (file) => (file === name ? text : null));
    assert.ok(result.kind === 'texts', result.kind === 'refused' ? result.why : '');
    text = result.texts.get(name) ?? text;
  }
  assert.equal(text, readText(fixed));
}

async function found(rule: string, name: string, code: string): Promise<Finding[]> {
  const { findings } = await reportOn(
    name,
    code,
    configFor(rules.find(({ id }) => id === rule) ?? { id: rule }),
  );
  return findings.filter((finding) => finding.rule === rule && finding.path === name);
}
