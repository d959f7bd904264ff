import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** What a provider was sent. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export type Answer = (response: ServerResponse, received: Received) => void | Promise<void>;

/** A provider on this machine, which speaks real HTTP. */
export class FakeProvider {
  /** What it was sent, in order. */
  readonly received: Received[] = [];
  readonly #server = createServer((request, response) => void this.#take(request, response));
  /** How it answers: the next ones first, then by the path. */
  readonly #next: Answer[] = [];
  #aborted = 0;

  static async start(test: Pick<TestContext, 'after'>): Promise<FakeProvider> {
    const provider = new FakeProvider();
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    test.after(() => provider.stop());
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests whose client went away before their answer had ended. */
  get aborted(): number {
    return this.#aborted;
  }

  /** The next requests are answered like this. */
  next(...answers: Answer[]): void {
    this.#next.push(...answers);
  }

  /** The next request is answered with the beginning of a stream, and no more. @returns when that was sent. */
  begins(events: readonly string[]): Promise<void> {
    return new Promise((resolve) =>
      this.next((response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(events.join(''));
        resolve();
      }),
    );
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers, rawHeaders } = request;
    response.on('close', () => (this.#aborted += response.writableFinished ? 0 : 1));
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // The client went away; `aborted` counts it.
      return;
    }
    const received = { method, path, headers, rawHeaders, body: Buffer.concat(chunks) };
    this.received.push(received);
    await (this.#next.shift() ?? byPath)(response, received);
  }
}

/** Answers as the provider would whose path was asked: a stream where one was asked for. */
async function byPath(response: ServerResponse, { path: full, body }: Received): Promise<void> {
  const path = full.replace(/\?.*$/, '');
  const asked = JSON.parse(body.toString() || '{}') as {
    stream?: boolean;
    model?: string;
    stream_options?: object;
  };
  const model = asked.model ?? 'gpt-4o';
  if (path.includes(':streamGenerateContent')) return stream(response, geminiEvents);
  if (path.includes(':generateContent')) return json(response, geminiAnswer);
  if (path.endsWith('/embeddings')) return json(response, embeddings(model));
  if (path.endsWith('/messages'))
    return asked.stream ? stream(response, messageEvents(model)) : json(response, message(model));
  if (path.endsWith('/responses'))
    return asked.stream ? stream(response, responseEvents(model)) : json(response, responseAnswer(model));
  if (path.endsWith('/chat/completions'))
    return asked.stream
      ? stream(response, [...chatEvents(model, asked.stream_options !== undefined), 'data: [DONE]\n\n'])
      : json(response, chat(model));
  response.writeHead(404, { 'Content-Type': 'application/json' });
  response.end('{"error":{"message":"no such path","type":"invalid_request_error"}}');
}

export function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'X-Request-Id': 'req_bakery_1' });
  response.end(JSON.stringify(body));
}

