import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {App} from './app';

test('Run prints what the program prints', async ({page}) => {
  const app = await App.open(page, 'print("hello from Heddle")\n');
  await app.run.click();
  await expect(app.output).toContainText('hello from Heddle');
  await expect(app.status).toHaveText(/^Finished in/);
});

test('A program of a link never runs by itself', async ({page}) => {
  const app = await App.open(page, 'print("surprise")\n');
  await page.waitForTimeout(1000);
  await expect(app.status).toHaveText('Ready');
  await expect(app.output).not.toContainText('surprise');
});

test('Control and Enter run from the editor', async ({page}) => {
  const app = await App.open(page, 'print("by keyboard")\n');
  await app.editor.click();
  await page.keyboard.press('Control+Enter');
  await expect(app.output).toContainText('by keyboard');
});

test('Stop ends an endless loop, and the next run starts clean', async ({page}) => {
  const app = await App.open(page, 'while True: pass\n');
  await app.run.click();
  await expect(app.status).toHaveText(/^Running/);
  await app.stop.click();
  await expect(app.status).toHaveText(/^Stopped/);
  await app.replaceProgram('print("clean")');
  await app.run.click();
  await expect(app.output).toContainText('clean');
});

test('Stop ends fifty endless threads while the page stays alive', async ({page}) => {
  const app = await App.open(
    page,
    'import threading\ndef spin():\n    while True: pass\n' +
      'for i in range(50):\n    threading.Thread(target=spin).start()\n',
  );
  await app.run.click();
  await page.waitForTimeout(500);
  await app.editor.click();
  await page.keyboard.type('# typed ');
  await expect(app.editor).toContainText('# typed');
  await app.stop.click();
  await expect(app.status).toHaveText(/^Stopped/);
});

test('Input is edited, sent and echoed', async ({page}) => {
  const app = await App.open(page, "name = input('name? ')\nprint('hello', name)\n");
  await app.run.click();
  await expect(app.status).toHaveText('Waiting for input');
  await page.keyboard.type('线Zoee');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(app.output).toContainText('name? 线Zoe');
  await expect(app.output).toContainText('hello 线Zoe');
  await expect(app.status).toHaveText(/^Finished/);
});

test('Control D is the end of input', async ({page}) => {
  const app = await App.open(page, "try:\n    input('? ')\nexcept EOFError:\n    print('no more')\n");
  await app.run.click();
  await expect(app.status).toHaveText('Waiting for input');
  await page.keyboard.press('Control+D');
  await expect(app.output).toContainText('no more');
});

test('A syntax error is underlined where it is', async ({page}) => {
  const app = await App.open(page, 'x = 1\nif x\n    print(x)\n');
  await expect(page.locator('.squiggly-error')).toBeVisible();
  await page.getByRole('button', {name: '1 syntax error'}).click();
  await app.replaceProgram('x = 1\n');
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
});

test('An uncaught exception shows its traceback and the exit status', async ({page}) => {
  const app = await App.open(page, 'print("out")\nraise ValueError("broken")\n');
  await app.run.click();
  await expect(app.output).toContainText('ValueError: broken');
  await expect(app.status).toHaveText(/^Exit status 1/);
  const colourOf = (text: string): Promise<string> =>
    app.output.locator('span', {hasText: text}).first().evaluate((span) => getComputedStyle(span).color);
  expect(await colourOf('ValueError')).not.toBe(await colourOf('out'));
});

