// The page as its tests use it.

import type {Locator, Page} from '@playwright/test';
import {defaultOptions, type RunOptions} from '../../web/src/base/run_options';
import {encodeShareLink} from '../../web/src/state/share_link';

export class App {
  constructor(readonly page: Page) {}

  static async open(page: Page, source: string, options: Partial<RunOptions> = {}): Promise<App> {
    const link = encodeShareLink({source, options: {...defaultOptions, ...options}});
    await page.goto(`/${link}`);
    const app = new App(page);
    await app.loaded();
    return app;
  }

  async loaded(): Promise<void> {
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
    await this.page.locator('.xterm-screen').waitFor({state: 'attached'});
  }

  get run(): Locator {
    return this.page.getByRole('button', {name: /^(Run|运行)$/});
  }

  get stop(): Locator {
    return this.page.getByRole('button', {name: /^(Stop|停止)$/});
  }

  get status(): Locator {
    return this.page.locator('.status-text');
  }

  // The rows that the terminal shows.
  get output(): Locator {
    return this.page.locator('.xterm-rows');
  }

  get editor(): Locator {
    return this.page.locator('.monaco-editor .view-lines');
  }

  async replaceProgram(source: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(source);
  }
}
