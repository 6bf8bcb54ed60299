import {expect, test} from '@playwright/test';
import {defaultOptions, differingOptions, engineOptions, parseOptions} from '../../web/src/base/run_options';

test('What is missing takes its default', () => {
  expect(parseOptions({})).toEqual(defaultOptions);
  expect(parseOptions(undefined)).toEqual(defaultOptions);
  expect(parseOptions({sched: 'gil'})).toEqual({...defaultOptions, sched: 'gil'});
});

test('Unknown or impossible values are refused', () => {
  const wrong = [{sched: 'psychic'}, {clock: 1}, {workers: 0}, {workers: 1.5}, {seed: -1}, {quantum: '9'}];
  for (const raw of [null, 3, ...wrong]) {
    expect(parseOptions(raw)).toBeNull();
  }
});

test('Only what differs from the defaults is kept', () => {
  expect(differingOptions(defaultOptions)).toEqual({});
  expect(differingOptions({...defaultOptions, seed: 9})).toEqual({seed: 9});
});

test('The engine is told only what its scheduler uses', () => {
  const all = {...defaultOptions, workers: 3, seed: 5, quantum: 7};
  expect(engineOptions(all)).toEqual({sched: 'parallel', clock: 'real', workers: 3});
  expect(engineOptions({...all, sched: 'random'})).toEqual({sched: 'random', clock: 'real', seed: 5});
  expect(engineOptions({...all, sched: 'rr'})).toEqual({sched: 'rr', clock: 'real', quantum: 7});
});