/** Writes events one by one, so that they arrive as pieces. */
export async function stream(response: ServerResponse, events: readonly string[]): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  for (const event of events) {
    response.write(event);
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

export const words = ['Rye', ' bread', ' is', ' baked', ' on', ' Tuesdays', '.'];

export function chat(model: string): object {
  return {
    ...{
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_793_600_000,
      model,
      service_tier: 'default',
    },
    choices: [
      {
        ...{ index: 0, finish_reason: 'stop', logprobs: null },
        message: { role: 'assistant', content: words.join(''), refusal: null },
      },
    ],
    usage: {
      ...{ prompt_tokens: 1200, completion_tokens: 90, total_tokens: 1290 },
      prompt_tokens_details: { cached_tokens: 1024 },
      completion_tokens_details: { reasoning_tokens: 20 },
    },
  };
}

export function chatEvents(model: string, withUsage: boolean): string[] {
  const base = { id: 'chatcmpl-2', object: 'chat.completion.chunk', created: 1_793_600_000, model };
  const piece = (delta: object, finish: string | null) => ({
    ...base,
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...(withUsage ? { usage: null } : {}),
  });
  const usage = {
    ...{ ...base, choices: [] },
    usage: {
      prompt_tokens: 1200,
      completion_tokens: 7,
      total_tokens: 1207,
      prompt_tokens_details: { cached_tokens: 0 },
    },
  };
  return [
    piece({ role: 'assistant', content: '' }, null),
    ...words.map((word) => piece({ content: word }, null)),
    piece({}, 'stop'),
    ...(withUsage ? [usage] : []),
  ].map((event) => `data: ${JSON.stringify(event)}\n\n`);
}

export function message(model: string): object {
  return {
    ...{
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model,
      stop_reason: 'end_turn',
      stop_sequence: null,
    },
    content: [{ type: 'text', text: words.join('') }],
    usage: {
      ...{
        input_tokens: 40,
        cache_creation_input_tokens: 200,
        cache_read_input_tokens: 2000,
        output_tokens: 60,
      },
      cache_creation: { ephemeral_5m_input_tokens: 150, ephemeral_1h_input_tokens: 50 },
    },
  };
}

export function messageEvents(model: string): string[] {
  const start = {
    ...{ id: 'msg_2', type: 'message', role: 'assistant', model, content: [], stop_reason: null },
    usage: {
      input_tokens: 40,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 2000,
      output_tokens: 1,
    },
  };
  return [
    { type: 'message_start', message: start },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...words.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: 9 },
    },
    { type: 'message_stop' },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

export function responseAnswer(model: string): object {
  return {
    ...{
      id: 'resp_1',
      object: 'response',
      created_at: 1_793_600_000,
      status: 'completed',
      model,
      error: null,
    },
    output: [
      {
        ...{ id: 'msg_1', type: 'message', status: 'completed', role: 'assistant' },
        content: [{ type: 'output_text', text: words.join(''), annotations: [] }],
      },
    ],
    service_tier: 'default',
    usage: {
      ...{ input_tokens: 300, output_tokens: 50, total_tokens: 350 },
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 30 },
    },
  };
}

export function responseEvents(model: string): string[] {
  const whole = responseAnswer(model);
  return [
    { type: 'response.created', response: { ...whole, status: 'in_progress', output: [], usage: null } },
    ...words.map((delta) => ({
      type: 'response.output_text.delta',
      item_id: 'msg_1',
      output_index: 0,
      delta,
    })),
    { type: 'response.output_text.done', item_id: 'msg_1', output_index: 0, text: words.join('') },
    { type: 'response.completed', response: whole },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

function embeddings(model: string): object {
  return {
    ...{ object: 'list', model, usage: { prompt_tokens: 12, total_tokens: 12 } },
    data: [{ object: 'embedding', index: 0, embedding: [0.25, -0.5, 0.125] }],
  };
}

const geminiUsage = {
  promptTokenCount: 500,
  cachedContentTokenCount: 100,
  candidatesTokenCount: 30,
  thoughtsTokenCount: 12,
  totalTokenCount: 542,
};

export const geminiAnswer = {
  candidates: [
    { content: { role: 'model', parts: [{ text: words.join('') }] }, finishReason: 'STOP', index: 0 },
  ],
  usageMetadata: geminiUsage,
  modelVersion: 'gemini-2.5-flash',
};

export const geminiEvents = words.map((text, i) => {
  const isLast = i === words.length - 1;
  const event = {
    candidates: [
      {
        content: { role: 'model', parts: [{ text }] },
        index: 0,
        ...(isLast ? { finishReason: 'STOP' } : {}),
      },
    ],
    usageMetadata: isLast ? geminiUsage : { promptTokenCount: 500, candidatesTokenCount: i + 1 },
    modelVersion: 'gemini-2.5-flash',
  };
  return `data: ${JSON.stringify(event)}\r\n\r\n`;
});
