// npm run coverage [-- --check]: docs/coverage.md, what of the standard library of CPython 3.13 the
// engine has. With --check the page is only compared with the engine.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {inRoot, nativeEngine} from './base/paths.mjs';
import {capture, Failure, runMain} from './base/process.mjs';

const page = inRoot('docs', 'coverage.md');
const here = name => inRoot('scripts', 'coverage', name);

// Module -> its names; undefined for one that cannot be imported.
function parseNames(text) {
  const modules = new Map();
  for (const line of text.trim().split('\n')) {
    const [, name, absent, names] = /^([\w.]+)(?:(!)|: ?(.*))$/.exec(line);
    modules.set(name, absent ? undefined : names.split(' ').filter(Boolean));
  }
  return modules;
}

function standardModules() {
  const source = readFileSync(inRoot('engine', 'lib', 'py', '_stdlib_names.py'), 'utf8');
  return source.split('"""')[3].trim().split(/\s+/).filter(name => !name.startsWith('_'));
}

function listNames(args) {
  const {stdout, stderr, status} = capture(nativeEngine, [here('list_names.py'), ...args]);
  if (status !== 0) throw new Failure(`The engine could not list its names:\n${stderr}`);
  return parseNames(stdout);
}

const code = names => names.map(name => `\`${name}\``).join(' ');

function missingNames(expected, present) {
  const have = new Set(present);
  const missing = expected.filter(name => !have.has(name));
  // A class that is missing stands for its attributes.
  const whole = new Set(missing);
  return missing.filter(name => !whole.has(name.split('.')[0]) || !name.includes('.'));
}

export function coveragePage() {
  const expected = parseNames(readFileSync(here('python313.txt'), 'utf8'));
  const present = listNames([]);
  const rows = [];
  const gaps = [];
  const absent = [];
  for (const [name, names] of expected) {
    const own = present.get(name);
    if (!own) {
      absent.push(name);
      continue;
    }
    const have = new Set(own);
    const count = names.filter(each => have.has(each)).length;
    rows.push(`| \`${name}\` | ${count} | ${names.length} |`);
    const missing = missingNames(names, own);
    if (missing.length > 0) gaps.push(`**${name}**: ${code(missing)}`);
  }
  const others = standardModules().filter(name => !expected.has(name));
  const reached = listNames(others);
  const elsewhere = others.filter(name => reached.get(name));
  const never = others.filter(name => !reached.get(name));
  return `# The standard library: what is there

Written by \`npm run coverage\` from the engine; compared with the public names of CPython 3.13
(\`scripts/coverage/python313.txt\`), attributes of classes included.

| module | names here | in CPython |
| --- | ---: | ---: |
${rows.join('\n')}

## Names that are missing

${gaps.join('\n\n')}

## Modules that are missing

Importing one raises \`ModuleNotFoundError\`.

${absent.length > 0 ? `Planned: ${code(absent)}\n\n` : ''}Not planned: ${code(never)}
${elsewhere.length > 0 ? `\nThere, but not compared: ${code(elsewhere)}\n` : ''}`;
}

// Returns what is wrong, one entry a problem.
export function checkCoverage() {
  const current = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return current === coveragePage() ? [] : ['docs/coverage.md is not what the engine has: npm run coverage'];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(args => {
    if (!args.includes('--check')) {
      writeFileSync(page, coveragePage());
      return;
    }
    const problems = checkCoverage();
    if (problems.length > 0) throw new Failure(problems.join('\n'));
  });
}
