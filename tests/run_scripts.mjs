// Runs the data tests: tests/scripts/<area>/*.py, each with its expectations in comments.
// tests/README.md describes the comments and gives examples.
//
//   node tests/run_scripts.mjs [--engine 'COMMAND {file}'] [--name NAME] [--jobs N] [--timeout S]
//                              [--options 'ENGINE OPTIONS'] [--verbose] [AREA or PATH ...]
//
// The engine's options and the program go in at {file}, or at the end. The last line says
// `N passed, N failed`; the exit status is 1 if a test failed.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, relative, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {inRoot, nativeEngine, root} from '../scripts/base/paths.mjs';
import {Failure, forEachParallel, runMain} from '../scripts/base/process.mjs';
import {filesBelow} from '../scripts/base/stamps.mjs';

const scriptsDir = inRoot('tests', 'scripts');
const largestOutput = 64 << 20;

// --- Reading a test -------------------------------------------------------------------------

// Splits at spaces; '…' and "…" keep theirs.
export function splitWords(text) {
  const words = text.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
}

// The expectations that a program's comments state.
export function parseTest(source) {
  const test = {
    lines: [], unordered: false, error: undefined, status: undefined, timeout: undefined,
    args: [], options: [], stdin: '', skips: new Map(),
  };
  let inBlock = false;
  for (const line of source.split(/\r?\n/)) {
    if (inBlock) {
      const comment = /^# ?(.*)$/.exec(line);
      if (comment && !/^expect-|^(args|options|skip|stdin|timeout): /.test(comment[1])) {
        test.lines.push(comment[1]);
        continue;
      }
      inBlock = false;
    }
    const expected = /# expect:(?: (.*))?$/.exec(line);
    if (expected) {
      test.lines.push((expected[1] ?? '').trimEnd());
      continue;
    }
    const directive = /^# (expect-stdout|expect-error|expect-status|args|options|skip|stdin|timeout):(?: (.*))?$/
                          .exec(line);
    if (/^# unordered\s*$/.test(line)) test.unordered = true;
    if (!directive) continue;
    const value = directive[2] ?? '';
    switch (directive[1]) {
      case 'expect-stdout': inBlock = true; break;
      case 'expect-error': test.error = new RegExp(value.trim()); break;
      case 'expect-status': test.status = Number(value); break;
      case 'args': test.args = splitWords(value); break;
      case 'options': test.options = splitWords(value); break;
      case 'stdin': test.stdin += `${value}\n`; break;
      case 'timeout': test.timeout = Number(value); break;
      case 'skip': {
        const [name, ...reason] = value.split(' ');
        test.skips.set(name, reason.join(' '));
        break;
      }
    }
  }
  test.status ??= test.error ? 1 : 0;
  return test;
}

// --- Running it -----------------------------------------------------------------------------

function commandFor(engine, test, file, options) {
  const words = [...engine];
  if (!words.includes('{file}')) words.push('{file}');
  // A test that names a scheduler keeps it: the same option twice is an error.
  const given = options.filter((_, index) => !overrides(test.options, options, index));
  return words.flatMap(word => word === '{file}' ? [...given, ...test.options, file, ...test.args] : [word]);
}

// Whether options[index] is, or is the value of, an option that the test sets itself.
function overrides(own, options, index) {
  const name = options[index].startsWith('--') ? options[index] : options[index - 1];
  return own.includes(name);
}

function execute(words, input, seconds, folder) {
  return new Promise(done => {
    const env = {...process.env, LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', INIT_CWD: folder};
    delete env.PYTHONUNBUFFERED;
    const child = spawn(words[0], words.slice(1), {cwd: folder, env, detached: true});
    const outcome = {stdout: '', stderr: '', status: undefined, problem: undefined};
    const killGroup = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const stop = problem => {
      outcome.problem ??= problem;
      killGroup();
    };
    const timer = setTimeout(() => stop(`still running after ${seconds} s`), seconds * 1000);
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', text => {
        outcome[name] += text;
        if (outcome[name].length > largestOutput) stop(`prints more than ${largestOutput} characters`);
      });
    }
    child.stdin.on('error', () => {}).end(input);
    child.on('error', error => {
      clearTimeout(timer);
      done({...outcome, problem: `${words[0]}: ${error.message}`});
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      killGroup();  // Whatever the program left running.
      if (signal) outcome.problem ??= `ended by ${signal}`;
      done({...outcome, status: code});
    });
  });
}

