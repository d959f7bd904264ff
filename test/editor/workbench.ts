import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';

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
    await this.page.keyboard.press('Control+KeyP');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(path);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: path.split('/').at(-1) })
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${path.split('/').at(-1)}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by the title that the command palette shows. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`>${title}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: title })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  get lenses(): Locator {
    return this.page.locator('.codelens-decoration a:visible');
  }

  lens(text: string | RegExp): Locator {
    return this.lenses.filter({ hasText: text });
  }

  /** Texts of all lenses in sight, from above to below. */
  async lensTexts(): Promise<string[]> {
    await this.lenses.first().waitFor();
    const found = await this.lenses.all();
    const placed = await Promise.all(
      found.map(async (lens) => ({
        text: plainSpaces(await lens.innerText()),
        y: (await lens.boundingBox())?.y ?? 0,
      })),
    );
    return placed.sort((a, b) => a.y - b.y).map(({ text }) => text);
  }

  /** A line of the text as it is seen, inlay hints included. */
  line(text: string | RegExp): Locator {
    return this.page.locator('.editor-instance .view-line').filter({ hasText: text });
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
    return this.page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
  }

  async hoverText(): Promise<string> {
    await this.hover.waitFor();
    return plainSpaces(await this.hover.innerText());
  }

  get status(): Locator {
    return this.page.locator('.statusbar-item[id*="promptmeter"]');
  }

  get quickPick(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  get notification(): Locator {
    return this.page.locator('.notification-toast');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Keeps what is seen, in `out/screenshots/`. */
  async picture(name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`), ...(clip && { clip }) });
  }
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

/** VS Code shows spaces as no-break ones. */
export function plainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
