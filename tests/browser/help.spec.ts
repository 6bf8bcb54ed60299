// Completion, signature help and hover in the editor, with the keyboard alone.
import {AxeBuilder} from '@axe-core/playwright';
import {expect, test, type Locator, type Page} from '@playwright/test';
import {App} from './app';

const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible');
const rows = (page: Page): Locator => suggestions(page).locator('.monaco-list-row');
const hints = (page: Page): Locator => page.locator('.parameter-hints-widget.visible');
const hover = (page: Page): Locator => page.locator('.monaco-hover:not(.hidden)');

// Opens the program with the cursor at its end.
async function openAtEnd(page: Page, source: string): Promise<App> {
  const app = await App.open(page, source);
  await app.editor.click();
  await page.keyboard.press('Control+End');
  return app;
}

test('A dot lists the members of a module', async ({page}) => {
  await openAtEnd(page, 'import threading\n');
  await page.keyboard.type('threading.');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.type('Thr');
  await expect(rows(page).first()).toContainText('Thread');
  await page.keyboard.press('Tab');
  await expect(page.locator('.view-line').nth(1)).toHaveText('threading.Thread');
});

test('An instance has the methods of its class', async ({page}) => {
  await openAtEnd(page, 'import threading\nt = threading.Thread(target=print)\n');
  await page.keyboard.type('t.st');
  await expect(rows(page).first()).toContainText('start');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-line').nth(2)).toHaveText('t.start');
});

test('Modules and their names follow import', async ({page}) => {
  await openAtEnd(page, '');
  await page.keyboard.type('from queue import ');
  await expect(rows(page).filter({hasText: 'PriorityQueue'})).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('Queue\nimport thr');
  await expect(rows(page).first()).toContainText('threading');
});

test('Names from other scripts are found', async ({page}) => {
  await openAtEnd(page, "计数器 = '😀😀'\n");
  await page.keyboard.insertText("x = '😀'; 计");
  await page.keyboard.press('Control+Space');
  await expect(rows(page).first()).toContainText('计数器');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-line').nth(1)).toHaveText("x = '😀'; 计数器");
});

test('The signature follows the arguments', async ({page}) => {
  await openAtEnd(page, 'def work(count, step=1):\n    """Counts in steps."""\n\n');
  await page.keyboard.type('work(');
  await expect(hints(page).locator('.signature')).toContainText('work(count, step=1)');
  await expect(hints(page).locator('.parameter.active')).toHaveText('count');
  await expect(hints(page)).toContainText('Counts in steps.');
  await page.keyboard.type('1, ');
  await expect(hints(page).locator('.parameter.active')).toHaveText('step=1');
});

test('Hover shows what a name is', async ({page}) => {
  await openAtEnd(page, 'from queue import Queue\nQueue');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await expect(hover(page)).toContainText('class Queue(maxsize=0)');
  await expect(hover(page)).toContainText('First in, first out');
});

test('Help is there while a program runs', async ({page}) => {
  const app = await openAtEnd(page, 'import time\nwhile True:\n    time.sleep(0.01)\n');
  await app.run.click();
  await expect(app.stop).toBeEnabled();
  await app.editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('time.mono');
  await expect(rows(page).first()).toContainText('monotonic');
  await app.stop.click();
});

test('Comments and strings are left alone', async ({page}) => {
  await openAtEnd(page, '');
  await page.keyboard.type('# prin');
  await page.waitForTimeout(400);
  await expect(suggestions(page)).toHaveCount(0);
});

for (const view of [
  {name: 'light, wide', colorScheme: 'light', width: 1280, height: 800},
  {name: 'dark, phone', colorScheme: 'dark', width: 390, height: 844},
] as const) {
  test.describe(view.name, () => {
    test.use({colorScheme: view.colorScheme, viewport: {width: view.width, height: view.height}});

    test('axe finds nothing in the widgets', async ({page}) => {
      await openAtEnd(page, 'import threading\n');
      await page.keyboard.type('threading.');
      await expect(rows(page).first()).toBeVisible();
      const results = await new AxeBuilder({page}).analyze();
      const nodes = results.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html}`));
      expect(nodes).toEqual([]);
    });
  });
}
