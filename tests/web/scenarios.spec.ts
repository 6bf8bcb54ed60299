import path from 'node:path';
import {expect, test} from '@playwright/test';
import {chapters} from '../../web/src/base/scenario';
import {readAll} from '../../web/build/scenarios';

const all = readAll(path.join(import.meta.dirname, '../../scenarios'));

test('Every chapter has scenarios', () => {
  for (const chapter of chapters) {
    expect(all.filter((scenario) => scenario.chapter === chapter).length).toBeGreaterThanOrEqual(3);
  }
});

test('Names are unique, sources complete', () => {
  expect(new Set(all.map((scenario) => scenario.name)).size).toBe(all.length);
  for (const scenario of all) {
    expect(scenario.source).not.toContain('///');
    expect(scenario.source.startsWith('import ')).toBe(true);
  }
});
