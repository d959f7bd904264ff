import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderWith } from '../folder.ts';
import { key, openRepository } from './harbour.ts';
import { berths, pilots, sending } from './texts.ts';

const constant = (name: string, text: string): string => `export const ${name} = ${JSON.stringify(text)};\n`;
const loud = `import { BERTH_PROMPT } from './texts';
export const LOUD_PROMPT = BERTH_PROMPT + ' Answer in capitals, so that they hear you in the fog.';
`;
/** A file that sends a text of another one. */
const sender = (file: string, name: string): string => `import OpenAI from 'openai';
import { ${name} } from './${file}';
export const ask = () => new OpenAI().chat.completions.create({
  model: 'gpt-4.1', messages: [{ role: 'system', content: ${name} }],
});
`;

describe('what prompts were at the last commit', () => {
  it('is told of what is typed and not saved', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths) });
    harbour.type('quay.ts', sending(berths));
    assert.deepEqual(await harbour.changes('quay.ts'), []);
    harbour.type('quay.ts', sending(`${berths} Never promise the tide.`));
    assert.deepEqual(await harbour.changes('quay.ts'), ['changed quay.ts#BERTH_PROMPT 19 24']);
  });

  it('is what the newest commit has', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths) });
    const longer = sending(`${berths} Never promise the tide.`);
    harbour.type('quay.ts', longer);
    harbour.write('quay.ts', longer);
    assert.equal((await harbour.changes('quay.ts')).length, 1);
    harbour.git('commit', '-qam', 'Longer');
    assert.deepEqual(await harbour.changes('quay.ts'), []);
    harbour.git('checkout', '-q', 'HEAD~1', '--', 'quay.ts');
    harbour.git('reset', '-q', '--soft', 'HEAD~1');
    assert.equal((await harbour.changes('quay.ts')).length, 1);
  });

  it('is told where only a text that is imported has changed, and its file is not open', async (context) => {
    const harbour = openRepository(context, {
      'ask.ts': sender('texts', 'BERTH_PROMPT'),
      'texts.ts': constant('BERTH_PROMPT', berths),
      'loud.ts': loud,
    });
    harbour.type('loud.ts', loud);
    await harbour.meter('ask.ts');
    assert.deepEqual(await harbour.changes('loud.ts'), []);
    harbour.write('texts.ts', constant('BERTH_PROMPT', `${berths} Never promise the tide.`));
    const changes = await harbour.changes('loud.ts');
    assert.deepEqual(
      changes.map((change) => change.split(' ').slice(0, 2).join(' ')),
      ['changed loud.ts#LOUD_PROMPT', 'changed texts.ts#BERTH_PROMPT'],
    );
  });

  it('knows of both states the same calls, so that a model seen elsewhere changes nothing', async (context) => {
    const harbour = openRepository(context, {
      'ask.ts': sender('texts', 'BERTH_PROMPT'),
      'texts.ts': constant('BERTH_PROMPT', berths),
    });
    await harbour.meter('ask.ts');
    harbour.type('texts.ts', constant('BERTH_PROMPT', `${berths} `));
    const [prompt] = (await harbour.meter('texts.ts')).prompts;
    assert.equal(prompt?.model?.id, 'gpt-4.1');
    const before = (await harbour.since())?.before.prompts;
    assert.deepEqual(
      before?.map(({ id, model, tokens }) => [id, model?.id, tokens.certainty]),
      [['texts.ts#BERTH_PROMPT', 'gpt-4.1', 'exact']],
    );
  });

  it('follows a file that was renamed, staged or not', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths) });
    harbour.git('mv', 'quay.ts', 'dock.ts');
    harbour.type('dock.ts', sending(`${berths} Never promise the tide.`));
    assert.deepEqual(await harbour.changes('dock.ts'), ['changed dock.ts#BERTH_PROMPT 19 24']);
    harbour.git('reset', '-q');
    assert.deepEqual(await harbour.changes('dock.ts'), ['changed dock.ts#BERTH_PROMPT 19 24']);
  });

  it('follows a prompt into another file', async (context) => {
    const harbour = openRepository(context, {
      'quay.ts': sending(berths),
      'sea.ts': 'export const fog = 1;\n',
    });
    harbour.write('quay.ts', 'export const tide = 1;\n');
    harbour.type('sea.ts', constant('SEA_PROMPT', berths));
    const changes = await harbour.changes('sea.ts');
    assert.deepEqual(
      changes.map((change) => change.split(' ').slice(0, 2).join(' ')),
      ['changed sea.ts#SEA_PROMPT'],
    );
  });

  it('is nothing for what is new, and said so', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths) });
    harbour.type('pilot.ts', sending(pilots));
    const since = await harbour.since();
    assert.deepEqual([...(since?.covered ?? [])], [['pilot.ts', false]]);
    assert.deepEqual(since?.before.prompts, []);
  });

  it('tells what is gone', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths), 'sea.ts': sending(pilots) });
    harbour.type('sea.ts', sending(pilots));
    harbour.remove('quay.ts');
    assert.deepEqual(await harbour.changes('sea.ts'), ['removed quay.ts#BERTH_PROMPT 19 -']);
  });

  it('counts paths from the root, and looks only at the folder that is open', async (context) => {
    const files = { 'dock/quay.ts': sending(berths), 'sea.ts': sending(pilots) };
    const harbour = openRepository(context, files, { from: 'dock' });
    harbour.write('sea.ts', sending(`${pilots} Mind the fog.`));
    harbour.type('dock/quay.ts', sending(`${berths} Never promise the tide.`));
    assert.deepEqual(await harbour.changes('dock/quay.ts'), ['changed dock/quay.ts#BERTH_PROMPT 19 24']);
  });

  it('is that of the working tree that is open, where a repository has several', async (context) => {
    const first = openRepository(context, { 'quay.ts': sending(berths) });
    const root = join(folderWith(context, {}), 'second');
    first.git('worktree', 'add', '-q', root, '-b', 'second');
    const second = openRepository(context, {}, { at: root });
    second.write('quay.ts', sending(pilots));
    second.git('commit', '-qam', 'Pilots');
    second.type('quay.ts', sending(pilots));
    assert.deepEqual(await second.changes('quay.ts'), []);
    first.type('quay.ts', sending(pilots));
    assert.equal((await first.changes('quay.ts')).length, 1);
  });

  it('takes the line ends that git writes for no change', async (context) => {
    const text = '# Harbour\n\nYou are the master of a small harbour.\nName a free berth for every ship.\n';
    const harbour = openRepository(context, { 'AGENTS.md': text });
    const written = text.replaceAll('\n', '\r\n');
    harbour.git('config', 'core.autocrlf', 'true');
    harbour.write('AGENTS.md', written);
    harbour.type('AGENTS.md', written);
    assert.deepEqual(await harbour.changes('AGENTS.md'), []);
    harbour.type('AGENTS.md', `${written}Mind the fog.\r\n`);
    assert.equal((await harbour.changes('AGENTS.md')).length, 1);
  });

  it('gives the text of a file as the commit has it', async (context) => {
    const harbour = openRepository(context, { 'quay.ts': sending(berths) });
    harbour.type('quay.ts', sending(pilots));
    assert.equal(await harbour.ask({ kind: 'committedText', key, path: 'quay.ts' }), sending(berths));
    assert.equal(await harbour.ask({ kind: 'committedText', key, path: 'sea.ts' }), null);
  });
});

