// Takes the engine's files over into the page, in a folder named after their content,
// so that a browser may keep them for ever. Each of the engine's threads reads the script: it is minified.

import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {minifySync, type Plugin} from 'vite';

const names = ['heddle.js', 'heddle.wasm', 'heddle.worker.js', 'heddle.library'];

export function engineFilesPlugin(folder: string): Plugin {
  const present = names.filter((name) => existsSync(path.join(folder, name)));
  if (!present.includes('heddle.js') || !present.includes('heddle.wasm')) {
    throw new Error(`${folder} holds no engine: build the preset wasm first`);
  }
  const contents = present.map((name) => ({name, source: read(path.join(folder, name))}));
  const hash = createHash('sha256');
  for (const {source} of contents) hash.update(source);
  const target = `assets/engine-${hash.digest('hex').slice(0, 12)}/`;
  return {
    name: 'heddle-engine-files',
    config: () => ({define: {__ENGINE_DIR__: JSON.stringify(target)}}),
    generateBundle() {
      for (const {name, source} of contents) this.emitFile({type: 'asset', fileName: target + name, source});
    },
    // The wasm is the longest download: it starts before any script runs.
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: {rel: 'preload', href: `./${target}heddle.wasm`, as: 'fetch', type: 'application/wasm', crossorigin: ''},
        injectTo: 'head-prepend',
      },
    ],
  };
}

function read(file: string): Buffer {
  const source = readFileSync(file);
  if (!file.endsWith('.js')) return source;
  const module = path.basename(file) === 'heddle.js';  // The thread's script is an ordinary one.
  const {code, errors} = minifySync(file, source.toString(), {module});
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  return Buffer.from(code);
}
