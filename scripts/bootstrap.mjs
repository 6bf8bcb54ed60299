// Installs what is missing on this machine: system packages through apt, modules through npm.
import {existsSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {packages, programs} from './base/packages.mjs';
import {inRoot} from './base/paths.mjs';
import {capture, Failure, run, runMain, runStatus, which} from './base/process.mjs';

function installedPackages(names) {
  const result = capture('dpkg-query', ['-W', '-f=${db:Status-Abbrev} ${Package}\\n', ...names]);
  const lines = result.stdout.split('\n').filter(line => line.startsWith('ii'));
  return new Set(lines.map(line => line.split(/\s+/)[1]));
}

// The name to give to apt: of alternatives the first that this release has, as far as apt knows.
function nameForApt(names) {
  const isKnown = name => capture('apt-cache', ['show', '--no-all-versions', name]).status === 0;
  return names.length === 1 ? names[0] : names.find(isKnown) ?? names[0];
}

// The names to give to apt for every requirement that no installed package meets.
function missingPackages() {
  const alternatives = packages.map(entry => entry.split('|'));
  const installed = installedPackages(alternatives.flat());
  return alternatives.filter(names => !names.some(name => installed.has(name))).map(nameForApt);
}

const installCommand = names => ['apt-get', 'install', '-y', '--no-install-recommends', ...names];

async function installPackages(missing) {
  const asRoot = process.getuid() === 0;
  const byHand = `${asRoot ? '' : 'sudo '}${installCommand(missing).join(' ')}`;
  const prefix = asRoot ? [] : ['sudo', ...(process.stdin.isTTY ? [] : ['-n'])];
  const refused = new Failure(`Some packages are missing. Install them, then try again:\n  ${byHand}`);
  if (!asRoot && (!which('sudo') || await runStatus('sudo', [...prefix.slice(1), 'true'],
                                                   {stdio: ['inherit', 'ignore', 'ignore']}) !== 0)) {
    throw refused;
  }
  console.log(`Installing ${missing.join(' ')}`);
  const apt = (...args) => {
    const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return runStatus(words[0], words.slice(1));
  };
  await apt('update', '-q');
  // Asked again, because a fresh machine knows no packages before the update.
  if (await apt(...installCommand(missingPackages()).slice(1)) !== 0) throw refused;
}

// Installs missing system packages, or says by which command to do so.
export async function ensurePackages() {
  if (!which('dpkg-query') || !which('apt-get')) {
    const missing = programs.filter(name => !which(name));
    if (missing.length === 0) return;
    throw new Failure(`Missing programs: ${missing.join(' ')}. Heddle's set-up knows Debian; there it needs\n` +
                      `  ${installCommand(packages.map(entry => entry.split('|')[0])).join(' ')}`);
  }
  const missing = missingPackages();
  if (missing.length > 0) await installPackages(missing);
}

// Whether node_modules holds what package-lock.json asks for: npm keeps its own list there.
function modulesAreCurrent() {
  const installedList = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (!present[path] && entry.optional)) return true;
    return present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
  });
}

export async function ensureModules() {
  if (!existsSync(inRoot('package-lock.json')) || modulesAreCurrent()) return;
  await run('npm', ['ci', '--no-audit', '--no-fund']);
}

export async function bootstrap() {
  await ensurePackages();
  await ensureModules();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(bootstrap);
