import {AxeBuilder} from '@axe-core/playwright';
import {expect, test, type Page} from '@playwright/test';
import {App} from './app';

async function violations(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({page}).analyze();
  return results.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 160)}`));
}

const views = [
  {name: 'light, wide', colorScheme: 'light', width: 1280, height: 800},
  {name: 'dark, wide', colorScheme: 'dark', width: 1280, height: 800},
  {name: 'light, phone', colorScheme: 'light', width: 390, height: 844},
  {name: 'dark, phone', colorScheme: 'dark', width: 390, height: 844},
] as const;

for (const view of views) {
  test.describe(view.name, () => {
    test.use({colorScheme: view.colorScheme, viewport: {width: view.width, height: view.height}});

    test('axe finds nothing', async ({page}) => {
      const app = await App.open(page, 'print("hello")\n');
      expect(await violations(page)).toEqual([]);
      await app.run.click();
      await expect(app.status).toHaveText(/^Finished/);
      expect(await violations(page)).toEqual([]);
    });

    test('nothing is wider than the window', async ({page}) => {
      await App.open(page, 'print("hello")\n');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width);
    });
  });
}

test('The skip link leads to the editor', async ({page}) => {
  await App.open(page, 'print("hello")\n');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', {name: 'Skip to the editor'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#editor')).toBeFocused();
});

test('The layout does not move while the page loads', async ({page}) => {
  await page.addInitScript(() => {
    const seen = {shift: 0};
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
    Object.assign(window, {seen});
  });
  await page.goto('/');
  await new App(page).loaded();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as {seen: {shift: number}}).seen.shift)).toBeLessThan(0.01);
});
