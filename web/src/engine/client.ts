// The engine as the page sees it: one worker that is kept warm, one run at a time.
//
// Stop always works. The engine is asked first; when the run has not ended within
// `stopGraceMs` the worker and all its threads are terminated and a fresh one is loaded.
// The engine is compiled once, here, and handed to each worker.

import {compileEngine} from './module';
import type {FromWorker, HelpAnswers, HelpKind, HelpRequest, Problem, RunRequest, ToWorker} from './protocol';

const stopGraceMs = 120;
export const stoppedStatus = 130;

export interface RunCallbacks {
  // The next output is held back until the returned promise resolves.
  output(fd: number, bytes: Uint8Array): void | Promise<void>;
  wantsInput?(): void;
  files?(files: Readonly<Record<string, string>>): void;
}

export interface RunEnd {
  readonly status: number;
  readonly stopped: boolean;
  readonly failure: string | null;  // set when the engine itself broke
}

export interface Run {
  readonly ended: Promise<RunEnd>;
  sendInput(bytes: Uint8Array): void;
  endInput(): void;
  stop(): void;
}

export type EngineState =
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly version: string}
  | {readonly kind: 'failed'; readonly message: string};

interface ActiveRun {
  readonly id: number;
  readonly callbacks: RunCallbacks;
  readonly end: (result: RunEnd) => void;
  stopTimer: ReturnType<typeof setTimeout> | undefined;
  stopping: boolean;
  delivered: Promise<void>;  // resolves when the output so far has been consumed
}

export class Engine {
  private worker!: Worker;
  private readonly compiled: Promise<WebAssembly.Module>;
  private active: ActiveRun | undefined;
  private started: Promise<void> = Promise.resolve();
  private nextId = 1;
  private readonly checks = new Map<number, (problems: readonly Problem[]) => void>();
  private readonly questions = new Map<number, (answer: HelpAnswers[HelpKind] | null) => void>();

  constructor(
    private readonly engineUrl: string,
    readonly poolSize: number,
    private readonly onState: (state: EngineState) => void = () => {},
  ) {
    this.compiled = compileEngine(engineUrl);
    this.launch();
  }

  // REQUIRES: no run is active.
  start(request: RunRequest, callbacks: RunCallbacks): Run {
    const id = this.nextId++;
    let end: (result: RunEnd) => void = () => {};
    const ended = new Promise<RunEnd>((resolve) => (end = resolve));
    this.active = {id, callbacks, end, stopTimer: undefined, stopping: false, delivered: Promise.resolve()};
    const send = (message: ToWorker): void => {
      void this.started.then(() => {
        if (this.active?.id === id) this.post(message);
      });
    };
    send({kind: 'start', run: id, request});
    return {
      ended,
      sendInput: (bytes) => {
        if (bytes.length > 0) send({kind: 'stdin', run: id, bytes});
      },
      endInput: () => send({kind: 'stdin', run: id, bytes: new Uint8Array()}),
      stop: () => this.stop(id),
    };
  }

  // Returns what the compiler says about `source`; nothing is executed.
  async checkSyntax(source: string): Promise<readonly Problem[]> {
    await this.started;
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.checks.set(id, resolve);
      this.post({kind: 'check', id, source});
    });
  }

  // Returns what the editor shows at a place of `source`, or null; nothing is executed.
  async help<K extends HelpKind>(request: HelpRequest & {readonly kind: K}, source: string): Promise<HelpAnswers[K] | null> {
    await this.started;
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.questions.set(id, (answer) => resolve(answer as HelpAnswers[K] | null));
      this.post({kind: 'help', id, request, source});
    });
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private launch(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {type: 'module', name: 'heddle'});
    this.worker = worker;
    this.onState({kind: 'loading'});
    this.started = new Promise((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        if (worker !== this.worker) return;
        if (event.data.kind === 'ready') {
          this.onState({kind: 'ready', version: event.data.version});
          resolve();
        }
        this.receive(event.data);
      });
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.worker) this.broken(event.message);
    });
    this.post({kind: 'load', engineUrl: this.engineUrl, poolSize: this.poolSize});
    this.compiled.then(
      (wasm) => worker.postMessage({kind: 'compiled', wasm} satisfies ToWorker),
      (error: unknown) => this.broken(String(error)),
    );
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'failed') return this.broken(message.message);
    if (message.kind === 'checked') {
      this.checks.get(message.id)?.(message.problems);
      this.checks.delete(message.id);
      return;
    }
    if (message.kind === 'helped') {
      this.questions.get(message.id)?.(message.answer);
      this.questions.delete(message.id);
      return;
    }
    const active = this.active;
    if (message.kind === 'ready' || !active || active.id !== message.run) return;
    if (message.kind === 'output') {
      const size = message.bytes.length;
      const taken = Promise.resolve(active.callbacks.output(message.fd, message.bytes));
      const worker = this.worker;
      active.delivered = Promise.all([active.delivered, taken]).then(() => {
        worker.postMessage({kind: 'consumed', bytes: size} satisfies ToWorker);
      });
    } else if (message.kind === 'wants-input') {
      void active.delivered.then(() => active.callbacks.wantsInput?.());
    } else if (message.kind === 'files') {
      active.callbacks.files?.(message.files);
    } else {
      this.finish({status: message.status, stopped: active.stopping, failure: null});
    }
  }

  private stop(id: number): void {
    const active = this.active;
    if (!active || active.id !== id || active.stopping) return;
    active.stopping = true;
    this.post({kind: 'stop', run: id});
    active.stopTimer = setTimeout(() => {
      this.finish({status: stoppedStatus, stopped: true, failure: null});
      this.relaunch();
    }, stopGraceMs);
  }

  private finish(result: RunEnd): void {
    const active = this.active;
    if (!active) return;
    clearTimeout(active.stopTimer);
    this.active = undefined;
    if (result.stopped) active.end(result);
    else void active.delivered.then(() => active.end(result));
  }

  private broken(message: string): void {
    const running = this.active !== undefined;
    this.finish({status: 1, stopped: false, failure: message});
    // Broken while loading: another attempt would break in the same way.
    if (running) this.relaunch();
    else this.onState({kind: 'failed', message});
  }

  private relaunch(): void {
    this.worker.terminate();
    for (const resolve of this.checks.values()) resolve([]);
    this.checks.clear();
    for (const resolve of this.questions.values()) resolve(null);
    this.questions.clear();
    this.launch();
  }
}

// As many threads as the machine has cores, and no more than a tab can afford.
export function defaultPoolSize(): number {
  return Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 8));
}

export function engineUrl(): string {
  return new URL(__ENGINE_DIR__, document.baseURI).href;
}
