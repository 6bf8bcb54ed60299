// node scripts/run_wasm_node.mjs [engine options] FILE [ARG ...]
//
// Runs a program in the wasm engine under Node.js: stdin, stdout, stderr and the exit status as
// those of `heddle FILE`. The program gets the files of the current folder and the modules beside it.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {inBuild} from './base/paths.mjs';
import {runMain} from './base/process.mjs';
import {collectFiles, home, parseArguments, saveFiles, writeAll} from './base/program.mjs';

// Must agree with engine/wasm and web/src/engine/module.ts.
const eventOutput = 1;
const eventExit = 2;
const eventWantsInput = 3;
const eventFiles = 5;
const eventWantsLibrary = 6;
// Beside the workers that run programs: the timekeeper, and who reads the input or ends the run.
const otherThreads = 2;

// The module with the calls of engine/wasm on JavaScript's types.
class Engine {
  // `onAbort` is told why when the engine breaks.
  static async load(poolSize, onAbort) {
    const folder = inBuild('wasm');
    // The module's Node.js side is CommonJS that Emscripten put into an ES module.
    globalThis.require = createRequire(import.meta.url);
    globalThis.__dirname = folder;
    const {default: create} = await import(join(folder, 'heddle.js'));
    const engine = new Engine();
    const wasm = readFileSync(join(folder, 'heddle.wasm'));
    engine.module = await create({
      pthreadPoolSize: poolSize + otherThreads,
      locateFile: name => join(folder, name.replace('.worker.js', '.worker.cjs')),
      instantiateWasm: (imports, done) => {
        engine.memory = Object.values(imports).flatMap(Object.values).find(value => value instanceof WebAssembly.Memory);
        void WebAssembly.instantiate(wasm, imports).then(({instance, module}) => done(instance, module));
        return {};
      },
      onAbort,
    });
    return engine;
  }

  heap() {
    return new Uint8Array(this.memory.buffer);  // Another thread may have grown the memory.
  }

  withBytes(bytes, use) {
    const pointer = this.module._malloc(bytes.length + 1);
    const heap = this.heap();
    heap.set(bytes, pointer);
    heap[pointer + bytes.length] = 0;
    const result = use(pointer);
    this.module._free(pointer);
    return result;
  }

  start(request) {
    return this.withBytes(Buffer.from(JSON.stringify(request)), pointer => this.module._heddle_start(pointer));
  }

  stdin(run, bytes) {
    this.withBytes(bytes, pointer => this.module._heddle_stdin(run, pointer, bytes.length));
  }

  // The answers to eventWantsLibrary.
  library(bytes) {
    const pointer = this.module._malloc(bytes.length);
    this.heap().set(bytes, pointer);
    this.module._heddle_library(pointer, bytes.length);  // and takes it over
  }

  libraryFailed(reason) {
    this.withBytes(Buffer.from(reason), pointer => this.module._heddle_library_failed(pointer));
  }

  counter() {
    return Atomics.load(new Int32Array(this.memory.buffer, this.module._heddle_events_ptr(), 1), 0);
  }

  // The oldest event, taken off the queue, or undefined.
  nextEvent() {
    const pointer = this.module._heddle_next_event();
    if (pointer === 0) return undefined;
    const view = new DataView(this.memory.buffer, pointer, 16);
    const event = {
      kind: view.getInt32(0, true),
      value: view.getInt32(8, true),
      bytes: Buffer.from(this.heap().slice(pointer + 16, pointer + 16 + view.getInt32(12, true))),
    };
    this.module._heddle_release_event();
    return event;
  }
}

await runMain(async args => {
  const cwd = process.cwd();
  const {options, file, argv} = parseArguments(args);
  const path = resolve(cwd, file);
  const engine = await Engine.load(Number(options.workers) || availableParallelism(), reason => {
    deliver();
    console.error(`heddle: the engine stopped unexpectedly: ${reason}`);
    process.exit(134);
  });
  const run = engine.start({
    files: collectFiles(path, cwd), main: basename(path), argv, options,
    stdin_tty: Boolean(process.stdin.isTTY), stdout_tty: Boolean(process.stdout.isTTY), cwd: home,
  });
  let reading = false;
  const readInput = () => {
    if (reading) return;
    reading = true;
    process.stdin.on('data', bytes => engine.stdin(run, bytes)).on('end', () => engine.stdin(run, Buffer.alloc(0)));
  };
  const deliverLibrary = () => {
    try {
      engine.library(readFileSync(inBuild('wasm', 'heddle.library')));
    } catch (error) {
      engine.libraryFailed(error.message);
    }
  };
  const handle = event => {
    if (event.kind === eventOutput) writeAll(event.value, event.bytes);
    else if (event.kind === eventWantsInput) readInput();
    else if (event.kind === eventWantsLibrary) deliverLibrary();
    else if (event.kind === eventFiles) saveFiles(JSON.parse(event.bytes.toString()), cwd);
    else if (event.kind === eventExit) process.exit(event.value);
  };
  function deliver() {
    for (let event; (event = engine.nextEvent());) handle(event);
  }
  let seen;
  const poll = () => {
    const now = engine.counter();
    if (now !== seen) {
      seen = now;
      deliver();
    }
    setTimeout(poll, 1);
  };
  poll();
});
