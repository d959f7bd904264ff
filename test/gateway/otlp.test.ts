import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SpanStatusCode, type Attributes } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { TracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { openBakery } from './running.ts';

const prompt =
  'You take orders at a bakery. Answer in one short sentence and never promise bread before six.';

/** One span in each of the conventions that are around, and some that are no calls of a model. */
const spans: Readonly<Record<string, Attributes>> = {
  genAi: {
    ...{ 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'anthropic' },
    ...{ 'gen_ai.request.model': 'claude-sonnet-4-5', 'gen_ai.usage.input_tokens': 2240 },
    ...{ 'gen_ai.usage.output_tokens': 60, 'gen_ai.usage.cache_read.input_tokens': 2000 },
    ...{ 'gen_ai.usage.cache_creation.input_tokens': 200, 'gen_ai.conversation.id': 'till-7' },
    'gen_ai.system_instructions': JSON.stringify([{ type: 'text', content: prompt }]),
  },
  earlier: {
    ...{
      'gen_ai.operation.name': 'chat',
      'gen_ai.system': 'openai',
      'gen_ai.response.model': 'gpt-4o-2024-08-06',
    },
    ...{ 'gen_ai.usage.prompt_tokens': 100, 'gen_ai.usage.completion_tokens': 20 },
    'gen_ai.response.finish_reasons': ['length'],
  },
  openInference: {
    ...{ 'openinference.span.kind': 'LLM', 'llm.provider': 'google', 'llm.model_name': 'gemini-2.5-flash' },
    ...{ 'llm.token_count.prompt': 500, 'llm.token_count.completion': 42 },
    ...{
      'llm.token_count.prompt_details.cache_read': 100,
      'llm.token_count.completion_details.reasoning': 12,
    },
    ...{ 'llm.input_messages.0.message.role': 'system', 'llm.input_messages.0.message.content': prompt },
  },
  openLlmetry: {
    ...{
      'llm.request.type': 'chat',
      'gen_ai.system': 'Anthropic',
      'gen_ai.request.model': 'claude-sonnet-4-5',
    },
    ...{
      'gen_ai.usage.prompt_tokens': 40,
      'gen_ai.usage.completion_tokens': 9,
      'llm.usage.total_tokens': 2049,
    },
    ...{ 'gen_ai.usage.cache_read_input_tokens': 2000, 'traceloop.workflow.name': 'orders' },
    ...{ 'gen_ai.prompt.0.role': 'system', 'gen_ai.prompt.0.content': prompt },
  },
  tool: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'oven' },
  web: { 'http.request.method': 'POST', 'url.full': 'https://flour.example' },
};

const exporters = { protobuf: ProtobufExporter, JSON: JsonExporter };

describe('the receiver of OpenTelemetry', () => {
  for (const [name, Exporter] of Object.entries(exporters))
    it(`takes what the official exporter sends as ${name}, each call once, and keeps no text`, async (test) => {
      const { gateway, folder, mistakes, calls } = await openBakery(test);
      const url = gateway.environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? '';
      const processors = [1, 2].map(() => new SimpleSpanProcessor({ exporter: new Exporter({ url }) }));
      const provider = new TracerProvider({ spanProcessors: processors });
      const tracer = provider.getTracer('bakery');
      for (const [span, attributes] of Object.entries(spans)) {
        const started = tracer.startSpan(span, { attributes });
        if (span === 'earlier') started.addEvent('first token');
        started.end();
      }
      const failed = tracer.startSpan('failed', { attributes: { 'gen_ai.operation.name': 'chat' } });
      failed.setStatus({ code: SpanStatusCode.ERROR, message: 'overloaded' }).end();
      await provider.forceFlush();
      await provider.shutdown();
      const recorded = await calls();
      assert.deepEqual(
        recorded.map((call) => {
          const { provider: by, model, input, cache_read: read, output, reasoning, status } = call;
          return [by, model, input, read, output, reasoning, status];
        }),
        [
          ['anthropic', 'claude-sonnet-4-5', 2240, 2000, 60, null, 'ok'],
          ['openai', 'gpt-4o-2024-08-06', 100, null, 20, null, 'incomplete'],
          ['google', 'gemini-2.5-flash', 500, 100, 42, 12, 'ok'],
          // Its numbers tell that what was cached is not part of the input.
          ['anthropic', 'claude-sonnet-4-5', 2040, 2000, 9, null, 'ok'],
          [null, null, null, null, null, null, 'error'],
        ],
      );
      assert.ok(recorded.slice(0, 4).every(({ usd_8: usd }) => Number(usd) > 0));
      assert.deepEqual([recorded[0]?.['session'], recorded[3]?.['feature']], ['till-7', 'orders']);
      // The same prompt has the same sums, whichever convention tells it.
      const sketches = [0, 2, 3].map((i) => recorded[i]?.['sketch']);
      assert.ok(sketches[0] !== null && new Set(sketches).size === 1);
      for (const file of readdirSync(folder))
        assert.ok(!readFileSync(join(folder, file)).includes('never promise'));
      assert.deepEqual(mistakes, []);
    });

  it('tells of calls that it cannot take, and refuses what is no trace', async (test) => {
    const { gateway, calls } = await openBakery(test);
    const send = async (type: string, body: string | Uint8Array, headers: Record<string, string> = {}) => {
      const response = await fetch(`${gateway.url}/v1/traces`, {
        ...{ method: 'POST', headers: { 'Content-Type': type, ...headers } },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
      return [response.status, await response.text()];
    };
    const attributes = [{ key: 'gen_ai.operation.name', value: { stringValue: 'chat' } }];
    const times = { startTimeUnixNano: '1793606400000000000', endTimeUnixNano: '1793606401000000000' };
    const good = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), ...times, attributes };
    const trace = (...all: object[]) => JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: all }] }] });
    const partial = await send('application/json', trace(good, { ...good, spanId: 'rye' }));
    assert.equal(partial[0], 200);
    assert.match(String(partial[1]), /"rejectedSpans":"1","errorMessage":"calls without the ids/);
    const zipped = gzipSync(trace(good));
    assert.deepEqual(await send('application/json', zipped, { 'Content-Encoding': 'gzip' }), [200, '{}']);
    assert.equal((await send('application/json', 'rye'))[0], 400);
    assert.equal((await send('application/x-protobuf', Buffer.from('0affffffffff', 'hex')))[0], 400);
    assert.equal((await send('text/plain', 'rye'))[0], 415);
    const [call, ...others] = await calls();
    assert.deepEqual(
      [call?.['id'], call?.['latency_ms'], others],
      [`${good.traceId}-${good.spanId}`, 1000, []],
    );
  });

  it('leaves out a span around another call, which tells the same again', async (test) => {
    const { gateway, calls } = await openBakery(test);
    const times = { startTimeUnixNano: '1793606400000000000', endTimeUnixNano: '1793606401000000000' };
    const attributes = [
      { key: 'openinference.span.kind', value: { stringValue: 'LLM' } },
      { key: 'llm.token_count.prompt', value: { intValue: '12' } },
    ];
    const outer = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), ...times, attributes };
    const inner = { ...outer, spanId: 'c'.repeat(16), parentSpanId: outer.spanId };
    const body = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [inner, outer] }] }] });
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${gateway.url}/v1/traces`, { method: 'POST', headers, body });
    assert.deepEqual(
      (await calls()).map(({ id, input }) => [id, input]),
      [[`${inner.traceId}-${inner.spanId}`, 12]],
    );
  });
});
