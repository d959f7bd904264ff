import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { promptmeter, Sandbox } from './console.ts';

const source = `import OpenAI from 'openai';

const BERTHS_PROMPT = \`You are the office of a harbour, and captains who are on their way write to you.
Each and every answer that you give to a captain must name the length of the berth. Never name its price.\`;

await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: BERTHS_PROMPT }] });
`;

describe('promptmeter compress --engine rewrite', () => {
  it('writes what a model of an endpoint says shorter into the source', async (context) => {
    const { run, sandbox } = await harbour(context, (section) =>
      section
        .replace(', and captains who are on their way write to you', ' that captains write to')
        .replace('Each and every answer that you give to a captain', 'Every answer'),
    );
    const { stdout, stderr, code } = await run(
      'compress berths.ts --engine rewrite --endpoint-model harbour-7b --write --format diff',
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^\+Every answer must name the length of the berth\. Never name its price\.`;$/m);
    assert.match(stderr, /^berths\.ts#BERTHS_PROMPT {2}\d+ → \d+ tokens \(−[\d.]+ %\), 1 edit/);
    const written = readFileSync(join(sandbox.root, 'berths.ts'), 'utf8');
    assert.ok(
      written.includes('`You are the office of a harbour that captains write to.\nEvery answer must'),
    );
  });

  it('changes nothing where the model drops a "never", and says so', async (context) => {
    const { run, sandbox } = await harbour(context, (section) => section.replace('Never name', 'Name'));
    const { stderr, code } = await run(
      'compress berths.ts --engine rewrite --endpoint-model harbour-7b --write',
    );
    assert.equal(code, 0);
    assert.match(
      stderr,
      /nothing to save\n {2}A paragraph stays as it is, because the negation "never" would be lost\./,
    );
    assert.equal(readFileSync(join(sandbox.root, 'berths.ts'), 'utf8'), source);
  });

  it('says what it needs', async (context) => {
    const { run } = await harbour(context, (section) => section);
    assert.match(
      (await run('compress berths.ts --engine rewrite', { OPENAI_BASE_URL: '' })).stderr,
      /needs a language model: name one/,
    );
    assert.match((await run('compress berths.ts --engine rewrite')).stderr, /name one with --endpoint-model/);
    const secret = await run(
      'compress berths.ts --engine rewrite --endpoint-model a --endpoint http://harbour.example/v1',
      {
        OPENAI_API_KEY: 'sk-quay',
      },
    );
    assert.equal(secret.code, 2);
    assert.match(secret.stderr, /would send the key in the open/);
  });
});

describe('promptmeter compress --export-eval', () => {
  it('writes a configuration that compares both texts', async (context) => {
    const { run, sandbox } = await harbour(context, (section) => section);
    const { code, stderr } = await run('compress berths.ts --export-eval eval.yaml');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^wrote eval\.yaml: put inputs of your own into its tests/m);
    const { prompts, providers } = parse(readFileSync(join(sandbox.root, 'eval.yaml'), 'utf8')) as {
      prompts: { label: string; raw: string }[];
      providers: string[];
    };
    assert.deepEqual(
      prompts.map(({ label }) => label),
      ['original', 'compressed'],
    );
    assert.match(prompts[0]?.raw ?? '', /Each and every answer that you give/);
    assert.match(prompts[1]?.raw ?? '', /Every answer you give/);
    assert.deepEqual(providers, ['openai:chat:gpt-4o']);
  });
});

/** A folder with one prompt, and a server whose model rewrites sections. */
async function harbour(context: TestContext, rewrite: (section: string) => string) {
  const sandbox = new Sandbox();
  sandbox.write('berths.ts', source);
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const section = /<section>\n([^]*)\n<\/section>/.exec(messages[1]?.content ?? '')?.[1] ?? '';
      const content = `<shortened>\n${rewrite(section)}\n</shortened>`;
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    sandbox.remove();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const run = (words: string, env: Readonly<Record<string, string>> = {}) =>
    promptmeter(words.split(' '), { cwd: sandbox.root, env: { OPENAI_BASE_URL: base, ...env } });
  return { run, sandbox };
}
