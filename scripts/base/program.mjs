// What a program gets from, and gives back to, the machine when it runs in the wasm engine.
import {isUtf8} from 'node:buffer';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync} from 'node:fs';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {Failure} from './process.mjs';

const maxFileBytes = 4 << 20;
const maxFolderBytes = 32 << 20;
const maxFiles = 2000;
const toolFolders = new Set(['node_modules', '__pycache__', 'build']);

// The folder that a program finds itself in.
export const home = '/home/user';

// Names of the command line -> names of the engine's run request.
const optionNames = new Map([
  ['sched', 'sched'], ['workers', 'workers'], ['cpus', 'cpus'], ['quantum', 'quantum'], ['seed', 'seed'],
  ['clock', 'clock'], ['processes', 'processes'], ['memory-limit', 'memory_limit_mib'], ['time-limit', 'time_limit_s'],
]);

// Options may stand before and, for the ones known here, after the file's name:
// what follows the first other word is the program's.
export function parseArguments(args) {
  const options = {};
  let file;
  let index = 0;
  for (; index < args.length; ++index) {
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[index]) ?? [];
    const known = optionNames.get(name);
    if (known) {
      const value = inline ?? args[++index];
      if (value === undefined) throw new Failure(`--${name} needs a value`);
      options[known] = /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    } else if (file === undefined && name === undefined) {
      file = args[index];
    } else if (file === undefined) {
      throw new Failure(`There is no option ${args[index]}`);
    } else {
      break;
    }
  }
  if (file === undefined) throw new Failure('No program was given: [OPTIONS] FILE [OPTIONS] [ARG ...]');
  return {options, file, argv: args.slice(index)};
}

// Text files of a folder, without what tools keep there.
class Folder {
  files = {};
  #bytes = 0;
  #count = 0;

  // Adds the files whose names `accept` likes, and those of the folders that `enter` likes.
  add(folder, accept, enter, prefix = '') {
    for (const entry of readdirSync(join(folder, prefix), {withFileTypes: true})) {
      if (this.#count >= maxFiles) return;
      const name = join(prefix, entry.name);
      if (entry.isDirectory()) {
        const skip = entry.name.startsWith('.') || toolFolders.has(entry.name);
        if (!skip && enter(join(folder, name))) this.add(folder, accept, enter, name);
      } else if (entry.isFile() && accept(entry.name)) {
        this.#addFile(join(folder, name), name);
      }
    }
  }

  #addFile(path, name) {
    const {size} = statSync(path);
    if (size > maxFileBytes || this.#bytes + size > maxFolderBytes) return;
    const content = readFileSync(path);
    if (!isUtf8(content)) return;
    this.files[name.split(sep).join('/')] = content.toString('utf8');
    this.#bytes += size;
    this.#count++;
  }
}

// The text files of the folder `cwd` and the modules beside the program, by name. Of the folders
// beside it those that are packages, or that the program's text names: a package needs no __init__.py.
export function collectFiles(file, cwd) {
  const folder = new Folder();
  const source = readFileSync(file, 'utf8');
  const isPackage = path => existsSync(join(path, '__init__.py')) || source.includes(basename(path));
  if (dirname(file) !== cwd) folder.add(dirname(file), name => name.endsWith('.py'), isPackage);
  folder.add(cwd, () => true, () => true);
  return {...folder.files, [basename(file)]: source};
}

// Writes at once, also into a full pipe.
export function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(141);
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

// Writes the files that a program left in its folder into `cwd`.
export function saveFiles(files, cwd) {
  for (const [name, content] of Object.entries(files)) {
    const path = resolve(cwd, relative(home, resolve(home, name)));
    if (!path.startsWith(cwd + sep)) continue;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
  }
}
