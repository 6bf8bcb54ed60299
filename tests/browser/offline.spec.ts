import {createReadStream, existsSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, test} from '@playwright/test';
import {App} from './app';

test.use({serviceWorkers: 'allow'});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

// A host that can set no headers.
function plainServer(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': types[path.extname(file)] ?? 'application/octet-stream'});
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

test('After the first visit the page works without a network', async ({page, context}) => {
  await page.goto('/');
  const app = new App(page);
  await app.loaded();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {timeout: 20_000});
  await context.setOffline(true);
  await page.reload();
  await app.loaded();
  expect(await page.evaluate(() => self.crossOriginIsolated)).toBe(true);
  // Nobody has asked for this part of the library yet.
  await app.replaceProgram('import fractions\nprint("no network", fractions.Fraction(6, 4))');
  await app.run.click();
  await expect(app.output).toContainText('no network 3/2');
});

test('A host without headers is enough', async ({page}) => {
  const server = await plainServer(path.resolve(import.meta.dirname, process.env['HEDDLE_WEB'] ?? '../../build/web'));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => self.crossOriginIsolated, null, {timeout: 20_000});
  const app = new App(page);
  await app.loaded();
  await app.replaceProgram('print("isolated")');
  await app.run.click();
  await expect(app.output).toContainText('isolated');
  server.close();
});
