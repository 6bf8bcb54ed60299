// The system's Chromium, without a screen.
import {chromium} from 'playwright-core';

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

let ending = false;

// Whether a signal has told this process to end: what then breaks off is no failure.
export const isEnding = () => ending;

// The browser ends with this process, however that ends: a signal closes it first.
export async function launchChromium() {
  const browser = await chromium.launch({
    executablePath: chromiumPath, headless: true, args: chromiumFlags,
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
  for (const [signal, number] of [['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]]) {
    process.once(signal, () => {
      ending = true;
      void browser.close().finally(() => process.exit(128 + number));
    });
  }
  return browser;
}
