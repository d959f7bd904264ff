import { after, before, test } from 'node:test';
import { openSession, type Session } from './session.ts';

const quay = `export const QUAY_PROMPT = \`You are the office of a quay. In order to find a berth, you must always ask for the name of the boat. Please make sure that you never name the price of a berth, due to the fact that it changes.\`;
`;

const desk = (model: string): string => `import OpenAI from 'openai';
import { QUAY_PROMPT } from './quay';

export const ask = (question: string) =>
  new OpenAI().chat.completions.create({
    model: '${model}',
    messages: [
      { role: 'system', content: QUAY_PROMPT },
      { role: 'user', content: question },
    ],
  });
`;

let session: Session;
before(async () => {
  session = await openSession({
    workspace: 'harbour',
    settings: { 'promptmeter.defaultModel': 'gpt-4.1' },
    size: { width: 1600, height: 900 },
  });
  await session.writeFile('quay.ts', () => quay);
  await session.writeFile('desk.ts', () => desk('gpt-4o'));
  await session.workbench.openFile('quay.ts');
});
after(() => session[Symbol.asyncDispose]());

test('a compression saves the money of the model that a call in another file names, and keeps up with it', async () => {
  const { workbench } = session;
  const summary = workbench.pageContent.locator('.summary');
  await workbench.lens('gpt-4o').first().waitFor();
  await workbench.goTo(1, 40);
  await workbench.run('PromptMeter: Compress Prompt');
  await summary.filter({ hasText: /less per call\./ }).waitFor();

  await session.writeFile('desk.ts', () => desk('harbour-own-1'));
  await workbench.lens('harbour-own-1').first().waitFor();
  await summary.filter({ hasText: / %\)\. Every constraint/ }).waitFor();
  await workbench.picture('compress-of-another-model');
});
