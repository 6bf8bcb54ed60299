// One page's engine, editor and console, and what goes between them.

import {computed, effect, signal} from '@preact/signals';
import {engineOptions} from './base/run_options';
import {formatSeconds} from './base/text';
import type {Console, ConsoleEvents} from './console/console';
import {Transcript} from './console/transcript';
import type {Editor, EditorEvents} from './editor/editor';
import {defaultPoolSize, Engine, engineUrl, type EngineState, type Run, type RunEnd} from './engine/client';
import type {Problem} from './engine/protocol';
import {current, edit, fileName, openId, replaced} from './state/documents';
import {language, screenReader, t, theme} from './state/settings';

export type RunState =
  | {readonly kind: 'idle'}
  | {readonly kind: 'running'; readonly startedAt: number; readonly waiting: boolean}
  | {readonly kind: 'ended'; readonly end: RunEnd; readonly seconds: number};

export const engineState = signal<EngineState>({kind: 'loading'});
export const runState = signal<RunState>({kind: 'idle'});
export const problems = signal<readonly Problem[]>([]);
export const files = signal<Readonly<Record<string, string>>>({});  // written by the programs so far
export const hasOutput = signal(false);
export const poolSize = defaultPoolSize();
export const isRunning = computed(() => runState.value.kind === 'running');
export const canRun = computed(() => engineState.value.kind !== 'failed' && self.crossOriginIsolated);

const checkDelayMs = 250;
const encoder = new TextEncoder();
const transcript = new Transcript();
let engine: Engine | undefined;
let run: Run | undefined;
let terminal: Console | undefined;
let editor: Editor | undefined;
let unshown: {fd: number; bytes: Uint8Array}[] = [];  // printed before the terminal was there

// Loads the engine, once; every run after that finds it warm.
export function getEngine(): Engine {
  engine ??= new Engine(engineUrl(), poolSize, (state) => (engineState.value = state));
  return engine;
}

export function start(): void {
  if (isRunning.value || !canRun.value) return;
  clearOutput();
  const startedAt = performance.now();
  runState.value = {kind: 'running', startedAt, waiting: false};
  const {source, options} = current.value;
  const request = {
    files: {...files.value, [fileName.value]: source},
    main: fileName.value,
    argv: [],
    options: engineOptions(options),
    stdinTty: true,
    stdoutTty: true,
  };
  run = getEngine().start(request, {
    output: (fd, bytes) => show(fd, bytes),
    wantsInput: () => {
      runState.value = {kind: 'running', startedAt, waiting: true};
      terminal?.ask();
    },
    files: (written) => (files.value = {...files.value, ...written}),
  });
  void run.ended.then((end) => {
    run = undefined;
    terminal?.endInput();
    runState.value = {kind: 'ended', end, seconds: (performance.now() - startedAt) / 1000};
  });
}

export function stop(): void {
  run?.stop();
}

function show(fd: number, bytes: Uint8Array): Promise<void> | void {
  hasOutput.value = true;
  transcript.add(bytes);
  if (terminal) return terminal.write(fd, bytes);
  unshown.push({fd, bytes});
}

export function clearOutput(): void {
  transcript.clear();
  unshown = [];
  hasOutput.value = false;
  terminal?.clear();
}

export function outputBlob(): Blob {
  return transcript.toBlob(t.value.dropped);
}

export function goToProblem(): void {
  const [first] = problems.value;
  if (first) editor?.goTo(first);
}

function answered(bytes: Uint8Array): void {
  if (runState.value.kind === 'running') runState.value = {...runState.value, waiting: false};
  if (bytes.length > 0) run?.sendInput(bytes);
  else run?.endInput();
}

export const consoleEvents: ConsoleEvents = {
  line: (text) => answered(encoder.encode(`${text}\n`)),
  endOfInput: () => answered(new Uint8Array()),
  interrupt: stop,
};

export const editorEvents: EditorEvents = {
  changed: edit,
  run: start,
  ask: async (kind, place, source) => {
    if (!canRun.value) return null;
    return getEngine().help({kind, ...place, language: language.value}, source);
  },
};

// What editor and terminal follow of the settings.
export function look(): {readonly dark: boolean; readonly screenReader: boolean} {
  return {dark: theme.value === 'dark', screenReader: screenReader.value};
}

export function attachConsole(created: Console): void {
  terminal = created;
  for (const {fd, bytes} of unshown) void terminal.write(fd, bytes);
  unshown = [];
  effect(() => created.apply({...look(), label: t.value.outputLabel}));
}

export function attachEditor(created: Editor): void {
  editor = created;
  effect(() => created.apply({...look(), label: t.value.editorLabel}));
  effect(() => {
    void replaced.value;
    created.replace(current.peek().source);
  });
  effect(() => created.showProblems(problems.value));
}

// Asks the engine about the text whenever typing pauses.
export function watchSyntax(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  effect(() => {
    const {source} = current.value;
    void openId.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const mine = ++asked;
      void getEngine()
        .checkSyntax(source)
        .then((found) => {
          if (mine === asked) problems.value = found;
        });
    }, checkDelayMs);
  });
}

// The state in words, for the status line.
export const statusText = computed(() => {
  const words = t.value;
  if (!self.crossOriginIsolated) return words.notIsolated;
  const engineNow = engineState.value;
  if (engineNow.kind === 'failed') return words.engineFailed(engineNow.message);
  const state = runState.value;
  if (state.kind === 'running') return state.waiting ? words.waitingForInput : words.running;
  if (state.kind === 'idle') return engineNow.kind === 'loading' ? words.loading : words.ready;
  const seconds = formatSeconds(state.seconds);
  if (state.end.failure !== null) return words.engineBroke(state.end.failure);
  if (state.end.stopped) return words.stopped(seconds);
  return state.end.status === 0 ? words.finished(seconds) : words.exited(state.end.status, seconds);
});

export type StatusTone = 'calm' | 'active' | 'good' | 'bad';

export const statusTone = computed<StatusTone>(() => {
  if (!canRun.value) return 'bad';
  const state = runState.value;
  if (state.kind === 'running') return 'active';
  if (state.kind === 'idle') return 'calm';
  if (state.end.stopped) return 'calm';
  return state.end.status === 0 ? 'good' : 'bad';
});
