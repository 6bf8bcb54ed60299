// window.heddleRun: runs a program in the page on behalf of a script that drives the browser.

import type {Run, RunCallbacks, RunEnd} from './engine/client';
import {getEngine} from './session';

export interface HookRequest {
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  readonly argv: readonly string[];
  readonly options: Readonly<Record<string, string | number>>;
  readonly stdinTty: boolean;
  readonly stdoutTty: boolean;
}

export interface HookRun {
  readonly ended: Promise<RunEnd>;
  stdin(text: string): void;  // as UTF-8
  endStdin(): void;
  stop(): void;
}

declare global {
  interface Window {
    heddleRun?: (request: HookRequest, callbacks: RunCallbacks) => HookRun;
  }
}

export function installHook(): void {
  window.heddleRun = (request, callbacks) => {
    const run: Run = getEngine().start(request, callbacks);
    return {
      ended: run.ended,
      stdin: (text) => run.sendInput(new TextEncoder().encode(text)),
      endStdin: () => run.endInput(),
      stop: () => run.stop(),
    };
  };
}
