// npm run size: the download of the engine and of the page, as brotli sends it.
import {readFileSync} from 'node:fs';
import {basename, relative} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {engineFiles} from './build.mjs';
import {inBuild} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';
import {filesBelow} from './base/stamps.mjs';

// With the whole library inside; its text is more than a third of that.
const engineLimit = 1.5 * (1 << 20);

function compressedSize(file) {
  const content = readFileSync(file);
  const compressed = brotliCompressSync(content, {params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }});
  return {plain: content.length, brotli: compressed.length};
}

const kib = bytes => `${(bytes / 1024).toFixed(1)} KiB`.padStart(12);

function report(title, files, nameOf) {
  let total = 0;
  for (const file of files) {
    const {plain, brotli} = compressedSize(file);
    total += brotli;
    console.log(`${kib(plain)} ${kib(brotli)}  ${nameOf(file)}`);
  }
  console.log(`${' '.repeat(12)} ${kib(total)}  ${title}`);
  return total;
}

await runMain(() => {
  console.log(`${'plain'.padStart(12)} ${'brotli'.padStart(12)}`);
  const engine = report('engine', engineFiles.map(name => inBuild('wasm', name)), basename);
  const isText = path => /\.(css|html|js|mjs|json|svg|wasm|webmanifest|py)$/.test(path);
  const page = filesBelow(inBuild('web'), isText);
  if (page.length > 0) report('page', page, file => relative(inBuild('web'), file));
  if (engine > engineLimit) throw new Failure(`The engine is larger than ${kib(engineLimit).trim()}`);
});
