// npm run -s browser-run -- [OPTIONS] FILE [ARG ...]
//
// Runs a program in the built page in headless Chromium, as `heddle FILE` would in a terminal:
// stdin, stdout, stderr and the exit status are the program's. It gets the files of the folder
// that this was called from, and those that it writes are written there.
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync} from 'node:fs';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {isUtf8} from 'node:buffer';
import {inBuild} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';
import {launchChromium} from './base/chromium.mjs';
import {serve} from './serve.mjs';

const maxFileBytes = 4 << 20;
const maxFolderBytes = 32 << 20;
const maxFiles = 2000;
const home = '/home/user';
const engineBroke = 70;

// Names of the command line -> names of the engine's run request.
const optionNames = new Map([
  ['sched', 'sched'], ['workers', 'workers'], ['cpus', 'cpus'], ['quantum', 'quantum'], ['seed', 'seed'],
  ['clock', 'clock'], ['processes', 'processes'], ['memory-limit', 'memory_limit_mib'], ['time-limit', 'time_limit_s'],
]);

// Options may stand before and, for the ones known here, after the file's name:
// what follows the first other word is the program's.
function parseArguments(args) {
  const options = {};
  let file;
  let index = 0;
  for (; index < args.length; ++index) {
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[index]) ?? [];
    const known = optionNames.get(name);
    if (known) {
      const value = inline ?? args[++index];
      if (value === undefined) throw new Failure(`--${name} needs a value`);
      options[known] = /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    } else if (file === undefined && name === undefined) {
      file = args[index];
    } else if (file === undefined) {
      throw new Failure(`There is no option ${args[index]}`);
    } else {
      break;
    }
  }
  if (file === undefined) throw new Failure('Usage: npm run -s browser-run -- FILE [OPTIONS] [ARG ...]');
  return {options, file, argv: args.slice(index)};
}

// Text files of a folder, without what tools keep there.
class Folder {
  files = {};
  #bytes = 0;
  #count = 0;

  add(folder, accept, prefix = '') {
    for (const entry of readdirSync(join(folder, prefix), {withFileTypes: true})) {
      const name = join(prefix, entry.name);
      if (entry.isDirectory()) {
        const skip = entry.name.startsWith('.') || ['node_modules', '__pycache__', 'build'].includes(entry.name);
        if (!skip) this.add(folder, accept, name);
      } else if (entry.isFile() && accept(entry.name)) {
        this.#addFile(join(folder, name), name);
      }
    }
  }

  #addFile(path, name) {
    const {size} = statSync(path);
    if (size > maxFileBytes || this.#bytes + size > maxFolderBytes || this.#count >= maxFiles) return;
    const content = readFileSync(path);
    if (!isUtf8(content)) return;
    this.files[name.split(sep).join('/')] = content.toString('utf8');
    this.#bytes += size;
    this.#count++;
  }
}

function collectFiles(file, cwd) {
  const folder = new Folder();
  const beside = dirname(file);
  if (beside !== cwd) {
    for (const entry of readdirSync(beside)) {
      if (entry.endsWith('.py')) folder.add(beside, name => name === entry);
    }
  }
  folder.add(cwd, () => true);
  return {...folder.files, [basename(file)]: readFileSync(file, 'utf8')};
}

function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(141);
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

function saveFiles(files, cwd) {
  for (const [name, content] of Object.entries(files)) {
    const path = resolve(cwd, relative(home, resolve(home, name)));
    if (!path.startsWith(cwd + sep)) continue;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
  }
}

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
  } finally {
    await browser.close();
    close();
  }
  process.exit(status);
});
