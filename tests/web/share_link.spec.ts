import {expect, test} from '@playwright/test';
import {defaultOptions} from '../../web/src/base/run_options';
import {decodeShareLink, encodeShareLink} from '../../web/src/state/share_link';

const state = {
  source: 'print("线程 🧵")\n'.repeat(50),
  options: {...defaultOptions, sched: 'random', seed: 42, clock: 'virtual'} as const,
};

test('A link brings back the program and its options', () => {
  expect(decodeShareLink(encodeShareLink(state))).toEqual({ok: true, value: state});
});

test('A link is short and safe in an address', () => {
  const link = encodeShareLink(state);
  expect(link).toMatch(/^#1\.[A-Za-z0-9_-]+$/);
  expect(link.length).toBeLessThan(200);
});

test('A link made today opens for ever', () => {
  const link = '#1.eNqrVirOLy1KTlWyUiooyswr0YhRykjNycmPUdKMyVPSUcovKMnMzytWsgIqTM5ITQGqS8_MAUoUp4I45rW1AOyeFdk';
  const options = {...defaultOptions, sched: 'gil', seed: 7};
  expect(decodeShareLink(link)).toEqual({ok: true, value: {source: 'print("hello")\n', options}});
});

test('A link that lost a piece is damaged', () => {
  const link = encodeShareLink(state);
  for (let length = 1; length < link.length; length++) {
    expect(decodeShareLink(link.slice(0, length)).ok, `cut to ${length}`).toBe(false);
  }
});

test('A link with another letter in it is damaged', () => {
  const link = encodeShareLink(state);
  for (let at = 3; at < link.length - 1; at++) {
    const other = link[at] === 'A' ? 'B' : 'A';
    const result = decodeShareLink(link.slice(0, at) + other + link.slice(at + 1));
    if (result.ok) expect(result.value).toEqual(state);
  }
});

test('A link of a later version is told apart from a damaged one', () => {
  expect(decodeShareLink('#2.abc')).toEqual({ok: false, error: 'unknown-version'});
});

test('What is no link at all is damaged', () => {
  for (const hash of ['#', '#hello', '#1', '#1.', '#1.%%%', '#.abc']) {
    expect(decodeShareLink(hash)).toEqual({ok: false, error: 'damaged'});
  }
});
