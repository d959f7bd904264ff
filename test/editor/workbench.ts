import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errors, type Locator, type Page } from 'playwright-core';

const pictures = resolve(import.meta.dirname, '..', '..', 'out', 'screenshots');

/** What a person sees of VS Code, and what they do in it. Everything waits for what it looks for, never for a time. */
export class Workbench {
  readonly page: Page;

  static async ready(page: Page): Promise<Workbench> {
    // Generous: other work on a small machine may slow the first start down, and only a hang should fail it.
    page.setDefaultTimeout(90_000);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    return new Workbench(page);
  }

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param path relative to the workspace. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name });
    // A file that was made a moment ago may not be listed yet.
    for (let attempt = 0; attempt < 20; attempt++) {
      if ((await this.#ask('Control+KeyP', path)) && (await isThere(row, 3000))) break;
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by the title that the command palette shows. */
  async run(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    // A palette that was opened before the extensions were known does not list their commands.
    for (let attempt = 0; attempt < 20; attempt++) {
      if ((await this.#ask('F1', `>${title}`)) && (await isThere(row, 3000))) break;
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Opens the box at the top with a key and types into it; false when it was closed again, as a starting VS Code does. */
  async #ask(key: string, text: string): Promise<boolean> {
    await this.page.keyboard.press(key);
    const box = this.page.locator('.quick-input-widget input');
    if (!(await isThere(box, 3000))) return false;
    try {
      await box.fill(text, { timeout: 3000 });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }

  /** Goes to a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await this.#ask('Control+KeyG', `:${line}:${column}`)) {
        await this.page.keyboard.press('Enter');
        if (await comes(box, 'hidden', 3000)) return;
      }
      await this.page.keyboard.press('Escape');
    }
    await box.waitFor({ state: 'hidden' });
  }

  get lenses(): Locator {
    return this.page.locator('.codelens-decoration a:visible');
  }

  lens(text: string | RegExp): Locator {
    return this.lenses.filter({ hasText: text });
  }

  /** Clicks a lens until what it opens is there: one that is drawn anew under the pointer loses the click. */
  async clickLens(text: string | RegExp, opens: Locator): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.lens(text).first().click();
      if (await isThere(opens.first(), 5000)) return;
    }
    await opens.first().waitFor();
  }

  /** Texts of all lenses in sight, from above to below, as they are at one moment. */
  async lensTexts(): Promise<string[]> {
    await this.lenses.first().waitFor();
    const placed = await this.lenses.evaluateAll((all) =>
      all.map((lens) => ({ text: lens.innerText, y: lens.getBoundingClientRect().top })),
    );
    return placed.sort((a, b) => a.y - b.y).map(({ text }) => plainSpaces(text));
  }

  /** A line of the text as it is seen, inlay hints included. */
  line(text: string | RegExp): Locator {
    return this.page.locator('.editor-instance .view-line').filter({ hasText: text });
  }

  /** Opens the hover of a place, as the keyboard does. */
  async hoverAt(line: number, column: number): Promise<void> {
    await this.goTo(line, column);
    await this.page.keyboard.press('Control+KeyK');
    await this.page.keyboard.press('Control+KeyI');
    await this.hover.waitFor();
  }

  /** Clicks what the hover of a place offers until what it opens is there: one that is drawn anew loses the click. */
  async clickInHover(line: number, column: number, text: string, opens: Locator): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.hoverAt(line, column);
      const offer = this.hover.getByText(text);
      if (await isThere(offer, 10_000)) await offer.click({ timeout: 10_000 }).catch(unlessLate);
      if (await isThere(opens.first(), 10_000)) return;
      await this.page.keyboard.press('Escape');
    }
    await opens.first().waitFor();
  }

  /** Selects characters after the cursor. */
  async select(characters: number): Promise<void> {
    for (let i = 0; i < characters; i++) await this.page.keyboard.press('Shift+ArrowRight');
  }

  /** The text of a line as it stands in the document, counted from 1; it is selected and copied, as a person would. */
  async lineText(line: number): Promise<string> {
    await this.goTo(line);
    const shown = this.page.locator('.editor-instance .view-overlays .current-line').first();
    await shown.waitFor();
    const top = await shown.evaluate((element) => element.parentElement?.style.top ?? '');
    const lines = this.page.locator('.editor-instance .view-lines .view-line');
    const tops = await lines.evaluateAll((all) => all.map((one) => one.style.top));
    const found = await lines.nth(tops.indexOf(top)).textContent();
    return plainSpaces(found ?? '');
  }

  /** Looks at every frame how many lenses with a text are there, until asked for the fewest. */
  async watchLens(text: string): Promise<{ fewest(): Promise<number> }> {
    const handle = await this.page.evaluateHandle((wanted) => {
      const { document, requestAnimationFrame } = globalThis as unknown as Browser;
      const seen = { fewest: Number.POSITIVE_INFINITY };
      const look = (): void => {
        const lenses = [...document.querySelectorAll('.codelens-decoration')];
        const there = lenses.filter(
          (lens) => lens.offsetParent !== null && lens.textContent?.includes(wanted),
        );
        seen.fewest = Math.min(seen.fewest, there.length);
        requestAnimationFrame(look);
      };
      look();
      return seen;
    }, text);
    return { fewest: () => handle.evaluate((seen) => seen.fewest) };
  }

  /** The hover that is open. */
  get hover(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
  }

  async hoverText(): Promise<string> {
    await this.hover.waitFor();
    return plainSpaces(await this.hover.innerText());
  }

  /** The line under a problem. */
  squiggle(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** An entry of the menu of what can be done. */
  choice(title: string): Locator {
    return this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
  }

  /** Chooses what can be done about the problem at the cursor. */
  async quickFix(title: string): Promise<void> {
    const action = this.choice(title);
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.page.keyboard.press('Control+Period');
      if (await isThere(action, 4000)) break;
      await this.page.keyboard.press('Escape');
    }
    await action.click();
  }

  /**
   * Fixes all that a title names. TypeScript offers to fix its own as well, and then there is a choice; before it has
   * started there is none, and while it starts neither.
   */
  async fixAll(title: string, faults: Locator): Promise<void> {
    const action = this.choice(title);
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.run('Fix All');
      if (await isThere(action, 4000)) await action.click();
      if (await comes(faults.first(), 'detached', 4000)) return;
      await this.page.keyboard.press('Escape');
    }
    await faults.first().waitFor({ state: 'detached' });
  }

  /** What a page of ours draws; VS Code puts it into a frame within a frame. */
  get pageContent(): Locator {
    return this.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator('#page');
  }

  /** What the document of the page is called. */
  pageTitle(): Promise<string> {
    return this.pageContent.evaluate((element: unknown) => (element as Drawn).ownerDocument.title);
  }

  get status(): Locator {
    return this.page.locator('.statusbar-item[id*="promptmeter"]');
  }

  get quickPick(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** A message in the corner, or in the list of all of them once that is open. */
  get notification(): Locator {
    return this.page.locator('.notification-toast, .notifications-center .notification-list-item');
  }

  /** A message that comes among others: after three within 800 ms VS Code shows no more in the corner, the list alone has them. */
  async told(text: string): Promise<Locator> {
    const message = this.notification.filter({ hasText: text }).first();
    if (!(await isThere(message, 5000))) await this.run('Notifications: Show Notifications');
    await message.waitFor();
    return message;
  }

  /** The question that has to be answered before anything else. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Keeps what is seen, in `out/screenshots/`. */
  async picture(name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    // what fades in is taken as it will stand
    await this.page.screenshot({
      path: join(pictures, `${name}.png`),
      animations: 'disabled',
      ...(clip && { clip }),
    });
  }
}

/** Whether something shows up; for what may have to be tried again, not for what has to be there. */
export function isThere(what: Locator, milliseconds: number): Promise<boolean> {
  return comes(what, 'visible', milliseconds);
}

function unlessLate(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}

function comes(what: Locator, state: 'visible' | 'hidden' | 'detached', timeout: number): Promise<boolean> {
  return what.waitFor({ state, timeout }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
}

/** What a function that runs in the window uses of it; the project is compiled without a browser's names. */
interface Browser {
  readonly document: {
    querySelectorAll(
      selector: string,
    ): Iterable<{ readonly offsetParent: unknown; readonly textContent: string | null }>;
  };
  requestAnimationFrame(next: () => void): void;
}

interface Drawn {
  readonly ownerDocument: { readonly title: string };
}

/** VS Code shows spaces as no-break ones. */
export function plainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
