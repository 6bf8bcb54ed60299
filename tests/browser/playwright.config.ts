import {defineConfig} from '@playwright/test';
// @ts-expect-error: a plain script without declarations
import {chromiumFlags, chromiumPath} from '../../scripts/base/chromium.mjs';

const port = 8399;

export default defineConfig({
  testDir: '..',
  testMatch: ['web/**/*.spec.ts', 'browser/**/*.spec.ts'],
  outputDir: '../../build/test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: {width: 1280, height: 800},
    locale: 'en-US',
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {executablePath: chromiumPath as string, args: chromiumFlags as string[]},
  },
  webServer: {
    command: `node ../../scripts/serve.mjs ${process.env['HEDDLE_WEB'] ?? '../../build/web'} --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
