// The part of the library that the engine fetches when a program first wants it.

import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from '@playwright/test';
import {App} from './app';

const libraryFile = '**/heddle.library';

// The modules that the engine carries, by their dotted names.
function carriedModules(): string[] {
  const folder = path.resolve(import.meta.dirname, '../../engine/lib/py');
  return ['precompiled.txt', 'carried.txt']
    .flatMap((list) => readFileSync(path.join(folder, list), 'utf8').split('\n'))
    .filter((name) => name.endsWith('.py'))
    .map((name) => name.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'));
}

test('A rarely used module is fetched once, when a program first imports it', async ({page}) => {
  let requests = 0;
  await page.route(libraryFile, (route) => {
    ++requests;
    return route.continue();
  });
  const app = await App.open(page, 'import json\nprint(json.dumps({"threads": 1}))');
  await app.run.click();
  await expect(app.output).toContainText('{"threads": 1}');
  expect(requests).toBe(0);
  await app.replaceProgram('import statistics\nprint("mean", statistics.mean([1, 2, 6]), "\\N{GREEK SMALL LETTER MU}")');
  await app.run.click();
  await expect(app.output).toContainText('mean 3 μ');
  await app.replaceProgram('import shlex\nprint(shlex.split("again \'and again\'"))');
  await app.run.click();
  await expect(app.output).toContainText("['again', 'and again']");
  expect(requests).toBe(1);
});

test('Threads run on while the library is fetched, and Stop ends the wait', async ({page}) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(libraryFile, async (route) => {
    await held;
    await route.continue();
  });
  const program =
    'import threading, time\ndef tick():\n    for i in range(3):\n        print("tick", i)\n        time.sleep(0.05)\n' +
    'threading.Thread(target=tick).start()\nimport fractions\nprint("fetched", fractions.Fraction(2, 4))';
  const app = await App.open(page, program, {workers: 1});
  await app.run.click();
  await expect(app.output).toContainText('tick 2');
  await app.stop.click();
  await expect(app.status).toHaveText(/^Stopped/);
  release();
  await app.run.click();
  await expect(app.output).toContainText('fetched 1/2');
});

test('The schedule is the same whether the library had to be fetched or was there', async ({page}) => {
  const program =
    'import threading, sys\nout = []\ndef work(name):\n    for i in range(20):\n        out.append(name)\n' +
    'threads = [threading.Thread(target=work, args=(c,)) for c in "abc"]\nfor t in threads: t.start()\n' +
    'import fractions\nfor t in threads: t.join()\nprint("order", "".join(out), len(out))';
  const app = await App.open(page, program, {sched: 'random', seed: 7});
  const orders: (string | null)[] = [];
  for (let i = 0; i < 2; ++i) {
    await app.run.click();
    await expect(app.status).toHaveText(/^Finished in/);
    await expect(app.output).toContainText(/order [abc]+/);
    orders.push((await app.output.textContent())?.match(/order [abc]+/)?.[0] ?? null);
  }
  expect(orders[1]).toBe(orders[0]);
});

test('A program is told when the library cannot be fetched, and the next run tries again', async ({page}) => {
  await page.route(libraryFile, (route) => route.abort());
  const app = await App.open(page, 'import decimal\nprint(decimal.Decimal("1.10") + 1)');
  await app.run.click();
  await expect(app.output).toContainText("ImportError: cannot load the module 'decimal'");
  await expect(app.output).toContainText('check the connection, and run the program again');
  await page.unroute(libraryFile);
  await app.run.click();
  await expect(app.output).toContainText('2.10');
});

test('What the engine carries needs nothing that it does not carry', async ({page}) => {
  await page.route(libraryFile, (route) => route.abort());
  const modules = carriedModules();
  expect(modules.length).toBeGreaterThan(50);
  const app = await App.open(page, `for name in ${JSON.stringify(modules)}:\n    __import__(name)\nprint('all there')`);
  await app.run.click();
  await expect(app.output).toContainText('all there');
});
