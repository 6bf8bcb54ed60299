// The system's Chromium, without a screen.
import {chromium} from 'playwright-core';

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

// The browser ends with this process, however that ends.
export function launchChromium() {
  return chromium.launch({executablePath: chromiumPath, headless: true, args: chromiumFlags});
}
