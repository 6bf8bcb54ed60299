import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from '@playwright/test';

const engine = path.resolve(import.meta.dirname, '../../build/native/heddle');
const script = path.resolve(import.meta.dirname, '../../scripts/browser_run.mjs');

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'browser-run-'));
});
test.afterEach(() => rmSync(folder, {recursive: true}));

function browserRun(args: readonly string[], input = ''): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...args], {env: {...process.env, INIT_CWD: folder}});
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({stdout, stderr, status})));
}

function program(source: string): void {
  writeFileSync(path.join(folder, 'program.py'), source);
}

test('The output, the input and the exit status are the program\'s', async () => {
  program('import sys\nprint("hello", input())\nprint("oops", file=sys.stderr)\nsys.exit(3)\n');
  const outcome = await browserRun(['program.py'], 'Zoë\n');
  expect(outcome).toEqual({stdout: 'hello Zoë\n', stderr: 'oops\n', status: 3});
});

test('Arguments and options go where they belong', async () => {
  program('import sys\nprint(sys.argv[1:])\n');
  const {stdout} = await browserRun(['--sched', 'random', '--seed=4', 'program.py', 'one', '--two']);
  expect(stdout).toBe("['one', '--two']\n");
});

test('The program reads and writes the files of the folder', async () => {
  writeFileSync(path.join(folder, 'in.txt'), 'from outside\n');
  program('text = open("in.txt").read()\nwith open("out.txt", "w") as f:\n    f.write(text.upper())\n');
  expect((await browserRun(['program.py'])).status).toBe(0);
  expect(readFileSync(path.join(folder, 'out.txt'), 'utf8')).toBe('FROM OUTSIDE\n');
});

test('A missing file is reported', async () => {
  const {stderr, status} = await browserRun(['nowhere.py']);
  expect(stderr).toContain("can't open file");
  expect(status).toBe(2);
});

test('The memory limit raises MemoryError', async () => {
  program('try:\n    kept = []\n    while True:\n        kept.append([0] * 100000)\nexcept MemoryError:\n    kept = None\n' +
          'print("caught")\n');
  expect(await browserRun(['--memory-limit', '64', 'program.py'])).toEqual({stdout: 'caught\n', stderr: '', status: 0});
});

test('Recursion without end raises RecursionError, also in threads', async () => {
  program('import threading\ndef dive():\n    dive()\ndef try_it():\n    try:\n        dive()\n' +
          '    except RecursionError:\n        print("caught")\nthread = threading.Thread(target=try_it)\n' +
          'thread.start()\nthread.join()\ntry_it()\nnested = []\nfor _ in range(200000):\n    nested = [nested]\n' +
          'try:\n    repr(nested)\nexcept RecursionError:\n    print("caught")\n');
  expect(await browserRun(['program.py'])).toEqual({stdout: 'caught\ncaught\ncaught\n', stderr: '', status: 0});
});

test('A seed gives the same bytes as in the native engine', async () => {
  program('import random, threading, time\ndef work(name):\n    for i in range(5):\n        print(name, i, random.random())\n' +
          '        time.sleep(random.random())\nfor name in "abcd":\n    threading.Thread(target=work, args=(name,)).start()\n' +
          'print(time.time(), id(work) == id(work), hash("thread"), {"warp", "weft", "heddle"})\n');
  const options = ['--sched', 'random', '--seed', '11', 'program.py'];
  const native = execFileSync(engine, options, {cwd: folder, encoding: 'utf8'});
  const {stdout} = await browserRun(options);
  expect(stdout).toBe(native);
});
