import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { folderWith } from '../host/folder.ts';

const shop = (model: string): string => `import OpenAI from 'openai';
new OpenAI().chat.completions.create({ ${model}messages: [{ role: 'user', content: 'Which loaf is fresh?' }] });
`;

/** Tells on standard error the name of every file that is read, whichever way. */
const spy = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
const heard = (of, name) => {
  const read = of[name];
  of[name] = (path, ...more) => {
    if (typeof path === 'string') process.stderr.write('read ' + basename(path) + '\\n');
    return read.call(of, path, ...more);
  };
};
for (const name of ['readFileSync', 'readFile', 'openSync', 'open', 'createReadStream']) heard(fs, name);
for (const name of ['readFile', 'open']) heard(fs.promises, name);
syncBuiltinESMExports();`;

/** Names of the files that the built command reads. */
function readBy(words: readonly string[], cwd: string): readonly string[] {
  const hook = `data:text/javascript,${encodeURIComponent(spy)}`;
  const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
  const run = spawnSync(process.execPath, ['--import', hook, cli, ...words], { cwd, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return [...run.stderr.matchAll(/^read (.*)$/gm)].map(([, name = '']) => name);
}

describe('the price list', () => {
  const cases: readonly (readonly [says: string, words: string, files: Record<string, string>])[] = [
    ['is not read for the version', '--version', {}],
    ['is not read for the help', '--help', {}],
    ['is not read where no model is known', 'scan --no-cache', { 'shop.ts': shop('') }],
    ['is read for the first model', 'scan --no-cache', { 'shop.ts': shop("model: 'gpt-4o', ") }],
    ['is read for the list of models', 'models gpt-4o', {}],
  ];
  for (const [says, words, files] of cases)
    it(says, (context) => {
      const read = readBy(words.split(' '), folderWith(context, files));
      assert.equal(read.includes('prices.json'), says.startsWith('is read'), read.join(' '));
    });
});
