import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.ts';
import { tokensOf } from './oracle.ts';
import { openSession, type Session } from './session.ts';

const berth = 'You assign berths in a small harbour. Answer with the number of one berth.';

/** Long enough for the provider's cache to hold it, were it not for the clock. */
const watch = `import OpenAI from 'openai';

const openai = new OpenAI();

export function keepWatch(report: string) {
  return openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: \`It is \${new Date().toISOString()}.
${watchRules()}\` },
      { role: 'user', content: report },
    ],
  });
}
`;

function watchRules(): string {
  const places = ['the north mole', 'the fish quay', 'the dry dock', 'the customs pier', 'the ferry berth'];
  const signals = ['one long blast', 'two short blasts', 'a white light', 'a red lantern', 'a blue flag'];
  return places
    .flatMap((place, i) =>
      signals.map(
        (signal, j) =>
          `When a ship at ${place} gives ${signal} after hour ${3 * i + j}, write down who answered, how long it took, which pilot went out, and whether the tide was above ${i + j + 1} feet. Leave out the crew's names and every guess about the cargo.`,
      ),
    )
    .join('\n');
}

const office = `export const HARBOUR_PROMPT = \`
      You are the office of a harbour.



      Answer the captains in one sentence.



      Never name the price of a berth.
      Always name the length of the quay.
      Always name the depth of the water.
\`;
`;

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', size: { width: 1600, height: 900 } });
  await session.workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await session.workbench.openFile('harbour.ts');
});
after(() => session[Symbol.asyncDispose]());

test('a prompt is compared under all models, sorted by any column and found by name', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  const rows = page.locator('tbody tr');
  await workbench.clickInHover(10, 48, 'Compare models…', rows);
  const own = rows.filter({ hasText: 'gets this prompt' });
  await eventually(async () => {
    assert.match(
      (await own.innerText()).replace(/\s+/g, ' '),
      new RegExp(`^gpt-4o OpenAI ?gets this prompt ${tokensOf(berth)} `),
    );
  });
  // a screen reader says it of the frame
  assert.match(await workbench.pageTitle(), /^Models: /);
  await workbench.picture('compare-light');

  const tokens = page.getByRole('columnheader', { name: 'Tokens' });
  for (const order of ['ascending', 'descending']) {
    await tokens.getByRole('button').press('Enter');
    await eventually(async () => {
      assert.equal(await tokens.getAttribute('aria-sort'), order);
    });
  }
  await eventually(async () => {
    const counts = await page.locator('tbody tr:not(.current) td.tokens').allInnerTexts();
    const numbers = counts.map((text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '')));
    assert.ok(numbers.length > 50);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => b - a),
    );
  });

  await page.getByRole('searchbox').fill('claude haiku');
  await page.getByRole('status').filter({ hasText: / of / }).waitFor();
  await eventually(async () => {
    const names = await page.locator('tbody tr:not(.current) th').allInnerTexts();
    assert.ok(names.length > 0 && names.every((name) => /claude.*haiku/i.test(name)), String(names));
  });
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
  await workbench
    .line(/\|.*claude.*\|/)
    .first()
    .waitFor();
});

test('a model is used for the prompt, and the page says so', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await page
    .getByRole('button', { name: /^Use claude-.*haiku.* for this prompt$/ })
    .first()
    .click();
  await page.locator('tbody tr').filter({ hasText: 'assumed' }).waitFor();
  await eventually(async () => {
    const picks = (await session.readSettings())['promptmeter.promptModels'] as Record<string, string>;
    assert.match(picks['harbour.ts#assignBerth.system'] ?? '', /haiku/);
  });
  await session.setSettings({
    'promptmeter.promptModels': {},
    'workbench.colorTheme': 'Default Dark Modern',
  });
  await page.getByRole('searchbox').fill('');
  await page.locator('tbody tr').filter({ hasText: 'gets this prompt' }).waitFor();
  await workbench.picture('compare-dark');
});

test('a clock before fixed text is a problem at its place, and its rule can be read about', async () => {
  const { workbench } = session;
  await workbench.page.keyboard.press('Control+Digit1');
  await session.writeFile('watch.ts', () => watch);
  await workbench.openFile('watch.ts');
  await workbench.squiggle('warning').first().waitFor();
  await workbench.run('Problems: Focus on Problems View');
  const problem = workbench.page
    .locator('.markers-panel .monaco-list-row')
    .filter({ hasText: 'read from the cache' });
  await problem.filter({ hasText: 'hole-before-static' }).waitFor();
  await workbench.picture('findings');
  await problem.locator('a', { hasText: 'hole-before-static' }).click();
  await workbench.page.locator('.tab.active').filter({ hasText: 'hole-before-static.md' }).waitFor();
  await workbench.picture('rule-page');
  await workbench.page.keyboard.press('Control+KeyW');
});

