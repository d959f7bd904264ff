import { after, before, test } from 'node:test';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openSession, type Session } from './session.ts';
import { harbours, run } from './repository.ts';

let session: Session;
before(async () => {
  using repositories = harbours();
  session = await openSession({ workspace: repositories.folder, file: repositories.file });
});
after(() => session[Symbol.asyncDispose]());

const grown = /\+\d+ tokens, \+\$[\d.]+\/call since HEAD/;
const tab = (name: string): Locator =>
  session.workbench.page.locator(`.tab[data-resource-name="${name}"] .monaco-icon-label`);

test('each of two open folders is compared with its own repository', async () => {
  const { workbench } = session;
  await workbench.openFile('quay.ts');
  await workbench.lens('tokens · $').nth(1).waitFor();
  await workbench.goTo(5, 1);
  await workbench.type('Name the tug that waits. ');
  await workbench.lens(grown).waitFor();
  await workbench.openFile('pier.ts');
  await workbench.lens('tokens · $').nth(1).waitFor();
  await workbench.goTo(5, 1);
  await workbench.type('Name the pier. ');
  await workbench.lens(grown).waitFor();
  run(join(session.folder, 'west'), 'commit', '--allow-empty', '-qm', 'Nothing');
  await workbench.lens(grown).waitFor();
});

test('files with changed prompts have a badge that says by how much, until that is switched off', async () => {
  const { workbench } = session;
  const told = (name: string): Locator =>
    workbench.page.locator(`.tab[data-resource-name="${name}"] [aria-label*="prompt changed since HEAD: +"]`);
  await told('pier.ts').first().waitFor();
  await told('quay.ts').first().waitFor();
  await workbench.picture('harbours-badges');
  await tab('pier.ts').first().hover();
  await workbench.picture('harbours-badge-hover');
  await session.writeFile('harbours.code-workspace', (text) =>
    JSON.stringify({ ...(JSON.parse(text) as object), settings: { 'promptmeter.fileBadges': false } }),
  );
  await told('pier.ts').first().waitFor({ state: 'detached' });
  await told('quay.ts').first().waitFor({ state: 'detached' });
});

test('a file of a submodule is not taken for a new one, and the list says what is not compared', async () => {
  const { workbench } = session;
  const { page } = workbench;
  await workbench.openFile('tug.ts');
  await workbench.lens('tokens · $').nth(1).waitFor();
  await page.keyboard.press('Control+Shift+KeyG');
  const pane = page
    .locator('.pane')
    .filter({ has: page.locator('.pane-header', { hasText: 'Changed Prompts' }) });
  await pane.locator('.pane-header').click();
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text }).first();
  await row('quay.ts').waitFor();
  await pane.getByText(/^2 prompts changed since HEAD; .* Not compared: tugs, a submodule;/).waitFor();
  await row('tug.ts').waitFor({ state: 'detached' });
  await workbench.picture('harbours-changed-prompts');
});

test('what is staged is checked in each repository, and in the submodule of the document in front', async () => {
  const { workbench } = session;
  const staged = (path: string): void => run(join(session.folder, path), 'add', '-A');
  await session.writeFile('west/pier.ts', (text) =>
    text.replace('Name a free berth', `Name a free pier ${'and its depth '.repeat(20)}`),
  );
  await session.writeFile('east/tugs/tug.ts', (text) => text.replace('Name a free berth', 'Name a free tug'));
  await session.writeFile('west/promptmeter.config.json', () =>
    JSON.stringify({ budgets: [{ prompts: '**', maxTokens: 40 }] }),
  );
  staged('west');
  staged('east/tugs');
  await workbench.run('PromptMeter: Check Staged Prompts');
  // what does not pass is told first: of many messages at once only three are in sight
  await workbench.told('west: The staged prompts do not pass');
  await workbench.told('tugs: The staged prompts pass.');
  await workbench.told('east: Nothing that is staged changes a prompt');
  await workbench.picture('harbours-staged');
});
