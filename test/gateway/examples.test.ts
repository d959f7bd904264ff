import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Analyzer } from '../../src/core/analyze.ts';
import { Disk } from '../../src/host/disk.ts';
import { findConfiguration } from '../../src/host/configuration/find.ts';
import { findFiles } from '../../src/host/files.ts';
import { attribute } from '../../src/ledger/attribution/attribute.ts';
import { learn } from '../../src/ledger/attribution/learn.ts';
import { promptPrints, type PromptPrints } from '../../src/ledger/attribution/promptPrints.ts';
import { folder, morning, rowsOf } from '../ledger/calls.ts';
import { openBakery, type Bakery } from './running.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** A morning at the example's support desk and in its shop, with its own code and the official clients. */
const program = `
  import { draftReply } from './support/src/agent.ts';
  import { triage } from './support/src/triage.ts';
  import { receiptNote } from './shop/src/receipt.ts';
  const mail = { from: 'ada@harbour.example', subject: 'Rolls', body: 'The rolls were wet this morning.' };
  await triage(mail, false);
  await triage({ ...mail, subject: 'Invoice' }, true);
  await draftReply(mail, 'order 4711: 12 rolls', '');
  await receiptNote({ lines: [{ productId: 'rye', quantity: 2 }] }, 'German');
`;

/** Tells every request that goes out as a span of the GenAI conventions, with the SDK of OpenTelemetry. */
const telling = `
  import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
  import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
  const exporter = new OTLPTraceExporter();
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
  const tracer = provider.getTracer('bakery');
  const { fetch } = globalThis;
  globalThis.fetch = async (url, options) => {
    const asked = JSON.parse(options.body);
    const span = tracer.startSpan('chat ' + asked.model);
    const response = await fetch(url, options);
    const { model, usage } = await response.clone().json();
    span.setAttributes({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': asked.model.startsWith('claude') ? 'anthropic' : 'openai',
      'gen_ai.request.model': asked.model,
      'gen_ai.response.model': model,
      'gen_ai.usage.input_tokens':
        usage.input_tokens + (usage.cache_read_input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0),
      'gen_ai.usage.output_tokens': usage.output_tokens,
      'gen_ai.usage.cache_read.input_tokens': usage.cache_read_input_tokens ?? 0,
      'gen_ai.usage.cache_creation.input_tokens': usage.cache_creation_input_tokens ?? 0,
      'input.value': options.body,
    });
    span.end();
    return response;
  };
  export const flushed = () => provider.shutdown();
`;

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
    await run(test, program, bakery.gateway.environment);
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
    await run(test, told, {
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

/** Bundled as a program would be, and run in a process of its own. */
async function run(
  test: TestContext,
  contents: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const outfile = join(folder(test), 'morning.mjs');
  await build({
    ...{ stdin: { contents, resolveDir: examples, loader: 'ts' }, outfile, logLevel: 'error' },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20' },
    // What CommonJS packages ask for at run time.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'telling',
        setup(building) {
          building.onResolve({ filter: /^telling$/ }, ({ path }) => ({ path, namespace: 'telling' }));
          building.onLoad({ filter: /.*/, namespace: 'telling' }, () => ({
            contents: telling,
            resolveDir: examples,
          }));
        },
      },
    ],
  });
  const child = spawn(process.execPath, [outfile], {
    env: { ...process.env, OPENAI_API_KEY: 'sk-bakery', ANTHROPIC_API_KEY: 'sk-ant-bakery', ...env },
  });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 0, stderr);
}
