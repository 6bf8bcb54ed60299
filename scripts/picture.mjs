// node scripts/picture.mjs [SCENARIO] [FILE.png]: takes the README's picture of the built page.
import {inBuild, inRoot} from './base/paths.mjs';
import {launchChromium} from './base/chromium.mjs';
import {runMain} from './base/process.mjs';
import {serve} from './serve.mjs';

await runMain(async ([title = 'Lost update', file = inRoot('docs', 'images', 'page.png')]) => {
  const {address, close} = await serve(process.env.HEDDLE_WEB ?? inBuild('web'), 0);
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: {width: 1280, height: 800}, deviceScaleFactor: 2, locale: 'en-US', serviceWorkers: 'block',
  });
  await page.goto(address);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.getByRole('button', {name: title, exact: true}).click();
  await page.getByRole('button', {name: 'Run', exact: true}).click();
  await page.getByText(/^(Finished|Exit)/).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({path: file});
  await browser.close();
  close();
});
