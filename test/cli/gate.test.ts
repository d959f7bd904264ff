// Stories of a gate in real git repositories. After a change that is meant: node test/cli/gate.test.ts --update
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Sandbox } from './console.ts';
import { assertSarif } from '../report/sarifSchema.ts';
import { replay } from './document.ts';
import { assertReportDocument } from './schemas.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'gate');
const updates = process.argv.includes('--update');

describe('the gate', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`does what ${name} says`, async () => {
      const expected = readFileSync(join(folder, name), 'utf8');
      const sandbox = new Sandbox(undefined, 'none');
      try {
        const actual = await replay(expected, sandbox, (command, { stdout }) => {
          if (command.includes('--format json') && stdout !== '') assertReportDocument(stdout);
          if (command.includes('--format sarif')) assertSarif(JSON.parse(stdout) as object);
        });
        assert.ok(!actual.includes(sandbox.root), 'the output names a folder of this machine');
        if (updates) writeFileSync(join(folder, name), actual);
        else assert.equal(actual, expected);
      } finally {
        sandbox.remove();
      }
    });
  }
});
