// npm run build [-- native|debug|asan|tsan|wasm|web ...]: builds the named parts; native, wasm and web if none.
import {existsSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {bootstrap} from './bootstrap.mjs';
import {inBuild, inRoot} from './base/paths.mjs';
import {Failure, run, runMain} from './base/process.mjs';
import {filesBelow, hashOfFiles, hashOfTimes, isFresh, stamp} from './base/stamps.mjs';

const presets = ['native', 'debug', 'asan', 'tsan', 'wasm'];
export const engineFiles = ['heddle.js', 'heddle.worker.js', 'heddle.wasm'];
// What the engine fetches when a program first wants it.
export const engineSideFiles = ['heddle.library'];

// Configures when the presets changed (Ninja itself sees changes of CMakeLists.txt), then builds.
export async function buildPreset(preset, targets = []) {
  const configuration = hashOfFiles([inRoot('CMakePresets.json'), inRoot('cmake', 'wasm_toolchain.cmake')]);
  if (!existsSync(inBuild(preset, 'build.ninja')) || !isFresh(`configure-${preset}`, configuration)) {
    await run('cmake', ['--preset', preset, '--log-level=WARNING']);
    stamp(`configure-${preset}`, configuration);
  }
  const jobs = process.env.HEDDLE_JOBS ? ['--parallel', process.env.HEDDLE_JOBS] : [];
  const named = targets.length > 0 ? ['--target', ...targets] : [];
  await run('cmake', ['--build', '--preset', preset, ...jobs, ...named]);
}

// Bundles the page, with the wasm engine, into build/web.
export async function buildWeb() {
  await buildPreset('wasm');
  const sources = [
    ...filesBelow(inRoot('web')), ...filesBelow(inRoot('scenarios')),
    inRoot('package-lock.json'), ...[...engineFiles, ...engineSideFiles].map(name => inBuild('wasm', name)),
  ];
  const inputs = hashOfTimes(sources);
  if (isFresh('web', inputs) && existsSync(inBuild('web', 'index.html'))) return;
  await run(process.execPath, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config',
                               inRoot('web', 'vite.config.ts'), '--logLevel', 'warn'],
            {env: {NODE_ENV: 'production'}});
  stamp('web', inputs);
}

export async function build(parts) {
  for (const part of parts) {
    if (part === 'web') await buildWeb();
    else if (presets.includes(part)) await buildPreset(part);
    else throw new Failure(`There is no part "${part}"; there are: ${[...presets, 'web'].join(' ')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async args => {
    await bootstrap();
    await build(args.length > 0 ? args : ['native', 'wasm', 'web']);
  });
}
