import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { Disk } from '../../src/host/disk.ts';
import { findConfiguration } from '../../src/host/configuration/find.ts';
import { findFiles } from '../../src/host/files.ts';
import { attribute } from '../../src/ledger/attribution/attribute.ts';
import { learn } from '../../src/ledger/attribution/learn.ts';
import { promptPrints, type PromptPrints } from '../../src/ledger/attribution/promptPrints.ts';
import { folder, morning, rowsOf } from '../ledger/calls.ts';
import { examples, program, run } from './exampleProgram.ts';
import { openBakery, type Bakery } from './running.ts';

let prompts: readonly PromptPrints[] = [];

before(async () => {
  const { config } = await findConfiguration(examples, examples);
  const { files } = findFiles({ root: examples, from: [''], config, ignoring: true });
  const report = await new Analyzer(new Disk(examples), config).analyze(files);
  prompts = report.prompts.map(promptPrints).filter((one) => one !== null);
});

describe('the example', () => {
  it('runs through the gateway, and its calls are known by its prompts', async (test) => {
    const bakery = await openBakery(test);
    await run(folder(test), program, bakery.gateway.environment);
    assert.deepEqual(
      bakery.provider.received.map(({ headers }) => headers.authorization),
      ['Bearer sk-ant-bakery', 'Bearer sk-ant-bakery', 'Bearer sk-ant-bakery', 'Bearer sk-bakery'],
    );
    assert.deepEqual(await spent(bakery, 'gateway'), expected);
  });

  it('tells OpenTelemetry the same, and the receiver records the same', async (test) => {
    const bakery = await openBakery(test);
    const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint = '' } = bakery.gateway.environment;
    const told = `import { flushed } from 'telling';\n${program}\nawait flushed();`;
    await run(folder(test), told, {
      ...{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint },
      ...{ OPENAI_BASE_URL: `${bakery.provider.url}/v1`, ANTHROPIC_BASE_URL: bakery.provider.url },
    });
    assert.deepEqual(await spent(bakery, 'otlp'), expected);
  });
});

/** Prompt, calls, input, read from the cache, output. */
const expected = [
  ['shop/src/receipt.ts#receiptNote.instructions', 1, 300, 0, 50],
  ['support/src/prompts.ts#SUPPORT_PROMPT', 1, 2240, 2000, 60],
  ['support/src/triage.ts#buildTriagePrompt.prompt', 2, 4480, 4000, 120],
];

async function spent({ calls, store }: Bakery, source: string): Promise<unknown[]> {
  assert.deepEqual(
    (await calls()).map((call) => call['source']),
    [source, source, source, source],
  );
  assert.equal(learn(store, prompts, { at: morning, isWhole: true }).kind, 'learned');
  assert.equal(attribute(store), 4);
  const rows = rowsOf(
    store,
    `SELECT charged_to, count(*) AS calls, sum(input) AS input, sum(cache_read) AS read, sum(output) AS output
     FROM spend GROUP BY charged_to ORDER BY charged_to`,
  );
  return rows.map(({ charged_to: prompt, calls: all, input, read, output }) => [
    prompt,
    all,
    input,
    read,
    output,
  ]);
}
