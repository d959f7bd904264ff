import { after, before, test } from 'node:test';
import { resolve } from 'node:path';
import { openSession, type Session } from './session.ts';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

let session: Session;
before(async () => {
  const examples = resolve(import.meta.dirname, '..', '..', 'examples');
  session = await openSession({ workspace: examples, settings: { 'promptmeter.show': 'both' } });
  await session.workbench.openFile('shop/src/assistant.ts');
});
after(() => session[Symbol.asyncDispose]());

for (const [name, theme] of Object.entries(themes))
  test(`the example can be read in the ${name} theme`, async () => {
    const { workbench } = session;
    await session.setSettings({ 'workbench.colorTheme': theme });
    await workbench.page.locator(`.monaco-workbench.${themeClass[name as keyof typeof themes]}`).waitFor();
    await workbench.goTo(50, 44);
    await workbench.lens('cache breaks at line 50').waitFor();
    await workbench.picture(`${name}-lens`);
    await workbench.hoverAt(52, 4);
    await workbench.hover.waitFor();
    await workbench.picture(`${name}-hover`);
    await workbench.page.keyboard.press('Escape');
  });

const themeClass = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
} as const satisfies Record<keyof typeof themes, string>;
