// node large.ts LEDGER LOG BYTES: writes a log of about so many bytes, imports it, and tells calls and memory as JSON.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { importFile } from '../../../src/ledger/ingest/importFile.ts';
import { open } from '../../../src/ledger/store.ts';

const [, , ledger = '', log = '', bytes = '0'] = process.argv;
const size = Number(bytes);

const out = createWriteStream(log);
let [written, calls] = [0, 0];
out.write('[');
while (written < size) {
  const record = {
    ...{ request_id: `chatcmpl-${calls}`, call_type: 'acompletion', spend: 0.00231, prompt_tokens: 1200 },
    ...{ completion_tokens: 60, startTime: 1793606400 + calls, endTime: 1793606402 + calls, model: 'gpt-4o' },
    ...{
      custom_llm_provider: 'openai',
      metadata: {},
      messages: [{ role: 'user', content: 'two loaves, '.repeat(40) }],
    },
  };
  const line = `${calls === 0 ? '' : ','}\n${JSON.stringify(record)}`;
  if (!out.write(line)) await once(out, 'drain');
  written += line.length;
  calls++;
}
out.end('\n]\n');
await once(out, 'finish');

const before = process.resourceUsage().maxRSS;
const opened = await open(ledger);
if (opened.kind === 'fault') throw new Error(opened.detail);
const started = performance.now();
const answer = await importFile(opened.store, log);
const seconds = (performance.now() - started) / 1000;
opened.store.close();
if (answer.kind !== 'imported') throw new Error(JSON.stringify(answer));
const grown = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(
  JSON.stringify({
    written,
    calls,
    added: answer.added,
    grownMb: Math.round(grown),
    mbPerSecond: Math.round(written / 1e6 / seconds),
  }),
);
