// Remembers what was last done with which inputs, so that a second run does no needless work.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {stampDir} from './paths.mjs';

export function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 24);
}

// All files below a folder, sorted; [] if it does not exist.
export function filesBelow(folder, accept = () => true) {
  if (!existsSync(folder)) return [];
  const files = [];
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        files.push(...filesBelow(path, accept));
      }
    } else if (accept(path)) {
      files.push(path);
    }
  }
  return files.sort();
}

// A hash of what the files contain; a missing file counts as such.
export function hashOfFiles(files) {
  return hashOf(...files.flatMap(file => [file, existsSync(file) ? readFileSync(file) : '-']));
}

// A hash of the files' sizes and times, for files too large to read each time.
export function hashOfTimes(files) {
  return hashOf(...files.map(file => {
    const stat = statSync(file, {throwIfNoEntry: false});
    return stat ? `${file} ${stat.size} ${stat.mtimeMs}` : `${file} -`;
  }));
}

const stampFile = name => join(stampDir, name);

export function isFresh(name, value) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export function stamp(name, value) {
  mkdirSync(stampDir, {recursive: true});
  writeFileSync(stampFile(name), value);
}

// The names among `inputs` (name -> hash) whose hash was not accepted before under `name`,
// and a function that accepts one.
export function changedSince(name, inputs) {
  const file = stampFile(`${name}.json`);
  let accepted = {};
  try {
    accepted = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No stamp yet, or a damaged one: everything is new.
  }
  const changed = Object.keys(inputs).filter(key => accepted[key] !== inputs[key]);
  const kept = Object.fromEntries(Object.keys(inputs).filter(key => !changed.includes(key))
                                      .map(key => [key, inputs[key]]));
  const accept = key => {
    kept[key] = inputs[key];
    mkdirSync(stampDir, {recursive: true});
    writeFileSync(file, JSON.stringify(kept));
  };
  return {changed, accept};
}
