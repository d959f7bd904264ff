import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { tokensOf } from './oracle.ts';
import { openSession, type Session } from './session.ts';

const berth = 'You assign berths in a small harbour. Answer with the number of one berth.';

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', size: { width: 1600, height: 900 } });
  await session.workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await session.workbench.openFile('harbour.ts');
});
after(() => session[Symbol.asyncDispose]());

test('a prompt is compared under all models, sorted by any column and found by name', async () => {
  const { workbench } = session;
  await workbench.hoverAt(10, 48);
  await workbench.hover.getByText('Compare models…').click();
  const page = workbench.pageContent;
  const rows = page.locator('tbody tr');
  await rows.first().waitFor();
  const own = rows.filter({ hasText: 'gets this prompt' });
  assert.match(
    (await own.innerText()).replace(/\s+/g, ' '),
    new RegExp(`^gpt-4o OpenAI ?gets this prompt ${tokensOf(berth)} `),
  );
  await workbench.picture('compare-light');

  const tokens = page.getByRole('columnheader', { name: 'Tokens' });
  await tokens.getByRole('button').press('Enter');
  assert.equal(await tokens.getAttribute('aria-sort'), 'ascending');
  await tokens.getByRole('button').press('Enter');
  assert.equal(await tokens.getAttribute('aria-sort'), 'descending');
  const counts = await page.locator('tbody tr:not(.current) td.tokens').allInnerTexts();
  const numbers = counts.map((text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '')));
  assert.ok(numbers.length > 50);
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => b - a),
  );

  await page.getByRole('searchbox').fill('claude haiku');
  await page.getByRole('status').filter({ hasText: / of / }).waitFor();
  const names = await page.locator('tbody tr:not(.current) th').allInnerTexts();
  assert.ok(names.length > 0 && names.every((name) => /claude.*haiku/i.test(name)), String(names));
});

test('what is seen is copied as Markdown', async () => {
  const { workbench } = session;
  await workbench.pageContent.getByRole('button', { name: 'Copy as Markdown' }).click();
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Copied as Markdown' }).waitFor();
  await workbench.page.keyboard.press('Control+Digit1');
  await workbench.openFile('tides.md');
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.press('Control+KeyV');
  await workbench.line('| Model | Tokens |').waitFor();
  assert.match((await workbench.line('claude').first().textContent()) ?? '', /\|.*\|/);
});

test('a model is used for the prompt, and the page says so', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await page
    .getByRole('button', { name: /^Use claude-.*haiku.* for this prompt$/ })
    .first()
    .click();
  await page.locator('tbody tr').filter({ hasText: 'assumed' }).waitFor();
  const picks = (await session.readSettings())['promptmeter.promptModels'] as Record<string, string>;
  assert.match(picks['harbour.ts#assignBerth.system'] ?? '', /haiku/);
  await session.setSettings({
    'promptmeter.promptModels': {},
    'workbench.colorTheme': 'Default Dark Modern',
  });
  await page.getByRole('searchbox').fill('');
  await page.locator('tbody tr').filter({ hasText: 'gets this prompt' }).waitFor();
  await workbench.picture('compare-dark');
});
