import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** A morning at the example's support desk and in its shop, with its own code and the official clients. */
export const program = `
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

/** Bundled as a program would be, and run in a process of its own. */
export async function run(
  /** Where the bundle goes. */
  folder: string,
  contents: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const outfile = join(folder, 'morning.mjs');
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
