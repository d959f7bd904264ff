import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.ts';
import { buildScribes } from './inside/build.ts';
import { openSession, type Session } from './session.ts';

const pilots = `import OpenAI from 'openai';

const openai = new OpenAI();

export const PILOTS_PROMPT = \`You are the pilot office of a small harbour, and captains ask for a pilot.

# Fees
Ask for the length of the boat in order to find out what a pilot costs. Never name the fee of another boat, due to the fact that captains talk about it on the quay.

# Nights
Pilots sleep from 22:00 to 5:00, due to the fact that the river is dark. Tell the captain to wait on the quay until then.
\`;

export const ask = (question: string) =>
  openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: PILOTS_PROMPT },
      { role: 'user', content: question },
    ],
  });
`;

let session: Session;
before(async () => {
  session = await openSession({
    workspace: 'harbour',
    size: { width: 1600, height: 900 },
    alsoInstall: [await buildScribes()],
  });
  await session.writeFile('pilots.ts', () => pilots);
  const { workbench } = session;
  await workbench.openFile('pilots.ts');
  await workbench.lens('tokens').first().waitFor();
  await workbench.goTo(6, 10);
  await workbench.run('PromptMeter: Compress Prompt');
  await workbench.pageContent.getByRole('checkbox').first().waitFor();
});
after(() => session[Symbol.asyncDispose]());

/** Asks a model to say the prompt shorter. */
async function rewriteWith(name: string): Promise<void> {
  const { workbench } = session;
  await workbench.pageContent.getByRole('button', { name: 'Rewrite with a Language Model…' }).click();
  await workbench.quickPick.filter({ hasText: name }).waitFor();
  await workbench.picture('rewrite-models');
  await workbench.quickPick.filter({ hasText: name }).click();
}

test('a person who says no is told, and what is on the page stays', async () => {
  const { workbench } = session;
  const rows = await workbench.pageContent.getByRole('checkbox').count();
  await rewriteWith('Closed Scribe');
  await workbench.notification
    .filter({ hasText: 'The prompt could not be compressed: the person did not allow it.' })
    .waitFor();
  assert.equal(await workbench.pageContent.getByRole('checkbox').count(), rows);
});

test('what takes long tells how far it is, and can be cancelled', async () => {
  const { workbench } = session;
  await rewriteWith('Slow Scribe');
  const progress = workbench.notification.filter({ hasText: 'Slow Scribe says PILOTS_PROMPT shorter' });
  await progress.filter({ hasText: /section 1 of \d/ }).waitFor();
  await workbench.picture('rewrite-progress');
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await progress.waitFor({ state: 'detached' });
  assert.equal(await workbench.pageContent.locator('.kind', { hasText: 'rewritten section' }).count(), 0);
});

test('a section that loses it again stays as it was, and the others are taken', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await rewriteWith('Careless Scribe');
  await page.locator('.kind', { hasText: 'rewritten section' }).first().waitFor();
  await page.locator('tr', { hasText: 'the river is dark' }).first().waitFor();
  assert.equal(await page.locator('tr', { hasText: 'to learn' }).count(), 0);
  await workbench.notification
    .filter({ hasText: 'Some of the prompt stays as it was, because what the model wrote lost never.' })
    .waitFor();
  await workbench.picture('rewrite-kept');
});

test('a model that loses a "never" and is told so is asked once more', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await rewriteWith('Forgetful Scribe');
  await page.locator('.kind', { hasText: 'rewritten section' }).first().waitFor();
  await page
    .getByText('Never name the fee')
    .or(page.locator('tr', { hasText: 'to learn' }))
    .first()
    .waitFor();
  await workbench.picture('rewrite-taken');
  await page.getByRole('button', { name: 'Apply' }).click();
  // there may be more to shorten in what was written, so that the page may show anything
  await workbench.page.locator('.view-line', { hasText: 'learn' }).first().waitFor();
  await workbench.page.locator('.tab[data-resource-name="pilots.ts"]').first().click();
  await workbench.run('File: Save');
  await eventually(async () => {
    const saved = await readFile(join(session.folder, 'pilots.ts'), 'utf8');
    assert.match(
      saved,
      /boat to learn what a pilot costs\. Never name the fee of another boat, because captains/,
    );
    assert.match(saved, /5:00, because the river is dark/);
  });
});
