// npm run lint [-- --fast] [-- --fix]: layout, include order, types, clang-tidy (not with --fast).
// A file that passed is not looked at again before it, or a header it includes, changes.
import {existsSync, readFileSync} from 'node:fs';
import {isAbsolute, relative, resolve} from 'node:path';
import {availableParallelism} from 'node:os';
import {pathToFileURL} from 'node:url';
import {bootstrap} from './bootstrap.mjs';
import {buildPreset} from './build.mjs';
import {checkIncludes} from './check_includes.mjs';
import {inBuild, inRoot, root} from './base/paths.mjs';
import {capture, Failure, forEachParallel, runMain} from './base/process.mjs';
import {spawn} from 'node:child_process';
import {changedSince, filesBelow, hashOf, hashOfFiles, hashOfTimes, isFresh, stamp} from './base/stamps.mjs';

const sources = () => ['engine', 'tests'].flatMap(
    folder => filesBelow(inRoot(folder), path => /\.(cc|h)$/.test(path)));

function checkFormat(fix) {
  const style = hashOfFiles([inRoot('.clang-format')]);
  const inputs = Object.fromEntries(sources().map(file => [file, hashOf(style, readFileSync(file))]));
  const {changed, accept} = changedSince('format', inputs);
  if (changed.length === 0) return [];
  const result = capture('clang-format', fix ? ['-i', ...changed] : ['--dry-run', '-Werror', '--ferror-limit=1', ...changed]);
  const wrong = new Set(result.stderr.split('\n').map(line => /^(.+?):\d+:\d+: error/.exec(line)?.[1]).filter(Boolean));
  changed.filter(file => !wrong.has(file)).forEach(accept);
  return [...wrong].map(file => `${relative(root, file)}: not in the repository's layout (npm run lint -- --fix)`);
}

// object's source -> the engine headers it includes, as Ninja learned them from the compiler.
function headersOfSources(preset) {
  const headers = new Map();
  let current;
  for (const line of capture('ninja', ['-C', inBuild(preset), '-t', 'deps']).stdout.split('\n')) {
    if (!line.startsWith(' ')) {
      current = undefined;
      continue;
    }
    const path = isAbsolute(line.trim()) ? line.trim() : resolve(inBuild(preset), line.trim());
    if (!current) headers.set(path, current = []);
    else if (path.startsWith(inRoot('engine'))) current.push(path);
  }
  return headers;
}

function tidyOne(file) {
  return new Promise(done => {
    const child = spawn('clang-tidy', ['--quiet', '-p', inBuild('tsan'), file], {cwd: root});
    let output = '';
    child.stdout.on('data', data => output += data);
    child.stderr.on('data', () => {});
    child.on('error', error => done(error.message));
    child.on('close', code => done(code === 0 ? '' : output.trim() || `${file}: clang-tidy failed`));
  });
}

// Uses the build by clang, whose options clang-tidy understands.
async function checkTidy() {
  await buildPreset('tsan');
  const headers = headersOfSources('tsan');
  const rules = hashOfFiles([inRoot('.clang-tidy')]);
  const files = JSON.parse(readFileSync(inBuild('tsan', 'compile_commands.json'), 'utf8'))
                    .map(entry => entry.file).filter(file => file.startsWith(inRoot('engine')));
  const inputs = Object.fromEntries(files.map(
      file => [file, hashOf(rules, hashOfFiles([file, ...(headers.get(file) ?? [])]))]));
  const {changed, accept} = changedSince('tidy', inputs);
  const problems = [];
  await forEachParallel(changed, availableParallelism(), async file => {
    const complaint = await tidyOne(file);
    if (complaint) problems.push(complaint);
    else accept(file);
  });
  return problems;
}

function checkTypes() {
  if (!existsSync(inRoot('web', 'tsconfig.json'))) return [];
  const inputs = hashOfTimes([...filesBelow(inRoot('web')), inRoot('package-lock.json')]);
  if (isFresh('types', inputs)) return [];
  const result = capture(inRoot('node_modules', '.bin', 'tsc'), ['--noEmit', '-p', inRoot('web')]);
  if (result.status !== 0) return [(result.stdout + result.stderr).trim()];
  stamp('types', inputs);
  return [];
}

// Returns what is wrong, one entry a problem.
export async function lint({fast = false, fix = false} = {}) {
  return [
    ...checkIncludes(),
    ...checkFormat(fix),
    ...checkTypes(),
    ...(fast ? [] : await checkTidy()),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async args => {
    await bootstrap();
    const problems = await lint({fast: args.includes('--fast'), fix: args.includes('--fix')});
    if (problems.length > 0) throw new Failure(`${problems.join('\n')}\n${problems.length} problems`);
  });
}