test('A hundred thousand lines are neither lost nor a freeze', async ({page}) => {
  const app = await App.open(page, 'for i in range(100000):\n    print("line", i)\n');
  await page.evaluate(() => {
    const drawn = {frames: 0};
    const step = (): void => {
      drawn.frames++;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(window, {drawn});
  });
  await app.run.click();
  await expect(app.status).toHaveText(/^Finished/, {timeout: 20_000});
  await expect(app.output).toContainText('line 99999');
  const frames = await page.evaluate(() => (window as unknown as {drawn: {frames: number}}).drawn.frames);
  expect(frames).toBeGreaterThan(10);
  const download = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save'}).click();
  const lines = readFileSync(await (await download).path(), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(100_000);
  expect(lines.at(-1)).toBe('line 99999');
});

test('Only what the scheduler looks at can be set', async ({page}) => {
  await App.open(page, 'print(1)\n');
  const shown = async (): Promise<string[]> => page.locator('.options .field span').allTextContents();
  expect(await shown()).toEqual(['Scheduler', 'Workers', 'Clock']);
  const height = async (): Promise<number | undefined> => (await page.locator('.options').boundingBox())?.height;
  const before = await height();
  await page.getByLabel('Scheduler').selectOption('random');
  expect(await shown()).toEqual(['Scheduler', 'Seed', 'Clock']);
  expect(await height()).toBe(before);
  await page.getByLabel('Scheduler').selectOption('rr');
  expect(await shown()).toEqual(['Scheduler', 'Quantum', 'Clock']);
});

test('A shared link opens the same program with the same options', async ({page, context}) => {
  const app = await App.open(page, 'print(1)\n');
  await app.replaceProgram('print("shared 程序")');
  await page.getByLabel('Scheduler').selectOption('random');
  await page.getByLabel('Seed', {exact: true}).fill('77');
  await page.getByLabel('Clock').selectOption('virtual');
  await page.getByRole('button', {name: 'Share', exact: true}).click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  const opened = new App(other);
  await opened.loaded();
  await expect(opened.editor).toContainText('print("shared 程序")');
  await expect(other.getByLabel('Scheduler')).toHaveValue('random');
  await expect(other.getByLabel('Seed', {exact: true})).toHaveValue('77');
  await expect(other.getByLabel('Clock')).toHaveValue('virtual');
});

test('A damaged link says so and changes nothing', async ({page}) => {
  await page.goto('/#1.eNqrVirOLy1KTlWyUk');
  await expect(page.getByRole('alert')).toContainText('damaged');
  await new App(page).loaded();
  await expect(page.locator('.file-name')).toHaveText('hello_threads.py');
});

test('Text of a program is never HTML', async ({page}) => {
  const app = await App.open(page, 'print("<img src=x onerror=document.title=1>")\n');
  await app.run.click();
  await expect(app.output).toContainText('<img src=x');
  await expect(page.locator('img')).toHaveCount(0);
});

test('Edits are kept over a reload, and a scenario can be restored', async ({page}) => {
  await page.goto('/');
  const app = new App(page);
  await app.loaded();
  await app.replaceProgram('print("mine now")');
  await page.reload();
  await app.loaded();
  await expect(app.editor).toContainText('mine now');
  await page.getByRole('button', {name: 'Restore original'}).click();
  await expect(app.editor).toContainText('def greet(name)');
});

test('The page speaks Chinese and remembers it', async ({page}) => {
  await page.goto('/');
  const app = new App(page);
  await app.loaded();
  await page.getByRole('button', {name: '中文'}).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(app.run).toHaveText('运行');
  await expect(page.getByRole('button', {name: '丢失的更新', exact: true})).toBeVisible();
  await expect(app.status).toHaveText('就绪');
  await page.reload();
  await expect(app.run).toHaveText('运行');
  await page.getByRole('button', {name: 'English'}).click();
  await expect(app.run).toHaveText('Run');
});

const scenarios = [
  {title: 'The end of the work', prints: '10 x 10 = 100'},
  {title: 'A buffer with a Condition', prints: "['warp', 'weft', 'heddle', '经', '纬', '综']"},
];
for (const {title, prints} of scenarios) {
  test(`Scenario: ${title}`, async ({page}) => {
    await page.goto('/');
    const app = new App(page);
    await app.loaded();
    await page.getByRole('button', {name: title, exact: true}).click();
    await app.run.click();
    await expect(app.output).toContainText(prints);
    await expect(app.status).toHaveText(/^Finished/);
  });
}

test('The colours can be chosen and are kept', async ({page}) => {
  await page.goto('/');
  await page.getByRole('button', {name: 'Dark colours'}).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
