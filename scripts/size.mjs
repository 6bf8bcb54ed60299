// npm run size: the download of the engine and of the page, as brotli sends it. The engine's has a limit.
import {readFileSync} from 'node:fs';
import {basename, relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import {engineFiles, engineSideFiles} from './build.mjs';
import {inBuild} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';
import {filesBelow} from './base/stamps.mjs';

const engineLimit = 1 << 20;

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

// What is wrong with the size of the engine, as it was built; empty if nothing is.
export function checkSize() {
  console.log(`${'plain'.padStart(12)} ${'brotli'.padStart(12)}`);
  const engine = report('engine', engineFiles.map(name => inBuild('wasm', name)), basename);
  report('fetched when a program needs it', engineSideFiles.map(name => inBuild('wasm', name)), basename);
  return engine > engineLimit ? [`The engine is larger than ${kib(engineLimit).trim()}`] : [];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(() => {
    const problems = checkSize();
    const isText = path => /\.(css|html|js|mjs|json|svg|wasm|library|webmanifest|py)$/.test(path);
    const page = filesBelow(inBuild('web'), isText);
    if (page.length > 0) report('page', page, file => relative(inBuild('web'), file));
    if (problems.length > 0) throw new Failure(problems[0]);
  });
}
