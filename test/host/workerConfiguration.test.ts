import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultConfig } from '../../src/core/config.ts';
import { configurationOf } from '../../src/host/workerConfiguration.ts';
import { folderWith } from './folder.ts';

const stated = {
  defaultModel: 'gpt-4o',
  tokenizers: { 'gemini-*': './tokenizer.json' },
  calibration: { grok: { english: { factor: 3, band: 0.01 } } },
  prices: { 'gpt-4o': { input: 0, output: 0, source: 'hope', date: '2026-11-01' } },
};

describe('the configuration of a folder in the editor', () => {
  it('counts in full where the folder is trusted', async (context) => {
    const root = folderWith(context, { 'promptmeter.config.json': JSON.stringify(stated) });
    const { config } = await configurationOf({ key: 'a', root, from: '', trusted: true, settings: {} });
    assert.deepEqual({ ...config.tokenizers }, stated.tokenizers);
    assert.equal(config.calibration['grok']?.english?.factor, 3);
  });

  it('takes a volume that is set in the editor before the folder’s own', async (context) => {
    const volumes = { '**': { callsPerDay: 5 }, 'src/oven.ts#RYE': { callsPerDay: 6 } };
    const root = folderWith(context, { 'promptmeter.config.json': JSON.stringify({ volumes }) });
    const settings = { volumes: { 'src/**': { callsPerDay: '7' } } };
    const { config } = await configurationOf({ key: 'a', root, from: '', trusted: true, settings });
    const stated = Object.entries(config.volumes).map(([id, { callsPerDay }]) => [id, callsPerDay]);
    assert.deepEqual(stated, [
      ['src/**', 7],
      ['**', 5],
      ['src/oven.ts#RYE', 6],
    ]);
  });

  it('names no path, no price and no factor where it is not', async (context) => {
    const root = folderWith(context, { 'promptmeter.config.json': JSON.stringify(stated) });
    const { config } = await configurationOf({ key: 'a', root, from: '', trusted: false, settings: {} });
    assert.equal(config.defaultModel, 'gpt-4o');
    const { tokenizers, calibration, prices } = defaultConfig;
    assert.deepEqual(
      { tokenizers: config.tokenizers, calibration: config.calibration, prices: config.prices },
      { tokenizers, calibration, prices },
    );
  });
});
