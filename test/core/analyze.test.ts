import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { memoryHost } from '../hostile/memory.ts';

const files = new Map([
  [
    'harbour/texts.ts',
    'export const BERTH_PROMPT = `You assign berths in a small harbour. Today is ${new Date().toISOString()}. Answer with the number of one berth.`;\n',
  ],
  [
    'harbour/master.ts',
    `import OpenAI from 'openai';
import { BERTH_PROMPT } from './texts';
const client = new OpenAI();
export const assign = (ship: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'system', content: BERTH_PROMPT }, { role: 'user', content: ship }],
  });
`,
  ],
]);

const open = (): Analyzer => new Analyzer(memoryHost(files), defaultConfig);

describe('an analysis', () => {
  it('is its numbers, and then what the rules find in them', async () => {
    const paths = [...files.keys()];
    const { metering, check } = await open().meter(paths);
    assert.ok(!('findings' in metering));
    const checking = await check();
    assert.ok(checking.findings.length > 0);
    assert.deepEqual({ ...metering, ...checking }, await open().analyze(paths));
  });

  it('knows of a prompt what a file says that was only read', async () => {
    const analyzer = open();
    const models = async () =>
      (await analyzer.analyze(['harbour/texts.ts'])).prompts.map(({ model }) => model?.id ?? null);
    assert.deepEqual(await models(), [null]);
    const done: number[] = [];
    await analyzer.read(['harbour/master.ts'], (count) => void done.push(count));
    assert.deepEqual(done, [1]);
    assert.deepEqual(await models(), ['gpt-4o']);
  });

  it('says when all is read, before it asks for what only counting needs', async () => {
    const heard: string[] = [];
    const host = memoryHost(files);
    const loadPrices = (): Promise<string> => {
      heard.push('prices');
      return host.loadPrices();
    };
    const analyzer = new Analyzer({ ...host, loadPrices }, defaultConfig, {
      onRead: () => heard.push('read'),
    });
    const { prompts } = await analyzer.analyze([...files.keys()], (done) => void heard.push(String(done)));
    assert.deepEqual(heard, ['1', '2', 'read', 'prices']);
    assert.ok(prompts.length > 0);
  });
});
