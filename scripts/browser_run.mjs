// npm run -s browser-run -- [OPTIONS] FILE [ARG ...]
//
// Runs a program in the built page in headless Chromium, as `heddle FILE` would in a terminal:
// stdin, stdout, stderr and the exit status are the program's. It gets the files of the folder
// that this was called from, and those that it writes are written there.
import {statSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {inBuild} from './base/paths.mjs';
import {runMain} from './base/process.mjs';
import {isEnding, launchChromium} from './base/chromium.mjs';
import {collectFiles, parseArguments, saveFiles, writeAll} from './base/program.mjs';
import {serve} from './serve.mjs';

const engineBroke = 70;

// Runs in the page. Bytes travel as text with a character for each byte.
function startInPage(request) {
  const output = (fd, bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 4096) {
      text += String.fromCharCode(...bytes.subarray(at, at + 4096));
    }
    return window.heddleOutput(fd, text);
  };
  const run = window.heddleRun(request, {output, wantsInput: window.heddleWantsInput, files: window.heddleFiles});
  window.heddleStdin = text => (text === '' ? run.endStdin() : run.stdin(text));
  return run.ended;
}

async function openPage(browser, address) {
  const page = await browser.newPage({serviceWorkers: 'block'});
  page.on('pageerror', error => console.error(`page: ${error.message}`));
  await page.goto(address, {waitUntil: 'commit'});
  return page;
}

async function runInBrowser(browser, address, request, cwd) {
  const page = await openPage(browser, address);
  let reading = false;
  const decoder = new TextDecoder();
  const send = text => page.evaluate(words => window.heddleStdin(words), text).catch(() => {});
  const readInput = () => {
    if (reading) return;
    reading = true;
    process.stdin.on('data', bytes => {
      const text = decoder.decode(bytes, {stream: true});
      if (text !== '') void send(text);
    });
    process.stdin.on('end', () => void send(''));
  };
  await Promise.all([
    page.exposeFunction('heddleOutput', (fd, text) => writeAll(fd, Buffer.from(text, 'latin1'))),
    page.exposeFunction('heddleWantsInput', readInput),
    page.exposeFunction('heddleFiles', files => saveFiles(files, cwd)),
  ]);
  await page.waitForFunction(() => typeof window.heddleRun === 'function');
  return page.evaluate(startInPage, request);
}

await runMain(async args => {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const {options, file, argv} = parseArguments(args);
  const path = resolve(cwd, file);
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) {
    console.error(`heddle: can't open file '${path}': [Errno 2] No such file or directory`);
    process.exit(2);
  }
  const request = {
    files: collectFiles(path, cwd), main: basename(path), argv, options,
    stdinTty: Boolean(process.stdin.isTTY), stdoutTty: true,
  };
  const {address, close} = await serve(process.env.HEDDLE_WEB ?? inBuild('web'), 0);
  const browser = await launchChromium();
  let status = engineBroke;
  try {
    const end = await runInBrowser(browser, address, request, cwd);
    if (end.failure !== null) console.error(`heddle: the engine stopped unexpectedly: ${end.failure}`);
    else status = end.status;
  } catch (error) {
    if (isEnding()) await new Promise(() => {});  // The signal's handler exits.
    throw error;
  } finally {
    await browser.close();
    close();
  }
  process.exit(status);
});
