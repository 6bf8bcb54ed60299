// The worker that the engine is loaded in.
//
//   page --ToWorker--> this worker --_heddle_* calls--> engine (runs on its own threads)
//   page <-FromWorker- this worker <--event queue------ engine
//
// It never blocks: Emscripten creates the engine's threads through this worker's
// event loop, and Stop must always get through. No call below waits.

import {Bridge, EventKind, fetchLibrary, type EngineEvent} from './module';
import type {FromWorker, HelpAnswers, HelpKind, Problem, ToWorker} from './protocol';

// Output that the page has not consumed yet; above it events stay in the engine,
// which in turn blocks the writing thread.
const maxInFlightBytes = 1 << 20;
// Consecutive output is sent together up to this size.
const maxChunkBytes = 1 << 16;
const pollMs = 10;
// The first run's output goes before the threads that it may want later.
const prepareThreadsAfterMs = 250;
// Beside the workers that run programs: the timekeeper, and who reads the input or ends the run.
const otherThreads = 2;

let engineUrl = '';
let bridge: Bridge | undefined;
let compiled: (wasm: WebAssembly.Module) => void = () => {};
const engineCode = new Promise<WebAssembly.Module>((resolve) => (compiled = resolve));
let inFlightBytes = 0;
let resume: (() => void) | undefined;
let stopping = false;  // the run's end must not wait behind its output
const engineRuns = new Map<number, number>();  // the page's number -> the engine's
const pageRuns = new Map<number, number>();  // and back

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, {transfer});
}

// Collects consecutive output of one descriptor into one message.
class OutputBatch {
  private chunks: Uint8Array[] = [];
  private bytes = 0;
  private run = 0;
  private fd = 0;

  add(run: number, fd: number, chunk: Uint8Array): void {
    if (run !== this.run || fd !== this.fd || this.bytes + chunk.length > maxChunkBytes) this.flush();
    this.run = run;
    this.fd = fd;
    this.chunks.push(chunk);
    this.bytes += chunk.length;
  }

  flush(): void {
    if (this.bytes === 0) return;
    const all = new Uint8Array(this.bytes);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    inFlightBytes += this.bytes;
    post({kind: 'output', run: this.run, fd: this.fd, bytes: all}, [all.buffer]);
    this.chunks = [];
    this.bytes = 0;
  }
}

function deliver(event: EngineEvent, batch: OutputBatch): void {
  const run = pageRuns.get(event.run);
  if (run === undefined) return;
  if (event.kind === EventKind.kOutput) {
    batch.add(run, event.value, event.bytes);
    return;
  }
  batch.flush();
  if (event.kind === EventKind.kExit) {
    pageRuns.delete(event.run);
    engineRuns.delete(run);
    stopping = false;
    post({kind: 'exit', run, status: event.value});
  } else if (event.kind === EventKind.kWantsInput) {
    post({kind: 'wants-input', run});
  } else if (event.kind === EventKind.kFiles) {
    const files = JSON.parse(new TextDecoder().decode(event.bytes)) as Record<string, string>;
    post({kind: 'files', run, files});
  }
}

function deliverLibrary(engine: Bridge): void {
  fetchLibrary(engineUrl).then(
    (bytes) => engine.library(bytes),
    (error: unknown) => engine.libraryFailed(error instanceof Error ? error.message : String(error)),
  );
}

function isFull(): boolean {
  return inFlightBytes >= maxInFlightBytes && !stopping;
}

function drain(engine: Bridge): void {
  const batch = new OutputBatch();
  while (!isFull()) {
    const event = engine.nextEvent();
    if (!event) break;
    if (event.kind === EventKind.kWantsLibrary) deliverLibrary(engine);
    else deliver(event, batch);
  }
  batch.flush();
}

// Resolves when the counter no longer holds `seen`.
function changed(counter: Int32Array<ArrayBufferLike>, seen: number): Promise<unknown> {
  if (Atomics.load(counter, 0) !== seen) return Promise.resolve();
  if (!('waitAsync' in Atomics)) return new Promise((wake) => setTimeout(wake, pollMs));
  const wait = Atomics.waitAsync(counter as Int32Array<SharedArrayBuffer>, 0, seen);
  return wait.async ? wait.value : Promise.resolve();
}

async function pump(engine: Bridge): Promise<never> {
  const counter = engine.eventCounter();
  for (;;) {
    const seen = Atomics.load(counter, 0);
    drain(engine);
    if (isFull()) await new Promise<void>((wake) => (resume = wake));
    else await changed(counter, seen);
  }
}

async function load(poolSize: number): Promise<void> {
  const onAbort = (reason: string): void => {
    if (bridge) drain(bridge);  // What was printed before.
    post({kind: 'failed', message: reason});
  };
  const engine = await Bridge.load(engineUrl, engineCode, onAbort);
  bridge = engine;
  post({kind: 'ready', version: engine.version()});
  setTimeout(() => engine.prepareThreads(poolSize + otherThreads), prepareThreadsAfterMs);
  await pump(engine);
}

function stop(engine: Bridge, run: number): void {
  stopping = true;
  engine.stop(run);
  resume?.();
}

function handle(message: ToWorker): void {
  if (message.kind === 'load') {
    engineUrl = message.engineUrl;
    load(message.poolSize).catch((error: unknown) => post({kind: 'failed', message: String(error)}));
    return;
  }
  if (message.kind === 'compiled') {
    compiled(message.wasm);
    return;
  }
  if (message.kind === 'consumed') {
    inFlightBytes -= message.bytes;
    if (!isFull()) resume?.();
    return;
  }
  if (!bridge) return;
  if (message.kind === 'check') {
    const problems = JSON.parse(bridge.checkSyntax(message.source)) as Problem[];
    post({kind: 'checked', id: message.id, problems});
    return;
  }
  if (message.kind === 'help') {
    const answer = JSON.parse(bridge.help(JSON.stringify(message.request), message.source)) as HelpAnswers[HelpKind];
    post({kind: 'helped', id: message.id, answer});
    return;
  }
  if (message.kind === 'start') {
    const {stdinTty, stdoutTty, ...rest} = message.request;
    const json = JSON.stringify({...rest, stdin_tty: stdinTty, stdout_tty: stdoutTty, cwd: '/home/user'});
    const id = bridge.start(json);
    engineRuns.set(message.run, id);
    pageRuns.set(id, message.run);
    return;
  }
  const run = engineRuns.get(message.run);
  if (run === undefined) return;
  if (message.kind === 'stdin') bridge.stdin(run, message.bytes);
  else stop(bridge, run);
}

self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  post({kind: 'failed', message: String(event.reason)});
});
self.addEventListener('message', (event: MessageEvent<ToWorker>) => handle(event.data));
