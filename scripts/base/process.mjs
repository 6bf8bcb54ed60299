// Running other programs. Arguments are always lists: nothing passes through a shell.
import {spawn, spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {root} from './paths.mjs';

// A failure to be shown as one line, without a stack.
export class Failure extends Error {}

// Runs a program on this terminal; throws a Failure if its exit status is not 0.
export async function run(command, args, options = {}) {
  const status = await runStatus(command, args, options);
  if (status !== 0) throw new Failure(`${command} ${args.join(' ')}: exit status ${status}`);
}

// Runs a program on this terminal and returns its exit status.
export function runStatus(command, args, {env, ...options} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args,
                        {cwd: root, stdio: 'inherit', env: {...process.env, ...env}, ...options});
    child.on('error', error => reject(new Failure(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => resolve(signal ? 128 : code));
  });
}

// Runs a program and returns {status, stdout, stderr}; the status is -1 if it could not start.
export function capture(command, args, {env, ...options} = {}) {
  const result = spawnSync(command, args, {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env: {...process.env, ...env}, ...options,
  });
  return {status: result.status ?? -1, stdout: result.stdout ?? '', stderr: result.stderr ?? ''};
}

// The path of a program, or undefined.
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

// Runs `main` as a program's body: a Failure becomes one line on stderr and exit status 1.
export async function runMain(main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

// Calls `work` on every item, at most `jobs` at a time.
export async function forEachParallel(items, jobs, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index], index);
    }
  };
  await Promise.all(Array.from({length: Math.min(jobs, items.length)}, worker));
}
