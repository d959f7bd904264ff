// The documents beside this file are the tests. After a change that is meant: node test/cli/documents.test.ts --update
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Sandbox, type Outcome } from './console.ts';
import { replay } from './document.ts';
import {
  assertCompressDocument,
  assertCountDocument,
  assertLedgerDocument,
  assertModelsDocument,
  assertReportDocument,
} from './schemas.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const updates = process.argv.includes('--update');

describe('the command line', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`does what ${name} says`, async () => {
      const expected = readFileSync(join(folder, name), 'utf8');
      const sandbox = new Sandbox('harbour');
      try {
        const actual = await replay(expected, sandbox, inspect);
        assert.ok(!actual.includes(sandbox.root), 'the output names a folder of this machine');
        if (updates) writeFileSync(join(folder, name), actual);
        else assert.equal(actual, expected);
      } finally {
        sandbox.remove();
      }
    });
  }
});

function inspect(command: string, { stdout }: Outcome): void {
  if (!command.includes('--format json') || stdout === '') return;
  if (command.includes('promptmeter count')) assertCountDocument(stdout);
  else if (command.includes('promptmeter compress')) assertCompressDocument(stdout);
  else if (command.includes('promptmeter models')) assertModelsDocument(stdout);
  else if (command.includes('ledger report')) assertLedgerDocument(stdout);
  else if (!command.includes('ledger export')) assertReportDocument(stdout);
}
