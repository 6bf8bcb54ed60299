// For drivers that measure: window.benchRun(source, print) runs a program and
// prints its lines; it throws what the program wrote to stderr when it fails.

import {defaultPoolSize, Engine, engineUrl} from './engine/client';

declare global {
  interface Window {
    benchReady?: Promise<void>;
    benchRun?: (source: string, print: (line: string) => void) => Promise<void>;
    firstPrint?: number;
  }
}

let ready: () => void = () => {};
let broke: (error: Error) => void = () => {};
window.benchReady = new Promise((resolve, reject) => {
  ready = resolve;
  broke = reject;
});

const engine = new Engine(engineUrl(), defaultPoolSize(), (state) => {
  if (state.kind === 'ready') ready();
  if (state.kind === 'failed') broke(new Error(state.message));
});

window.benchRun = async (source, print) => {
  const decoders = {out: new TextDecoder(), err: new TextDecoder()};
  let line = '';
  let errors = '';
  const run = engine.start(
    {files: {'main.py': source}, main: 'main.py', argv: [], options: {}, stdinTty: false, stdoutTty: true},
    {
      output(fd, bytes) {
        window.firstPrint ??= performance.now();
        if (fd === 2) {
          errors += decoders.err.decode(bytes, {stream: true});
          return;
        }
        const lines = (line + decoders.out.decode(bytes, {stream: true})).split('\n');
        line = lines.pop() ?? '';
        lines.forEach(print);
      },
    },
  );
  run.endInput();
  const {status, failure} = await run.ended;
  if (line !== '') print(line);
  if (failure !== null) throw new Error(failure);
  if (status !== 0) throw new Error(errors || `exit status ${status}`);
};
