import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { promptmeter, Sandbox } from './console.ts';

const code = `from openai import OpenAI


def answer(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": "In order to answer a captain, name the berth. In order to find it, ask the office."},
            {"role": "user", "content": question},
        ],
    )
`;

function harbour(context: TestContext) {
  const sandbox = new Sandbox();
  context.after(() => sandbox.remove());
  sandbox.write('office/tides/answer.py', code);
  sandbox.write(
    'promptmeter.config.json',
    '{ "budgets": [{ "prompts": "office/**", "maxTokens": 1 }], "rules": { "filler-phrase": "error" } }',
  );
  const cwd = join(sandbox.root, 'office');
  const check = async (format: string) =>
    (await promptmeter(['check', '-q', '--format', format], { cwd })).stdout;
  return { check };
}

describe('a report of a folder below the root of the repository', () => {
  it('counts paths from the root where a change is annotated with it', async (context) => {
    const { check } = harbour(context);
    const uris = Array.from((await check('sarif')).matchAll(/"uri": "([^"]*)"/g), ([, uri]) => uri);
    assert.ok(uris.length > 2);
    assert.deepEqual([...new Set(uris)], ['office/tides/answer.py']);
    const files = Array.from((await check('github')).matchAll(/ file=([^,]*),/g), ([, file]) => file);
    assert.ok(files.length > 1);
    assert.deepEqual([...new Set(files)], ['office/tides/answer.py']);
    const quality = JSON.parse(await check('gitlab')) as { location: { path: string } }[];
    assert.ok(quality.length > 1);
    assert.deepEqual([...new Set(quality.map(({ location }) => location.path))], ['office/tides/answer.py']);
  });

  it('counts them from where a person stands otherwise', async (context) => {
    const { check } = harbour(context);
    for (const format of ['csv', 'json', 'junit'])
      assert.match(await check(format), /[",]tides\/answer\.py/, format);
  });
});
