import { afterEach } from 'node:test';
import type { Workbench } from './workbench.ts';

/** What of a window tells why something did not come. */
const sights = {
  messages: '.notification-toast, .notifications-center .notification-list-item',
  lenses: '.codelens-decoration a',
  tabs: '.tab.active',
  'box at the top': '.quick-input-widget:not([style*="none"]) .monaco-list-row',
  question: '.monaco-dialog-box',
} as const;

/** The windows that are open. */
export const inSight = new Set<Workbench>();
let pictures = 0;

/** Where a test fails, its log says what was in sight, and a picture of it is kept: a window is not there afterwards. */
afterEach(async (context) => {
  // only what runs a test knows how it went
  if (!('passed' in context) || context.passed) return;
  for (const workbench of inSight) {
    for (const [name, selector] of Object.entries(sights)) {
      const texts = await workbench.page.locator(selector).allInnerTexts();
      console.log(`in sight, ${name}: ${JSON.stringify(texts.slice(0, 12))}`);
    }
    await workbench.picture(`failed-${process.pid}-${++pictures}`);
  }
});
