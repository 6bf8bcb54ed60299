// npm test [-- STAGE ...]: builds and runs the tests of the default stages, or those of the named ones.
// The last line says `N passed, N failed`; the exit status is 1 if anything failed.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {bootstrap} from './bootstrap.mjs';
import {buildPreset, buildWeb} from './build.mjs';
import {checkCoverage} from './coverage.mjs';
import {lint} from './lint.mjs';
import {checkSize} from './size.mjs';
import {inBuild, inRoot, nativeEngine, root, sharedFolder} from './base/paths.mjs';
import {capture, Failure, runMain, runStatus} from './base/process.mjs';
import {runScripts} from '../tests/run_scripts.mjs';

const scriptAreas = ['threading', 'queue', 'sync', 'sched'].filter(area => existsSync(inRoot('tests', 'scripts', area)));

const sanitizers = {
  // Boxed values hide pointers from the leak checker.
  asan: {ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=0:exitcode=99', UBSAN_OPTIONS: 'print_stacktrace=1'},
  tsan: {TSAN_OPTIONS: 'halt_on_error=1:exitcode=99:second_deadlock_stack=1'},
};

// ThreadSanitizer of clang 14 cannot map its shadow where the kernel randomizes addresses widely.
function launcher(preset) {
  const setting = '/proc/sys/vm/mmap_rnd_bits';
  const wide = preset === 'tsan' && existsSync(setting) && Number(readFileSync(setting, 'utf8')) > 28;
  return wide ? ['setarch', '--addr-no-randomize'] : [];
}

const sum = (...results) => results.reduce(
    (total, result) => ({passed: total.passed + result.passed, failed: total.failed + result.failed}),
    {passed: 0, failed: 0});

// Runs the GoogleTest programs of a preset through CTest and counts their tests.
function unitTests(preset, env = {}) {
  const [command, ...args] = [...launcher(preset), 'ctest', '--preset', preset, '--verbose', '--timeout', '600',
                              '--parallel', '2'];
  const result = capture(command, args, {env});
  const count = pattern => [...result.stdout.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  const passed = count(/\[ {2}PASSED {2}\] (\d+) tests?/g);
  let failed = count(/\[ {2}FAILED {2}\] (\d+) tests?, listed below/g);
  if (result.status !== 0) {
    failed ||= 1;  // A program that crashed reports nothing.
    console.log(result.stdout.split('\n').filter(line => !/^\d+: \[ {7}OK/.test(line)).join('\n'));
    console.error(result.stderr);
  }
  return {passed, failed};
}

// A check that prints what it finds is a test.
function checked(problems) {
  problems.forEach(problem => console.log(problem));
  return {passed: problems.length === 0 ? 1 : 0, failed: problems.length};
}

// Programs of the tutorials that need nothing beyond threads, and end soon.
function seedIds(folder) {
  const modules = new Set(['threading', 'queue', 'time', 'random', 'json', 'os', 'sys', 'math', 'collections']);
  return JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8'))
      .filter(seed => seed.language === 'python' && !seed.posix_only && seed.ends !== 'never' &&
                      seed.real_seconds <= 6 && seed.modules.every(name => modules.has(name)))
      .map(seed => seed.id);
}

function seedTests(options, extra = []) {
  const folder = sharedFolder('seeds');
  if (!folder) return {passed: 0, failed: 0};
  const engine = `'${nativeEngine}' ${options} {file}`;
  const result = capture('python3', [join(folder, 'check.py'), '--engine', engine, '--jobs', '2', ...extra,
                                     '--only', ...seedIds(folder)]);
  const counts = /(\d+) passed, (\d+) failed/.exec(result.stdout);
  if (result.status !== 0) console.log(result.stdout + result.stderr);
  return counts ? {passed: Number(counts[1]), failed: Number(counts[2])} : {passed: 0, failed: 1};
}

// The scripts of `first` (all of them if there is none), then `areas` with each of the lists of options.
async function sanitizedTests(preset, {first, areas, optionLists}) {
  await buildPreset(preset);
  const env = sanitizers[preset];
  const run = {engine: [...launcher(preset), inBuild(preset, 'heddle')], name: preset, env, timeout: 120};
  const results = [unitTests(preset, env), await runScripts(first ? {...run, wanted: first} : run)];
  for (const options of optionLists) results.push(await runScripts({...run, options, wanted: areas}));
  return sum(...results);
}

const stages = {
  async lint() {
    return checked(await lint({fast: true}));
  },
  async tools() {
    const status = await runStatus(process.execPath, ['--test', '--test-reporter=dot', inRoot('tests', 'run_scripts_test.mjs')]);
    return {passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1};
  },
  async native() {
    await buildPreset('native');
    return sum(unitTests('native'), checked(checkCoverage()), await runScripts(),
               await runScripts({options: ['--sched', 'gil'], wanted: scriptAreas}),
               await runScripts({options: ['--sched', 'random', '--seed', '1'], wanted: scriptAreas}));
  },
  async seeds() {
    await buildPreset('native');
    return sum(seedTests(''), seedTests('--sched gil'),
               seedTests('--sched random --seed 1 --clock virtual', ['--virtual-time']));
  },
  asan: () => sanitizedTests('asan', {areas: [...scriptAreas, 'racy'],
                                      optionLists: [['--sched', 'gil'], ['--sched', 'random', '--seed', '1']]}),
  // Programs with threads: there is nothing to race in the others.
  tsan: () => sanitizedTests('tsan', {first: [...scriptAreas, 'racy', 'futures', 'asyncio', 'deaths'], areas: ['racy'],
                                      optionLists: [['--workers', '4'], ['--sched', 'gil', '--workers', '4']]}),
  async wasm() {
    await buildPreset('wasm');
    return sum(checked(checkSize()), await runScripts({engine: [process.execPath, inRoot('scripts', 'run_wasm_node.mjs'), '{file}'],
                       name: 'wasm', timeout: 60}));
  },
  async web() {
    await buildPreset('native');
    await buildWeb();
    return browserTests();
  },
};

// The page in Chromium, by Playwright.
function browserTests() {
  const config = ['tests/browser', 'web'].map(folder => inRoot(folder, 'playwright.config.ts')).find(existsSync);
  if (!config) return {passed: 0, failed: 0};
  const result = capture(inRoot('node_modules', '.bin', 'playwright'),
                         ['test', '--config', config, '--reporter=list'], {env: {FORCE_COLOR: '0'}});
  const count = word => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(result.stdout)?.[1] ?? 0);
  const counts = {passed: count('passed'), failed: count('failed') + count('flaky')};
  if (result.status !== 0) {
    console.log(result.stdout + result.stderr);
    counts.failed ||= 1;
  }
  return counts;
}

const defaultStages = ['lint', 'tools', 'native', 'seeds', 'asan', 'tsan', 'wasm', 'web'];

await runMain(async args => {
  const unknown = args.filter(name => !Object.hasOwn(stages, name));
  if (unknown.length > 0) throw new Failure(`Unknown: ${unknown.join(' ')}; there are: ${Object.keys(stages).join(' ')}`);
  process.chdir(root);
  await bootstrap();
  let total = {passed: 0, failed: 0};
  for (const name of args.length > 0 ? args : defaultStages) {
    const started = performance.now();
    let result;
    try {
      result = await stages[name]();
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      result = {passed: 0, failed: 1};
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
    total = sum(total, result);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});
