import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from '@playwright/test';

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
