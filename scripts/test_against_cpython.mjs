// npm run test:against-cpython [-- AREA ...]: the data tests' expectations hold in CPython 3.13 too.
import {findCPython} from './bench.mjs';
import {Failure, runMain} from './base/process.mjs';
import {runScripts} from '../tests/run_scripts.mjs';

await runMain(async wanted => {
  const cpython = findCPython();
  if (!cpython) throw new Failure('No CPython 3.13 was found; name one in HEDDLE_CPYTHON');
  const {passed, failed, skipped} = await runScripts({engine: [cpython], name: 'cpython', wanted});
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) process.exitCode = 1;
});
