// npm run fuzz -- [--seconds N] [--seed N] [--engine COMMAND] [--keep N]
//
// Compares Heddle with CPython 3.13 on random programs until the time is over, and prints each
// snippet for which they differ. The exit status is 1 if there was one. Seeds count up from
// --seed: what was found is found again.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawn} from 'node:child_process';
import {parseArgs} from 'node:util';
import {nativeEngine} from '../../scripts/base/paths.mjs';
import {Failure, runMain} from '../../scripts/base/process.mjs';
import {findCPython} from '../../scripts/bench.mjs';
import {generateProgram, sourceOf} from './generate.mjs';

const snippetsPerProgram = 60;
const limitMs = 60_000;

function execute(command, file) {
  return new Promise(done => {
    const child = spawn(command[0], [...command.slice(1), file], {stdio: ['ignore', 'pipe', 'pipe']});
    const output = {stdout: '', stderr: ''};
    child.stdout.setEncoding('utf8').on('data', text => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (output.stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({...output, status: signal ?? status});
    });
  });
}

// What each snippet printed.
function bySnippet(text) {
  return text.split(/^# \d+\n/m).slice(1);
}

class Comparison {
  constructor(engine, reference, folder) {
    this.engine = engine;
    this.reference = reference;
    this.folder = folder;
    this.differences = [];
    this.snippets = 0;
  }

  async program(seed) {
    const snippets = generateProgram(seed, snippetsPerProgram);
    const file = join(this.folder, `p${seed}.py`);
    writeFileSync(file, sourceOf(snippets));
    const [ours, theirs] = await Promise.all([execute(this.engine, file), execute(this.reference, file)]);
    rmSync(file);
    if (theirs.status !== 0) return;  // The reference gave up: out of memory, say.
    this.snippets += snippets.length;
    const got = bySnippet(ours.stdout), wanted = bySnippet(theirs.stdout);
    for (const [i, lines] of snippets.entries()) {
      if (got[i] === wanted[i]) continue;
      const status = got[i + 1] === undefined && ours.status !== 0 ? `status ${ours.status} ${ours.stderr.slice(-300)}` : '';
      this.differences.push({seed, i, lines, got: got[i] ?? '', wanted: wanted[i], status});
      if (status) break;
    }
  }
}

function firstDifference({got, wanted}) {
  const a = wanted.split('\n'), b = got.split('\n');
  const at = a.findIndex((line, k) => line !== b[k]);
  return [a[at] ?? '(nothing)', b[at] ?? '(nothing)'];
}

// One snippet, the shortest, for all that differ in the same way but for numbers and names.
function distinct(differences) {
  const found = new Map();
  for (const difference of differences) {
    const kind = firstDifference(difference).join('\n').replace(/\d+/g, '0').replace(/'[^']*'/g, "''") + difference.status.slice(0, 12);
    const other = found.get(kind);
    if (!other || difference.lines.length < other.lines.length) found.set(kind, {...difference, times: (other?.times ?? 0) + 1});
    else ++other.times;
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

function show(difference) {
  const [wanted, got] = firstDifference(difference);
  console.log(`--- ${difference.times} times, as in seed ${difference.seed}, snippet ${difference.i} ${difference.status}`);
  console.log(difference.lines.map(line => `  ${line}`).join('\n'));
  console.log(`  CPython: ${wanted}\n  Heddle:  ${got}`);
}

await runMain(async args => {
  const {values} = parseArgs({args, options: {
    seconds: {type: 'string', default: '60'}, seed: {type: 'string', default: '1'}, engine: {type: 'string', default: nativeEngine},
    keep: {type: 'string', default: '30'},
  }});
  const reference = findCPython();
  if (!reference) throw new Failure('there is no python3.13 to compare with');
  const folder = mkdtempSync(join(tmpdir(), 'heddle-fuzz-'));
  const comparison = new Comparison(values.engine.split(' '), [reference], folder);
  const end = Date.now() + Number(values.seconds) * 1000;
  let seed = Number(values.seed);
  await Promise.all(Array.from({length: availableParallelism()}, async () => {
    while (Date.now() < end) await comparison.program(seed++);
  }));
  rmSync(folder, {recursive: true});
  distinct(comparison.differences).slice(0, Number(values.keep)).forEach(show);
  console.log(`${comparison.snippets} snippets up to seed ${seed - 1}, ${comparison.differences.length} differ`);
  if (comparison.differences.length > 0) process.exitCode = 1;
});
