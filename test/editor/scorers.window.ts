import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addressOf, scoringModels } from '../../src/host/models/manifest.ts';
import { fileServer, type Served } from '../host/models/modelServer.ts';
import { writeTinyModel } from '../tinyModels/write.ts';
import { eventually } from './eventually.ts';
import { openSession, type Session } from './session.ts';

const letters = `import OpenAI from 'openai';

const openai = new OpenAI();

export const LETTERS_PROMPT = \`You write the letters of a small bakery to its customers.
Each letter has a friendly tone and tells how the bread is made by hand in the early morning.
The oven is from the year 1924 and stands in the old house by the river.
Never name the price of the bread in {{currency}}.\`;

export const write = (question: string) =>
  openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: LETTERS_PROMPT },
      { role: 'user', content: question },
    ],
  });
`;

const data = mkdtempSync(join(tmpdir(), 'promptmeter-scorers-'));
const ends: (() => void)[] = [];
let session: Session;
let served: Served;

before(async () => {
  writeTinyModel(join(data, 'published'), 'bert');
  const files = scoringModels
    .slice(0, 3)
    .flatMap((model) =>
      model.files.map(({ path }) => [
        addressOf(model, path, '').slice(1),
        readFileSync(join(data, 'published', path)),
      ]),
    );
  const context = { after: (end: () => void) => ends.push(end) };
  served = await fileServer(context, Object.fromEntries(files) as Record<string, Buffer>);
  session = await openSession({
    workspace: 'harbour',
    size: { width: 1600, height: 900 },
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
    env: { PROMPTMETER_DATA: data, HF_ENDPOINT: served.address, NO_PROXY: '127.0.0.1' },
  });
  await session.writeFile('letters.ts', () => letters);
  await session.workbench.openFile('letters.ts');
});
after(async () => {
  await session[Symbol.asyncDispose]();
  for (const end of ends) end();
  rmSync(data, { recursive: true, force: true });
});

test('no model is fetched before a person has seen what comes from where, and one that is another file is refused', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await workbench.goTo(6, 10);
  await workbench.run('PromptMeter: Compress Prompt');
  await workbench.page.locator('.tab', { hasText: 'Compress: LETTERS_PROMPT' }).waitFor();
  await page.getByRole('radio', { name: 'LLMLingua-2 (experimental)' }).click();
  await workbench.dialog.getByText('Fetch bert-multilingual-int8, 182 MB?').waitFor();
  const asked = await workbench.dialog.innerText();
  for (const part of [`From: ${served.address}/`, 'Licence: Apache-2.0', `Place: ${join(data, 'scorers')}`])
    assert.ok(asked.includes(part), asked);
  await workbench.picture('scorers-consent');
  await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('label:has(input:checked)', { hasText: 'Rules' }).waitFor();
  assert.deepEqual(served.asked, []);

  await page.getByRole('radio', { name: 'LLMLingua-2 (experimental)' }).click();
  await workbench.dialog.getByRole('button', { name: 'Fetch' }).click();
  await workbench.notification
    .filter({
      hasText: 'bert-multilingual-int8 was not fetched: config.json: it is not the file that it should be',
    })
    .waitFor();
  await workbench.picture('scorers-refused');
});

test('a model that was fetched scores the words of a prompt, edit by edit', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await workbench.run('PromptMeter: Manage Compression Models');
  await workbench.quickPick.filter({ hasText: 'tinybert' }).waitFor();
  await workbench.picture('scorers-models');
  await workbench.quickPick.filter({ hasText: 'tinybert' }).click();
  await workbench.dialog.getByRole('button', { name: 'Fetch' }).click();
  // What is told above it may be hidden behind what was told before.
  await workbench.page
    .locator('.statusbar-item')
    .filter({ hasText: 'tinybert scores words from now on' })
    .waitFor();

  await page.getByRole('radio', { name: 'LLMLingua-2 (experimental)' }).click();
  await page.getByText('LLMLingua-2 is experimental here').waitFor();
  await page.getByRole('radio', { name: 'Keep 50 %' }).click();
  await page.locator('label:has(input:checked)', { hasText: 'Keep 50 %' }).waitFor();
  await page.getByRole('checkbox').first().waitFor();
  await workbench.picture('scorers-compressed');

  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('The text has changed since it was compressed.').waitFor();
  await page.getByRole('button', { name: 'Compress Again' }).waitFor();
  await workbench.picture('scorers-applied');
  await workbench.page.locator('.tab[data-resource-name="letters.ts"]').first().click();
  await workbench.run('File: Save');
  await eventually(async () => {
    const saved = await readFile(join(session.folder, 'letters.ts'), 'utf8');
    assert.ok(saved.length < letters.length);
    assert.match(saved, /Never name the price of the bread in \{\{currency\}\}\./);
    assert.match(saved, /1924/);
  });
});

test('a model is removed where a person says so', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Manage Compression Models');
  const row = workbench.quickPick.filter({ hasText: 'tinybert' });
  await row.hover();
  await row.getByRole('button', { name: 'Remove' }).click();
  await workbench.dialog.getByRole('button', { name: 'Remove' }).click();
  await workbench.notification.filter({ hasText: 'tinybert was removed.' }).waitFor();
  await workbench.run('PromptMeter: Manage Compression Models');
  await workbench.quickPick.filter({ hasText: 'tinybert' }).filter({ hasText: 'not here' }).waitFor();
  await workbench.page.keyboard.press('Escape');
});
