// node scripts/run_wasm_node.mjs [engine options] FILE [ARG ...]
//
// Runs a program in the wasm engine under Node.js: stdin, stdout, stderr and the exit status as
// those of `heddle FILE`. The program gets the files of the current folder and the modules beside it.
import {readFileSync, readdirSync, statSync, writeFileSync, writeSync, mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {inBuild} from './base/paths.mjs';
import {Failure, runMain} from './base/process.mjs';

const largestFile = 4 << 20;
const home = '/home/user';

// Must agree with engine/wasm and web/src/engine/module.ts.
const eventOutput = 1;
const eventExit = 2;
const eventWantsInput = 3;
const eventFiles = 5;

// The module with the calls of engine/wasm on JavaScript's types.
class Engine {
  static async load(poolSize) {
    const folder = inBuild('wasm');
    // The module's Node.js side is CommonJS that Emscripten put into an ES module.
    globalThis.require = createRequire(import.meta.url);
    globalThis.__dirname = folder;
    const {default: create} = await import(join(folder, 'heddle.js'));
    const engine = new Engine();
    const wasm = readFileSync(join(folder, 'heddle.wasm'));
    engine.module = await create({
      pthreadPoolSize: poolSize,
      locateFile: name => join(folder, name.replace('.worker.js', '.worker.cjs')),
      instantiateWasm: (imports, done) => {
        engine.memory = Object.values(imports).flatMap(Object.values).find(value => value instanceof WebAssembly.Memory);
        void WebAssembly.instantiate(wasm, imports).then(({instance, module}) => done(instance, module));
        return {};
      },
      onAbort: reason => {
        console.error(`heddle: the engine aborted: ${reason}`);
        process.exit(134);
      },
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

// Options first, each with a value, then the program and its arguments.
function parseArguments(args) {
  const options = {};
  let index = 0;
  while (args[index]?.startsWith('--')) {
    const [name, inline] = args[index++].slice(2).split('=');
    const value = inline ?? args[index++];
    options[name] = /^\d+$/.test(value) ? Number(value) : value;
  }
  if (args[index] === undefined) throw new Failure('run_wasm_node: no program was given');
  return {options, file: resolve(args[index]), argv: args.slice(index + 1)};
}

function addFiles(files, folder, accept, prefix = '') {
  for (const entry of readdirSync(join(folder, prefix), {withFileTypes: true})) {
    const name = join(prefix, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== '__pycache__') addFiles(files, folder, accept, name);
    } else if (entry.isFile() && accept(entry.name) && statSync(join(folder, name)).size <= largestFile) {
      files[name.split(sep).join('/')] = readFileSync(join(folder, name), 'utf8');
    }
  }
}

function collectFiles(file, cwd) {
  const files = {};
  addFiles(files, dirname(file), name => name.endsWith('.py'));
  if (resolve(cwd) !== dirname(file)) addFiles(files, cwd, () => true);
  files[basename(file)] = readFileSync(file, 'utf8');
  return files;
}

function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

function saveFiles(files, cwd) {
  for (const [name, content] of Object.entries(files)) {
    const path = resolve(cwd, relative(home, resolve(home, name)));
    if (!path.startsWith(resolve(cwd) + sep)) continue;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
  }
}

await runMain(async args => {
  const cwd = process.cwd();
  const {options, file, argv} = parseArguments(args);
  const engine = await Engine.load(Number(options.workers) || availableParallelism());
  const run = engine.start({
    files: collectFiles(file, cwd), main: basename(file), argv, options,
    stdin_tty: Boolean(process.stdin.isTTY), stdout_tty: Boolean(process.stdout.isTTY), cwd: home,
  });
  let reading = false;
  const readInput = () => {
    if (reading) return;
    reading = true;
    process.stdin.on('data', bytes => engine.stdin(run, bytes)).on('end', () => engine.stdin(run, Buffer.alloc(0)));
  };
  const handle = event => {
    if (event.kind === eventOutput) writeAll(event.value, event.bytes);
    else if (event.kind === eventWantsInput) readInput();
    else if (event.kind === eventFiles) saveFiles(JSON.parse(event.bytes.toString()), cwd);
    else if (event.kind === eventExit) process.exit(event.value);
  };
  let seen;
  const poll = () => {
    const now = engine.counter();
    if (now !== seen) {
      seen = now;
      for (let event; (event = engine.nextEvent());) handle(event);
    }
    setTimeout(poll, 1);
  };
  poll();
});
