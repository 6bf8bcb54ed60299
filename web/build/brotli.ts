// Writes FILE.br beside every file that compresses. Results are kept by content:
// a build that changes little compresses little.

import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import type {Plugin} from 'vite';

const compressible = /\.(js|css|html|wasm|svg|json|webmanifest|library)$/;
const minBytes = 512;

export function brotliPlugin(folder: string, cache: string): Plugin {
  return {
    name: 'heddle-brotli',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        mkdirSync(cache, {recursive: true});
        for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
          if (compressible.test(name)) compress(path.join(folder, name), cache);
        }
      },
    },
  };
}

function compress(file: string, cache: string): void {
  const source = readFileSync(file);
  if (source.length < minBytes) return;
  const kept = path.join(cache, createHash('sha256').update(source).digest('hex'));
  if (!existsSync(kept)) {
    const params = {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length};
    writeFileSync(kept, brotliCompressSync(source, {params}));
  }
  writeFileSync(`${file}.br`, readFileSync(kept));
}