describe('where nothing can be compared', () => {
  const typed = { 'quay.ts': sending(berths) };

  it('nothing is told: no repository', async (context) => {
    const harbour = openRepository(context, typed, { commit: false });
    harbour.type('quay.ts', sending(pilots));
    assert.equal(await harbour.since(), null);
  });

  it('nothing is told: no commit yet', async (context) => {
    const harbour = openRepository(context, typed, { commit: false });
    harbour.git('init', '-q');
    harbour.type('quay.ts', sending(pilots));
    assert.equal(await harbour.since(), null);
    harbour.git('add', '-A');
    harbour.git('commit', '-qm', 'Begin');
    assert.equal((await harbour.since())?.before.prompts.length, 1);
  });

  it('nothing is told, and git not run: no trust', async (context) => {
    const harbour = openRepository(context, typed, { trusted: false });
    harbour.type('quay.ts', sending(pilots));
    assert.equal(await harbour.since(), null);
    assert.equal(await harbour.ask({ kind: 'committedText', key, path: 'quay.ts' }), null);
  });

  it('nothing is told: what stands there is no repository of git', async (context) => {
    const harbour = openRepository(context, typed, { commit: false });
    mkdirSync(join(harbour.root, '.git'));
    harbour.type('quay.ts', sending(pilots));
    assert.equal(await harbour.since(), null);
  });
});
