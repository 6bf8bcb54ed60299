// The engine's WebAssembly module as Emscripten hands it over: engine/wasm/ is the other side.

export interface HeddleModule {
  _malloc(size: number): number;
  _free(pointer: number): void;
  _heddle_version(): number;
  _heddle_start(json: number): number;
  _heddle_stdin(run: number, bytes: number, length: number): void;
  _heddle_stop(run: number): void;
  _heddle_library(bytes: number, length: number): void;
  _heddle_library_failed(reason: number): void;
  _heddle_check_syntax(source: number): number;
  _heddle_help(request: number, source: number): number;
  _heddle_free(pointer: number): void;
  _heddle_events_ptr(): number;
  _heddle_next_event(): number;
  _heddle_release_event(): void;
  // Emscripten's threads; `unusedWorkers` are those that no pthread uses yet.
  readonly PThread: {
    readonly unusedWorkers: Worker[];
    readonly runningWorkers: readonly Worker[];
    loadWasmModuleToWorker(worker: Worker): unknown;
  };
}

export const enum EventKind {
  kOutput = 1,
  kExit = 2,
  kWantsInput = 3,
  kSyntax = 4,
  kFiles = 5,
  kWantsLibrary = 6,
}

// A record of _heddle_next_event: four int32 and then the bytes.
export interface EngineEvent {
  readonly kind: number;
  readonly run: number;
  readonly value: number;  // the descriptor or the exit status
  readonly bytes: Uint8Array;
}

type Factory = (settings: {
  pthreadPoolSize: number;
  mainScriptUrlOrBlob: string;
  locateFile(name: string): string;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
  onAbort(reason: unknown): void;
}) => Promise<HeddleModule>;

// The loaded module with the views and string conversions that its calls need.
export class Bridge {
  private constructor(
    private readonly module: HeddleModule,
    private readonly memory: WebAssembly.Memory,
    private readonly engineUrl: string,
  ) {}

  // Instantiates the engine with the one thread that a first run needs: each costs a start of
  // its own. The script is loaded while the wasm is still being compiled.
  static async load(
    engineUrl: string,
    compiled: Promise<WebAssembly.Module>,
    onAbort: (reason: string) => void,
  ): Promise<Bridge> {
    // Made here, because its start takes as long as all of this; Emscripten would make it at the end.
    const firstThread = makeThread(engineUrl);
    const script = `${engineUrl}heddle.js`;
    const {default: create} = (await import(/* @vite-ignore */ script)) as {default: Factory};
    let memory: WebAssembly.Memory | undefined;
    const module = await create({
      pthreadPoolSize: 0,
      mainScriptUrlOrBlob: script,
      locateFile: (name) => engineUrl + name,
      instantiateWasm: (imports, done) => {
        memory = findMemory(imports);
        void compiled
          .then(async (wasm) => done(await WebAssembly.instantiate(wasm, imports), wasm))
          .catch((error: unknown) => onAbort(String(error)));
        return {};
      },
      onAbort: (reason) => onAbort(String(reason)),
    });
    if (!memory) throw new Error('the engine imports no memory');
    const bridge = new Bridge(module, memory, engineUrl);
    bridge.addThread(firstThread);
    return bridge;
  }

  // Has `count` threads, for a program that starts some: without them each is made when it is needed.
  prepareThreads(count: number): void {
    const {unusedWorkers, runningWorkers} = this.module.PThread;
    while (unusedWorkers.length + runningWorkers.length < count) this.addThread(makeThread(this.engineUrl));
  }

  private addThread(thread: Worker): void {
    this.module.PThread.unusedWorkers.push(thread);
    this.module.PThread.loadWasmModuleToWorker(thread);
  }

  version(): string {
    return this.text(this.module._heddle_version());
  }

  start(json: string): number {
    return this.withText(json, (pointer) => this.module._heddle_start(pointer));
  }

  stop(run: number): void {
    this.module._heddle_stop(run);
  }

  stdin(run: number, bytes: Uint8Array): void {
    const pointer = this.copyIn(bytes);
    this.module._heddle_stdin(run, pointer, bytes.length);
    this.module._free(pointer);
  }

  // The answers to kWantsLibrary.
  library(bytes: Uint8Array): void {
    this.module._heddle_library(this.copyIn(bytes), bytes.length);  // and takes it over
  }

  libraryFailed(reason: string): void {
    this.withText(reason, (pointer) => this.module._heddle_library_failed(pointer));
  }

  checkSyntax(source: string): string {
    return this.withText(source, (pointer) => this.take(this.module._heddle_check_syntax(pointer)));
  }

  help(request: string, source: string): string {
    return this.withText(request, (question) =>
      this.withText(source, (pointer) => this.take(this.module._heddle_help(question, pointer))),
    );
  }

  // The text of an answer, which is freed.
  private take(answer: number): string {
    const text = this.text(answer);
    this.module._heddle_free(answer);
    return text;
  }

  // A counter that moves, and is notified, whenever there are new events.
  eventCounter(): Int32Array<ArrayBufferLike> {
    return new Int32Array(this.memory.buffer, this.module._heddle_events_ptr(), 1);
  }

  // Returns the oldest event and takes it off the queue, or null.
  nextEvent(): EngineEvent | null {
    const pointer = this.module._heddle_next_event();
    if (pointer === 0) return null;
    const view = new DataView(this.memory.buffer, pointer, 16);
    const length = view.getInt32(12, true);
    const event = {
      kind: view.getInt32(0, true),
      run: view.getInt32(4, true),
      value: view.getInt32(8, true),
      bytes: this.heap().slice(pointer + 16, pointer + 16 + length),
    };
    this.module._heddle_release_event();
    return event;
  }

  // Made anew for each use: another thread may have grown the memory.
  private heap(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  private text(pointer: number): string {
    const heap = this.heap();
    // A copy, because the decoder refuses shared memory.
    return new TextDecoder().decode(heap.slice(pointer, heap.indexOf(0, pointer)));
  }

  private copyIn(bytes: Uint8Array): number {
    const pointer = this.module._malloc(bytes.length + 1);
    this.heap().set(bytes, pointer);
    return pointer;
  }

  private withText<T>(text: string, use: (pointer: number) => T): T {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.module._malloc(bytes.length + 1);
    const heap = this.heap();
    heap.set(bytes, pointer);
    heap[pointer + bytes.length] = 0;
    const result = use(pointer);
    this.module._free(pointer);
    return result;
  }
}

function makeThread(engineUrl: string): Worker {
  return new Worker(`${engineUrl}heddle.worker.js`);
}

// Returns the engine's code, ready to be instantiated any number of times.
export async function compileEngine(engineUrl: string): Promise<WebAssembly.Module> {
  const url = `${engineUrl}heddle.wasm`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // A server that does not know the type application/wasm must not stop the page.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

// Returns the part of the library that the engine's code does not carry.
export async function fetchLibrary(engineUrl: string): Promise<Uint8Array> {
  const response = await fetch(`${engineUrl}heddle.library`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function findMemory(imports: WebAssembly.Imports): WebAssembly.Memory | undefined {
  for (const namespace of Object.values(imports)) {
    for (const value of Object.values(namespace)) {
      if (value instanceof WebAssembly.Memory) return value;
    }
  }
  return undefined;
}
