// Messages between the page and the engine's worker.

export interface RunRequest {
  readonly files: Readonly<Record<string, string>>;  // the folder that the program finds itself in
  readonly main: string;
  readonly argv: readonly string[];
  readonly options: Readonly<Record<string, string | number>>;
  readonly stdinTty: boolean;
  readonly stdoutTty: boolean;
}

// A message of the compiler about a place in the source; lines and columns count from 1.
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

// A place in a source: lines count from 1, columns from 0 in code points.
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type HelpKind = 'complete' | 'signature' | 'hover';

export interface HelpRequest extends Place {
  readonly kind: HelpKind;
  readonly language: 'en' | 'zh';
}

export type NameKind =
  | 'module' | 'class' | 'function' | 'method' | 'property' | 'attribute' | 'variable' | 'constant' | 'parameter'
  | 'keyword';

export interface Completion {
  readonly label: string;
  readonly kind: NameKind;
  readonly detail: string;
  readonly documentation: string;
  readonly rank: number;  // lower ones come first
}

export interface Completions {
  readonly items: readonly Completion[];
  readonly start: Place;  // of the text that a completion replaces
  readonly end: Place;
}

export interface Signature {
  readonly label: string;  // empty: there is none
  readonly documentation: string;
  readonly parameters: readonly (readonly [number, number])[];  // in the label, in code points
  readonly active: number;  // -1: none
}

export interface HoverText {
  readonly code: string;  // empty: there is nothing to say
  readonly documentation: string;
  readonly start: Place;
  readonly end: Place;
}

export interface HelpAnswers {
  readonly complete: Completions;
  readonly signature: Signature;
  readonly hover: HoverText;
}

export type ToWorker =
  | {readonly kind: 'load'; readonly engineUrl: string; readonly poolSize: number}
  | {readonly kind: 'compiled'; readonly wasm: WebAssembly.Module}
  | {readonly kind: 'start'; readonly run: number; readonly request: RunRequest}
  | {readonly kind: 'stdin'; readonly run: number; readonly bytes: Uint8Array}  // no bytes: end of input
  | {readonly kind: 'stop'; readonly run: number}
  | {readonly kind: 'consumed'; readonly bytes: number}
  | {readonly kind: 'check'; readonly id: number; readonly source: string}
  | {readonly kind: 'help'; readonly id: number; readonly request: HelpRequest; readonly source: string};

export type FromWorker =
  | {readonly kind: 'ready'; readonly version: string}
  | {readonly kind: 'failed'; readonly message: string}
  | {readonly kind: 'output'; readonly run: number; readonly fd: number; readonly bytes: Uint8Array}
  | {readonly kind: 'wants-input'; readonly run: number}
  | {readonly kind: 'files'; readonly run: number; readonly files: Readonly<Record<string, string>>}
  | {readonly kind: 'exit'; readonly run: number; readonly status: number}
  | {readonly kind: 'checked'; readonly id: number; readonly problems: readonly Problem[]}
  | {readonly kind: 'helped'; readonly id: number; readonly answer: HelpAnswers[HelpKind]};
