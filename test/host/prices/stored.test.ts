import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dataFolder } from '../../../src/host/dataFolder.ts';
import { readUpdatedPrices, storePrices } from '../../../src/host/prices/stored.ts';
import { folderWith } from '../folder.ts';

const list = { schemaVersion: 1, source: 'the harbour', date: '2026-11-20', providers: [] } as const;

describe('the folder of the person’s own data', () => {
  const home = { HOME: '/home/baker', XDG_DATA_HOME: '/data', APPDATA: 'C:\\Users\\baker\\AppData' };
  it('is where programs of the system look for it', () => {
    assert.equal(dataFolder(home, 'linux'), '/data/promptmeter');
    assert.equal(dataFolder({ HOME: '/home/baker' }, 'linux'), '/home/baker/.local/share/promptmeter');
    assert.equal(dataFolder(home, 'darwin'), '/home/baker/Library/Application Support/promptmeter');
  });

  it('is the one that is named', () => {
    assert.equal(dataFolder({ ...home, PROMPTMETER_DATA: '/srv/prices' }, 'linux'), '/srv/prices');
  });

  it('is nowhere without a home, and never where the command happens to run', () => {
    assert.equal(dataFolder({}, 'linux'), null);
    assert.equal(
      dataFolder({ HOME: 'here', PROMPTMETER_DATA: './prices', XDG_DATA_HOME: '' }, 'linux'),
      null,
    );
  });
});

describe('the prices that were updated to', () => {
  it('are none at first', (context) => {
    assert.equal(readUpdatedPrices(folderWith(context, {})), null);
  });

  it('are read as they were written, and nothing else is left behind', (context) => {
    const folder = join(folderWith(context, {}), 'not', 'there', 'yet');
    const path = storePrices(folder, list);
    assert.equal(path, join(folder, 'prices.json'));
    assert.deepEqual(readdirSync(folder), ['prices.json']);
    const reading = readUpdatedPrices(folder);
    assert.deepEqual(reading?.kind === 'text' && JSON.parse(reading.text), list);
  });

  it('stay as they were when the new ones cannot be written', (context) => {
    const folder = folderWith(context, {});
    storePrices(folder, list);
    const circle: { providers: unknown[] } & Record<string, unknown> = { ...list, providers: [] };
    circle.providers.push(circle);
    assert.throws(() => storePrices(folder, circle as never), TypeError);
    assert.deepEqual(readdirSync(folder), ['prices.json']);
  });

  it('are not read from something that is no file', (context) => {
    const folder = folderWith(context, { 'prices.json/list': '' });
    assert.deepEqual(readUpdatedPrices(folder), { kind: 'unreadable', why: 'a folder' });
  });
});