test('a finding is kept silent by a comment with its reason, and that can be undone', async () => {
  const { workbench } = session;
  await workbench.page.keyboard.press('Control+Digit1');
  await workbench.openFile('watch.ts');
  await workbench.goTo(9, 31);
  await workbench.quickFix('Ignore hole-before-static here');
  await workbench.type('the pilots want it first');
  await workbench
    .line('// promptmeter-ignore-next-line hole-before-static -- the pilots want it first')
    .waitFor();
  await workbench.squiggle('warning').first().waitFor({ state: 'detached' });
  await workbench.page.keyboard.press('Escape');
  // Each word that was typed is a step of its own.
  for (let i = 0; i < 12 && (await workbench.line('promptmeter-ignore').count()) > 0; i++)
    await workbench.page.keyboard.press('Control+KeyZ');
  await workbench.squiggle('warning').first().waitFor();
});

test('a rule is turned off in the workspace', async () => {
  const { workbench } = session;
  await workbench.goTo(9, 31);
  await workbench.quickFix('Turn hole-before-static off in this workspace');
  await workbench.squiggle('warning').first().waitFor({ state: 'detached' });
  await eventually(async () => {
    assert.deepEqual((await session.readSettings())['promptmeter.rules'], { 'hole-before-static': 'off' });
  });
  await session.setSettings({ 'promptmeter.rules': {} });
  await workbench.squiggle('warning').first().waitFor();
});

test('a fix that a person should look at is shown first, made when they say so, and undone', async () => {
  const { workbench } = session;
  await workbench.goTo(6, 12);
  await workbench.quickFix('Limit the answer to 1,024 tokens…');
  const preview = workbench.page.locator('.part.panel');
  await preview.getByRole('button', { name: 'Apply' }).waitFor();
  await workbench.picture('fix-preview');
  assert.equal(await workbench.line('max_completion_tokens').count(), 0);
  await preview.locator('.textedit .edit-checkbox').click();
  await preview.getByRole('button', { name: 'Apply' }).click();
  await workbench.line('max_completion_tokens: 1024,').first().waitFor();
  await workbench.picture('fix-made');
  await workbench.page.keyboard.press('Control+Digit1');
  await workbench.page.keyboard.press('Control+KeyZ');
  await workbench.line('max_completion_tokens').waitFor({ state: 'detached' });
});

test('a safe fix is made at once, with all others of its kind where that is asked for, and undone', async () => {
  const { workbench } = session;
  await session.writeFile('office.ts', () => office);
  await workbench.openFile('office.ts');
  await workbench.squiggle('info').first().waitFor();
  await workbench.goTo(2, 8);
  await workbench.quickFix('Take out the blanks');
  await workbench.squiggle('info').first().waitFor({ state: 'detached' });
  await workbench.line(/^You\sare\sthe\soffice/).waitFor();
  await workbench.page.keyboard.press('Control+KeyZ');
  await workbench.squiggle('info').first().waitFor();
  await workbench.fixAll('Fix all that PromptMeter can safely mend', workbench.squiggle('info'));
  await workbench.page.keyboard.press('Control+KeyZ');
  await workbench.squiggle('info').first().waitFor();
  await workbench.page.keyboard.press('Control+KeyS');
  await workbench.line(/^\s+You\sare\sthe\soffice/).waitFor();
});

test('the cache map draws a request part by part, and leads to each place', async () => {
  const { workbench } = session;
  await workbench.page.keyboard.press('Control+Digit1');
  await workbench.openFile('watch.ts');
  await workbench.lens(/cached 0 of 1,\d+ · cache breaks at line 9$/).waitFor();
  await workbench.goTo(9, 31);
  await workbench.run('PromptMeter: Show the Cache Map of the Prompt at the Cursor');
  const page = workbench.pageContent;
  await page.getByRole('heading', { name: 'gpt-4.1 · openai' }).waitFor();
  await page
    .getByText(
      /^Nothing is read from the cache: .*toISOString.* It could read 1,\d+: \$\d.* lost per 1,000 calls\.$/,
    )
    .waitFor();
  const rows = page.locator('tbody tr');
  await eventually(async () => {
    assert.match(await rows.nth(1).innerText(), /new Date\(\).*clock: changes with every request/s);
    assert.match(await rows.nth(2).innerText(), /1,\d+.*the same each time, but sent anew/s);
  });
  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['light', 'Default Light Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    await session.setSettings({ 'workbench.colorTheme': theme });
    await workbench.page.locator(`.monaco-workbench.${classOf[name]}`).waitFor();
    await workbench.picture(`cache-map-${name}`);
  }
  await page.getByRole('button', { name: 'Go to line 9' }).first().press('Enter');
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Ln 9, ' }).waitFor();
});

const classOf = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' } as const;
