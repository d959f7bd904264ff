import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareReports } from '../../../src/core/changes/compare.ts';
import type { Finding } from '../../../src/core/report.ts';
import { report } from '../../report/harbour.ts';

describe('what a change did', () => {
  it('makes no finding of a call new that only its file has another name', () => {
    const old: Finding = {
      rule: 'uncapped-output',
      severity: 'warning',
      confidence: 'high',
      prompt: null,
      path: 'src/pilot.ts',
      range: { start: 0, end: 90 },
      message: 'Nothing caps the answer',
      data: {},
      saves: null,
      fix: null,
      otherFixes: [],
      fingerprint: 'old',
    };
    const now = { ...old, path: 'src/tug.ts', fingerprint: 'now' };
    const before = report({ findings: [old] });
    const after = report({ findings: [now] });
    const renamed = new Map([['src/tug.ts', 'src/pilot.ts']]);
    assert.equal(compareReports(after, before, renamed).isOld(now), true);
    assert.equal(compareReports(after, before, new Map()).isOld(now), false);
    assert.equal(compareReports(after, before, renamed).isOld({ ...now, message: 'Another one' }), false);
  });
});
