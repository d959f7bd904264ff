import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openSession, type Session } from './session.ts';
import { repositoryOf, run } from './repository.ts';

let session: Session;
before(async () => {
  using repository = repositoryOf('quays');
  session = await openSession({ workspace: repository.folder });
});
after(() => session[Symbol.asyncDispose]());

const lens = 'of 60 tokens · $';
const grown = /\+\d+ tokens, \+\$[\d.]+\/call since HEAD/;

test('a line above a prompt says what was added to it since the last commit, as it is typed', async () => {
  const { workbench } = session;
  await workbench.openFile('quay.ts');
  await workbench.lens(lens).nth(1).waitFor();
  await workbench.goTo(5, 1);
  await workbench.type('Name the tug that waits. ');
  await workbench.lens(grown).waitFor();
  await workbench.picture('gate-since');
  await workbench.hoverAt(4, 25);
  await workbench.hover.getByText('Since HEAD').waitFor();
  await workbench.picture('gate-since-hover');
  await workbench.page.keyboard.press('Escape');
});

test('the text that is imported counts as well, saved or not', async () => {
  const { workbench } = session;
  await workbench.goTo(5, 1);
  await workbench.select('Name the tug that waits. '.length);
  await workbench.page.keyboard.press('Delete');
  await workbench.lens(grown).waitFor({ state: 'detached' });
  await session.writeFile('rules.ts', (text) =>
    text.replace('Never promise', 'In fog, answer slowly. Never promise'),
  );
  await workbench.lens(grown).waitFor();
});

test('after the commit it is gone, and comes back where the commit is taken back', async () => {
  const { workbench } = session;
  run(session.folder, 'commit', '-qam', 'Mind the fog');
  await workbench.lens(grown).waitFor({ state: 'detached' });
  run(session.folder, 'reset', '-q', '--soft', 'HEAD~1');
  await workbench.lens(grown).waitFor();
  run(session.folder, 'commit', '-qam', 'Mind the fog');
  await workbench.lens(grown).waitFor({ state: 'detached' });
});

test('a budget that is changed while the file is open holds at once', async () => {
  const { workbench } = session;
  await session.writeFile('promptmeter.config.json', (text) => text.replace('60', '20'));
  await workbench.lens(/39 of 20 tokens, 19 over/).waitFor();
  await workbench.squiggle('warning').first().waitFor();
  await session.writeFile('promptmeter.config.json', (text) =>
    text.replace(
      /}(\s*])/,
      '},\n    { "prompts": "**", "until": "2999-12-31", "because": "the old quay" }$1',
    ),
  );
  await workbench.lens('39 of 20 tokens, 19 over, exempt until 2999-12-31').waitFor();
  await workbench.squiggle('warning').first().waitFor({ state: 'detached' });
  run(session.folder, 'checkout', '-q', '--', 'promptmeter.config.json');
  await workbench.lens('39 of 60 tokens').waitFor();
});

test('the source control view lists what changed, and opens the change at the prompt', async () => {
  const { workbench } = session;
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+KeyG');
  const pane = page
    .locator('.pane')
    .filter({ has: page.locator('.pane-header', { hasText: 'Changed Prompts' }) });
  await pane.locator('.pane-header').click();
  await pane.getByText('No prompt changed since HEAD.').waitFor();
  await session.writeFile('rules.ts', (text) => text.replace('In fog', 'At night and in fog'));
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text }).first();
  await row('BERTH_PROMPT').filter({ hasText: '+3 tokens (39 → 42)' }).waitFor();
  await row('rules.ts').waitFor();
  await pane.getByText('2 prompts changed since HEAD; +3 tokens.').waitFor();
  await workbench.picture('gate-changed-prompts');
  await row('HOUSE_RULES').click();
  await page.locator('.tab.active').filter({ hasText: 'HOUSE_RULES (HEAD ↔ now)' }).waitFor();
  await page.locator('.monaco-diff-editor .view-line').filter({ hasText: 'At night' }).first().waitFor();
  await workbench.picture('gate-changed-prompts-diff');
});

test('what is staged is checked as the hook would', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Check Staged Prompts');
  await workbench.told('Nothing that is staged changes a prompt');
  run(session.folder, 'add', '-A');
  await workbench.run('PromptMeter: Check Staged Prompts');
  await workbench.told('The staged prompts pass.');
  await workbench.picture('gate-staged-passed');
  await session.writeFile('rules.ts', (text) =>
    text.replace(
      'At night',
      'Ask for the name of the ship, her flag, her length, her draught and her cargo. At night',
    ),
  );
  run(session.folder, 'add', '-A');
  await workbench.run('PromptMeter: Check Staged Prompts');
  const refused = await workbench.told('The staged prompts do not pass');
  await refused.getByText('more than the 60 of quay.ts#*').waitFor();
  await workbench.picture('gate-staged-refused');
  await refused.getByText('Show Report').click();
  await workbench.line('## Prompts: over budget').first().waitFor();
  await workbench.picture('gate-staged-report');
});
