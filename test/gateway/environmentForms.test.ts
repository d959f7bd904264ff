import assert from 'node:assert/strict';
import { it } from 'node:test';
import { environmentForms } from '../../src/gateway/environmentForms.ts';

const environment = {
  OPENAI_BASE_URL: 'http://127.0.0.1:7717/t/rye/openai/v1',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:7717/t/rye/anthropic',
};

it('variables are written as each shell and file takes them', () => {
  assert.deepEqual(
    environmentForms.map(({ id, text }) => [id, text(environment).split('\n')[0]]),
    [
      ['sh', "export OPENAI_BASE_URL='http://127.0.0.1:7717/t/rye/openai/v1'"],
      ['powershell', "$env:OPENAI_BASE_URL = 'http://127.0.0.1:7717/t/rye/openai/v1'"],
      ['dotenv', 'OPENAI_BASE_URL=http://127.0.0.1:7717/t/rye/openai/v1'],
      ['launch', '"env": {'],
    ],
  );
  const launch = environmentForms.find(({ id }) => id === 'launch')?.text(environment) ?? '';
  assert.deepEqual(JSON.parse(`{${launch}}`), { env: environment });
});
