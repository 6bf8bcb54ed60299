// npm run bench [-- --rounds N] [-- --no-browser] [-- PROGRAM ...]
//
// Runs benchmark programs in Heddle and in whatever other Python is on this machine, one after the
// other for each program, so that a change of load hits all of them, and prints ratios.
// With the benchmark kit in ../shared/bench its programs run, through its compare.py;
// without it (or with --own) those in tests/bench.
import {existsSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {basename, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {bootstrap} from './bootstrap.mjs';
import {buildPreset, buildWeb} from './build.mjs';
import {inBuild, inRoot, nativeEngine, sharedFolder} from './base/paths.mjs';
import {capture, Failure, run, runMain, which} from './base/process.mjs';
import {filesBelow} from './base/stamps.mjs';

const peersDir = join(homedir(), '.cache', 'heddle-peers');

function isPython313(command) {
  const code = 'import sys; print(sys.implementation.name, *sys.version_info[:2])';
  return capture(command, ['-c', code]).stdout.trim() === 'cpython 3 13';
}

// CPython 3.13, or undefined: $HEDDLE_CPYTHON, the benchmark kit's, the first on the PATH.
export function findCPython() {
  const candidates = [process.env.HEDDLE_CPYTHON, join(peersDir, 'cpython', 'python3.13'), which('python3.13'), which('python3')];
  return candidates.find(path => path && isPython313(path));
}

// name -> command, as a list of words with {file}. The first is what the others are compared with.
function findEngines(kit, browser) {
  const engines = new Map();
  const cpython = findCPython();
  if (cpython) engines.set('cpython', [cpython, '{file}']);
  engines.set('heddle', [nativeEngine, '{file}']);
  if (which('pypy3')) engines.set('pypy', [which('pypy3'), '{file}']);
  if (kit && browser) {
    const driver = [process.execPath, join(kit, 'drivers', 'chromium.mjs')];
    engines.set('heddle-web', [...driver, '--root', inBuild('web'), '--page', '/bench.html', '{file}']);
    const npmPeers = join(process.env.BENCH_PEERS ?? join(peersDir, 'web'), 'node_modules');
    if (existsSync(join(npmPeers, 'pyodide'))) engines.set('pyodide', [...driver, '--engine', 'pyodide', '{file}']);
  }
  return engines;
}

const geometricMean = values => Math.exp(values.reduce((total, value) => total + Math.log(value), 0) / values.length);
const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

// --- The ratios that DESIGN §5 sets as goals -------------------------------------------------

// How many times faster `engine` is than `peer` on each program that both ran.
function gains(programs, pattern, engine, peer) {
  return programs.filter(({program}) => pattern.test(program)).flatMap(({program, engines}) => {
    const [own, other] = [engines[engine], engines[peer]];
    return own?.ok && other?.ok && !own.differs ? [{program, gain: other.median / own.median}] : [];
  });
}

function printGain(programs, engine, peer) {
  const found = gains(programs, /^cpu_/, engine, peer);
  if (found.length === 0) return;
  const worst = found.reduce((a, b) => a.gain < b.gain ? a : b);
  console.log(`cpu_*, ${engine} against ${peer}: ${geometricMean(found.map(({gain}) => gain)).toFixed(2)}x as fast ` +
              `(of ${found.length}; least ${worst.gain.toFixed(2)}x, ${worst.program})`);
}

function printGoals({programs}) {
  console.log();
  printGain(programs, 'heddle', 'cpython');
  printGain(programs, 'heddle', 'pypy');
  printGain(programs, 'heddle-web', 'pyodide');
  for (const {program, engines} of programs) {
    for (const engine of ['heddle', 'heddle-web']) {
      const speedup = engines[engine]?.info?.speedup;
      if (speedup !== undefined) console.log(`${program}, ${engine}: ${speedup.toFixed(2)}x by threads`);
    }
  }
  const peer = {heddle: 'cpython', 'heddle-web': 'cpython'};
  for (const engine of Object.keys(peer)) {
    for (const {program, gain} of gains(programs, /^(thr|proc|aio)_/, engine, peer[engine])) {
      const {median: value, unit} = programs.find(entry => entry.program === program).engines[engine];
      console.log(`${program}, ${engine}: ${value.toPrecision(3)} ${unit}, ${gain.toFixed(2)}x as fast as ${peer[engine]}`);
    }
  }
}

// --- The two ways of measuring --------------------------------------------------------------

const quoted = words => words.map(word => /[\s'"]/.test(word) ? `'${word}'` : word).join(' ');

async function runKit(kit, engines, rounds, programs) {
  const json = inBuild('bench.json');
  const patterns = programs.length > 0 ? programs : ['cpu_*', 'thr_*'];
  const engineArgs = [...engines].flatMap(([name, words]) => ['--engine', `${name}=${quoted(words)}`]);
  const skips = ['heddle-web=proc_*', 'pyodide=proc_*', 'pyodide=thr_*'].filter(rule => engines.has(rule.split('=')[0]))
                    .flatMap(rule => ['--skip', rule]);
  await run('python3', [join(kit, 'compare.py'), ...engineArgs, ...skips, '--rounds', String(rounds),
                        '--json', json, '--programs', ...patterns]);
  return JSON.parse(readFileSync(json, 'utf8'));
}

function runOnce(words, file) {
  const [command, ...args] = words.map(word => word === '{file}' ? file : word);
  const {status, stdout, stderr} = capture(command, args, {timeout: 120_000});
  const result = /^RESULT (\S+) (\S+) (\S+)$/m.exec(stdout);
  if (status !== 0 || !result) return {error: stderr.trimEnd().split('\n').at(-1) || `exit status ${status}`};
  const info = Object.fromEntries([...stdout.matchAll(/^INFO (\S+) (\S+)/gm)].map(match => [match[1], Number(match[2])]));
  return {value: Number(result[2]), unit: result[3], info};
}

// The same report as compare.py's, as far as printGoals() reads it.
function runOwn(engines, rounds, wanted) {
  const files = filesBelow(inRoot('tests', 'bench'), path => path.endsWith('.py'))
                    .filter(path => wanted.length === 0 || wanted.includes(basename(path, '.py')));
  const programs = files.map(file => {
    const runs = Object.fromEntries([...engines.keys()].map(name => [name, []]));
    for (let round = 0; round < rounds; ++round) {
      for (const [name, words] of engines) runs[name].push(runOnce(words, file));
    }
    const summary = Object.fromEntries(Object.entries(runs).map(([name, outcomes]) => {
      const good = outcomes.filter(outcome => outcome.error === undefined);
      if (good.length === 0) return [name, {ok: false, error: outcomes[0].error}];
      return [name, {ok: true, median: median(good.map(({value}) => value)), unit: good[0].unit, info: good[0].info}];
    }));
    const cells = Object.entries(summary).map(
        ([name, {ok, median: value, unit, error}]) => `${name} ${ok ? `${value.toPrecision(3)} ${unit}` : `failed: ${error}`}`);
    console.log(`${basename(file, '.py')}: ${cells.join(', ')}`);
    return {program: basename(file, '.py'), engines: summary};
  });
  return {programs};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async args => {
    const own = args.includes('--own');
    const browser = !args.includes('--no-browser');
    const roundsAt = args.indexOf('--rounds');
    const rounds = roundsAt < 0 ? 3 : Number(args[roundsAt + 1]);
    if (!(rounds >= 1)) throw new Failure('--rounds takes a number');
    const isValue = index => roundsAt >= 0 && index === roundsAt + 1;
    const programs = args.filter((word, index) => !word.startsWith('--') && !isValue(index));
    await bootstrap();
    await buildPreset('native');
    const kit = own ? undefined : sharedFolder('bench');
    if (kit && browser) await buildWeb();
    const engines = findEngines(kit, browser);
    printGoals(kit ? await runKit(kit, engines, rounds, programs) : runOwn(engines, rounds, programs));
  });
}
