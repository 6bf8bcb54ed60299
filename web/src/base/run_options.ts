// The options of one run, named as the command line names them.

export const schedulers = ['parallel', 'gil', 'rr', 'random'] as const;
export type Scheduler = (typeof schedulers)[number];

export const clocks = ['real', 'virtual'] as const;
export type Clock = (typeof clocks)[number];

export interface RunOptions {
  readonly sched: Scheduler;
  readonly workers: number | null;  // null: one for each core
  readonly clock: Clock;
  readonly seed: number;
  readonly quantum: number;  // steps between two switches, for the scheduler rr
}

export const defaultOptions: RunOptions = {
  sched: 'parallel',
  workers: null,
  clock: 'real',
  seed: 1,
  quantum: 100,
};

export const limits = {
  workers: {min: 1, max: 64},
  seed: {min: 0, max: 4294967295},
  quantum: {min: 1, max: 1000000},
} as const;

// Which options a scheduler looks at; the others have no effect.
export const usesWorkers = (sched: Scheduler): boolean => sched === 'parallel' || sched === 'gil';
export const usesSeed = (sched: Scheduler): boolean => sched === 'random';
export const usesQuantum = (sched: Scheduler): boolean => sched === 'rr';

function whole(value: unknown, range: {readonly min: number; readonly max: number}): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  return value >= range.min && value <= range.max ? value : null;
}

// Returns the options that `raw` holds; what is missing takes its default, and a
// value that this version does not know makes the whole invalid (null).
export function parseOptions(raw: unknown): RunOptions | null {
  if (raw === undefined) return defaultOptions;
  if (typeof raw !== 'object' || raw === null) return null;
  const given = raw as Record<string, unknown>;
  const sched = given['sched'] === undefined ? defaultOptions.sched : schedulers.find((s) => s === given['sched']);
  const clock = given['clock'] === undefined ? defaultOptions.clock : clocks.find((c) => c === given['clock']);
  const workers = given['workers'] == null ? undefined : whole(given['workers'], limits.workers);
  const seed = given['seed'] === undefined ? defaultOptions.seed : whole(given['seed'], limits.seed);
  const quantum = given['quantum'] === undefined ? defaultOptions.quantum : whole(given['quantum'], limits.quantum);
  if (!sched || !clock || workers === null || seed === null || quantum === null) return null;
  return {sched, clock, workers: workers ?? null, seed, quantum};
}

// Returns only what differs from the defaults: short links, stable when a default is added.
export function differingOptions(options: RunOptions): Partial<RunOptions> {
  const entries = Object.entries(options).filter(([name, value]) => value !== defaultOptions[name as keyof RunOptions]);
  return Object.fromEntries(entries) as Partial<RunOptions>;
}

// Returns the options as the engine reads them.
export function engineOptions(options: RunOptions): Record<string, string | number> {
  const result: Record<string, string | number> = {sched: options.sched, clock: options.clock};
  if (usesWorkers(options.sched) && options.workers !== null) result['workers'] = options.workers;
  if (usesSeed(options.sched)) result['seed'] = options.seed;
  if (usesQuantum(options.sched)) result['quantum'] = options.quantum;
  return result;
}
