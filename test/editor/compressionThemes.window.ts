import { after, before, test } from 'node:test';
import { count } from '../core/compress/counting.ts';
import { openSession, type Session } from './session.ts';

/** A little above the 1,024 tokens from which the provider caches, and below them once it is shorter. */
function longPrompt(): string {
  const head =
    'You are the office of a harbour.\n\n# Berths\nAlways name the quay of the berth and the hour of the tide.\nAlways name the quay of the berth and also the hour of the tide.\nNever name the quay of the berth and the hour of the tide.\n\n# Quays\n';
  let text = head;
  for (let i = 1; count(text) < 1040; i++)
    text += `Quay ${i} is closed at night, due to the fact that the river is dark there.\n`;
  return text;
}

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', size: { width: 1600, height: 900 } });
  const source = `import OpenAI from 'openai';\n\nexport const QUAYS_PROMPT = \`${longPrompt()}\`;\n\nexport const ask = (question: string) =>\n  new OpenAI().chat.completions.create({\n    model: 'gpt-4o',\n    messages: [\n      { role: 'system', content: QUAYS_PROMPT },\n      { role: 'user', content: question },\n    ],\n  });\n`;
  await session.writeFile('quays.ts', () => source);
  const { workbench } = session;
  await workbench.openFile('quays.ts');
  await workbench.lens('tokens').first().waitFor();
  await workbench.goTo(4, 1);
  await workbench.run('PromptMeter: Compress Prompt');
  await workbench.pageContent.getByRole('checkbox').first().waitFor();
});
after(() => session[Symbol.asyncDispose]());

test('what a shorter prompt costs by its cache is told, and what only a person can shorten', async () => {
  const page = session.workbench.pageContent;
  await page.locator('.note', { hasText: '1,024' }).first().waitFor();
  for (const told of [
    /nearly repeats an earlier one/,
    /says the opposite of an earlier one/,
    /The section "Quays" has [\d,]+ tokens/,
  ])
    await page.getByText(told).first().waitFor();
});

for (const [theme, name, kind] of [
  ['Default Dark Modern', 'dark', 'vs-dark'],
  ['Default High Contrast', 'high-contrast', 'hc-black'],
] as const)
  test(`the page is drawn in the colours of ${theme}`, async () => {
    const { workbench } = session;
    await session.setSettings({ 'workbench.colorTheme': theme });
    await workbench.page.locator(`.monaco-workbench.${kind}`).first().waitFor();
    await workbench.pageContent.getByRole('checkbox').first().waitFor();
    await workbench.picture(`compress-${name}`);
  });
