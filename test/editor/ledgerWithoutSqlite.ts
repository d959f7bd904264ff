// Started by ledger.test.ts with a Node that has no SQLite: asks a ledger, and prints what a person was shown.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { shown } from './fakeVscode.ts';

const { Ledger } = await import('../../src/editor/ledger.ts');
const { Trouble } = await import('../../src/editor/trouble.ts');

const home = mkdtempSync(join(tmpdir(), 'promptmeter-ledger-'));
process.env['PROMPTMETER_DATA'] = join(home, 'data');
const script = join(import.meta.dirname, '..', '..', 'src', 'ledger', 'thread', 'worker.ts');
const ledger = new Ledger(script, new Trouble());
const path = ledger.pathOf(home) ?? '';
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, '');
const answers = [
  await ledger.ask(home, { kind: 'measures', now: 0 }),
  await ledger.ask(home, { kind: 'measures', now: 0 }),
];
ledger.dispose();
rmSync(home, { recursive: true, force: true });
process.stdout.write(JSON.stringify({ answers, shown }));