function firstDifference(expected, actual) {
  const count = Math.max(expected.length, actual.length);
  for (let i = 0; i < count; ++i) {
    if (expected[i] === actual[i]) continue;
    const show = line => line === undefined ? '(nothing)' : JSON.stringify(line);
    return `stdout line ${i + 1}: expected ${show(expected[i])}, got ${show(actual[i])}`;
  }
  return undefined;
}

// Why the outcome is not what the test demands; undefined if it is.
export function judge(test, outcome) {
  if (outcome.problem) return outcome.problem;
  const actual = outcome.stdout.split('\n');
  const last = actual.pop();
  if (last !== '') actual.push(last);
  const order = lines => test.unordered ? [...lines].sort() : lines;
  const difference = firstDifference(order(test.lines), order(actual.map(line => line.trimEnd())));
  if (difference) return difference;
  const errorLine = outcome.stderr.trimEnd().split('\n').at(-1);
  if (test.error && !test.error.test(errorLine)) return `stderr ends in ${JSON.stringify(errorLine)}, not ${test.error}`;
  if (outcome.status !== test.status) return `exit status ${outcome.status}, not ${test.status}`;
  return undefined;
}

// --- The whole set --------------------------------------------------------------------------

// Files and folders that begin with `_` are modules for the tests beside them.
function findTests(wanted) {
  const isTest = path => path.endsWith('.py') && !relative(scriptsDir, path).split('/').some(part => part.startsWith('_'));
  if (wanted.length === 0) return filesBelow(scriptsDir, isTest);
  return wanted.flatMap(name => {
    const candidates = [resolve(process.env.INIT_CWD ?? process.cwd(), name), resolve(name), join(scriptsDir, name)];
    const path = candidates.find(candidate => statSync(candidate, {throwIfNoEntry: false}));
    if (!path) throw new Failure(`There is no test or area "${name}"`);
    return statSync(path).isDirectory() ? filesBelow(path, isTest) : [path];
  });
}

// What a program wrote: its first lines say what happened, its last ones how it ended.
function excerpt(text, whole) {
  const lines = text.trimEnd().split('\n').map(line => line.slice(0, 300));
  const shown = 6;
  return whole || lines.length <= 2 * shown ? lines : [...lines.slice(0, shown), '…', ...lines.slice(-shown)];
}

// Runs the tests and prints the failures. Returns {passed, failed, skipped}.
export async function runScripts({
  engine = [nativeEngine], name = 'native', jobs = 2, timeout = 30, options = [], wanted = [], env = {},
  verbose = false,
} = {}) {
  Object.assign(process.env, env);
  const counts = {passed: 0, failed: 0, skipped: 0};
  await forEachParallel(findTests(wanted), jobs, async file => {
    const test = parseTest(readFileSync(file, 'utf8'));
    if (test.skips.has(name) || test.skips.has('all')) {
      ++counts.skipped;
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'heddle-test-'));
    const seconds = timeout * Math.max(1, (test.timeout ?? 0) / 30);
    const started = performance.now();
    const runnable = name === 'cpython' ? {...test, options: []} : test;
    const outcome = await execute(commandFor(engine, runnable, file, options), test.stdin, seconds, folder);
    rmSync(folder, {recursive: true, force: true});
    const complaint = judge(test, outcome);
    ++counts[complaint ? 'failed' : 'passed'];
    const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    if (complaint) {
      console.log(`FAIL ${relative(root, file)} [${name}] ${complaint}`);
      if (outcome.stderr) console.log(excerpt(outcome.stderr, verbose).map(line => `     | ${line}`).join('\n'));
    } else if (verbose) {
      console.log(`PASS ${relative(root, file)} ${took}`);
    }
  });
  return counts;
}

function parseOptions(args) {
  const options = {wanted: []};
  const words = [...args];
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--verbose') options.verbose = true;
    else if (word === '--engine' || word === '--name') options[word.slice(2)] = words.shift();
    else if (word === '--jobs' || word === '--timeout') options[word.slice(2)] = Number(words.shift());
    else if (word === '--options') options.options = splitWords(words.shift() ?? '');
    else if (word.startsWith('--')) throw new Failure(`${basename(process.argv[1])}: unknown option ${word}`);
    else options.wanted.push(word);
  }
  // Tests run in folders of their own, so the paths in the command have to be absolute.
  const from = process.env.INIT_CWD ?? process.cwd();
  const absolute = word => word.includes('/') && existsSync(resolve(from, word)) ? resolve(from, word) : word;
  if (options.engine) options.engine = splitWords(options.engine).map(absolute);
  return options;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async args => {
    const {passed, failed, skipped} = await runScripts(parseOptions(args));
    console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    if (failed > 0) process.exitCode = 1;
  });
}
