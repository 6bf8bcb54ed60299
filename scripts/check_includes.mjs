// Checks the engine's layers: an include names a file of its own folder, or of one above it in
// engine/folders.txt. Also: every header begins with #pragma once.
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {inRoot, root} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';
import {filesBelow} from './base/stamps.mjs';

// folder -> the set of folders it may include.
function readLayers() {
  const lines = readFileSync(inRoot('engine', 'folders.txt'), 'utf8').split('\n').filter(line => /^[a-z]/.test(line));
  const layers = new Map();
  for (const line of lines) {
    const [folder, only] = line.split(':');
    layers.set(folder, new Set([folder, ...(only?.trim().split(/\s+/) ?? layers.keys())]));
  }
  return layers;
}

export function checkIncludes() {
  const layers = readLayers();
  const problems = [];
  for (const file of filesBelow(inRoot('engine'), path => /\.(cc|h|def|inc)$/.test(path))) {
    const name = relative(root, file);
    const folder = relative(inRoot('engine'), file).split('/')[0];
    const allowed = layers.get(folder);
    if (!allowed) {
      problems.push(`${name}: the folder ${folder} is not in engine/folders.txt`);
      continue;
    }
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.h') && !text.includes('#pragma once')) problems.push(`${name}: no #pragma once`);
    text.split('\n').forEach((line, index) => {
      const included = /^\s*#\s*include\s+"([^"]+)"/.exec(line)?.[1];
      if (included === undefined) return;
      const target = included.split('/')[0];
      if (!included.includes('/')) problems.push(`${name}:${index + 1}: "${included}" is not relative to engine/`);
      else if (!allowed.has(target)) problems.push(`${name}:${index + 1}: ${folder} may not include ${target}`);
    });
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(() => {
    const problems = checkIncludes();
    if (problems.length > 0) throw new Failure(problems.join('\n'));
  });
}
