// The program in the editor. Every scenario, the reader's own program and the last
// shared one is a document of its own: choosing another never loses an edit.

import {computed, signal} from '@preact/signals';
import {scenarios} from 'virtual:scenarios';
import {defaultOptions, parseOptions, type RunOptions} from '../base/run_options';
import type {Scenario} from '../base/scenario';
import {load, save} from './storage';

export const ownId = '@own';
export const sharedId = '@shared';

export interface Draft {
  readonly source: string;
  readonly options: RunOptions;
}

const ownStart = `import threading


def work(name):
    print(f'hello from {name}')


threads = [threading.Thread(target=work, args=(f'thread {i}',)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
`;

function keptDrafts(): Readonly<Record<string, Draft>> {
  const kept = load('drafts');
  if (typeof kept !== 'object' || kept === null) return {};
  const drafts: Record<string, Draft> = {};
  for (const [id, raw] of Object.entries(kept as Record<string, unknown>)) {
    if (typeof raw !== 'object' || raw === null) continue;
    const {source, options} = raw as Record<string, unknown>;
    const parsed = parseOptions(options);
    if (typeof source === 'string' && parsed) drafts[id] = {source, options: parsed};
  }
  return drafts;
}

const drafts = signal(keptDrafts());

function known(id: unknown): id is string {
  return id === ownId || (id === sharedId && sharedId in drafts.value) || scenarios.some((s) => s.name === id);
}

function initialId(): string {
  const kept = load('open');
  return known(kept) ? kept : (scenarios[0]?.name ?? ownId);
}

export const openId = signal(initialId());
export const hasShared = computed(() => sharedId in drafts.value);
export const openScenario = computed<Scenario | undefined>(() => scenarios.find((s) => s.name === openId.value));

function original(id: string): Draft {
  return scenarios.find((s) => s.name === id) ?? {source: ownStart, options: defaultOptions};
}

export const current = computed<Draft>(() => drafts.value[openId.value] ?? original(openId.value));

export function isEdited(id: string): boolean {
  const draft = drafts.value[id];
  if (draft === undefined || id === ownId || id === sharedId) return false;
  const {source, options} = original(id);
  return draft.source !== source || JSON.stringify(draft.options) !== JSON.stringify(options);
}

// Counts the times that the text changed other than by typing: the editor follows it.
export const replaced = signal(0);

function store(id: string, draft: Draft): void {
  drafts.value = {...drafts.value, [id]: draft};
  save('drafts', drafts.value);
}

export function open(id: string): void {
  openId.value = id;
  save('open', id);
  replaced.value++;
}

export function openShared(draft: Draft): void {
  store(sharedId, {source: draft.source, options: draft.options});
  open(sharedId);
}

export function edit(source: string): void {
  if (source !== current.value.source) store(openId.value, {source, options: current.value.options});
}

export function setOptions(change: Partial<RunOptions>): void {
  const {source, options} = current.value;
  store(openId.value, {source, options: {...options, ...change}});
}

export function restoreOriginal(): void {
  const {[openId.value]: _, ...rest} = drafts.value;
  drafts.value = rest;
  save('drafts', rest);
  replaced.value++;
}

// The name under which the program is run; tracebacks show it.
export const fileName = computed(() => `${openScenario.value?.name ?? 'main'}.py`);
