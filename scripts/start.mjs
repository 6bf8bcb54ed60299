// npm start [-- --port N]: builds everything and serves the page.
import {bootstrap} from './bootstrap.mjs';
import {build} from './build.mjs';
import {inBuild} from './base/paths.mjs';
import {runMain} from './base/process.mjs';
import {portOption, serve} from './serve.mjs';

await runMain(async args => {
  const port = portOption(args);
  await bootstrap();
  await build(['native', 'wasm', 'web']);
  const {address} = await serve(inBuild('web'), port);
  console.log(`Heddle is at ${address}`);
});
