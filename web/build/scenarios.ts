// Reads scenarios/<chapter>/*.py into the module virtual:scenarios.

import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'smol-toml';
import type {Plugin} from 'vite';
import {parseOptions} from '../src/base/run_options.ts';
import {chapters, type Bilingual, type Scenario} from '../src/base/scenario.ts';

const moduleId = 'virtual:scenarios';
const block = /^# \/\/\/ scenario\n((?:#(?: .*)?\n)+)# \/\/\/\n+/m;

export function scenariosPlugin(folder: string): Plugin {
  return {
    name: 'heddle-scenarios',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : null),
    load: (id) => (id === `\0${moduleId}` ? `export const scenarios = ${JSON.stringify(readAll(folder))};` : null),
  };
}

export function readAll(folder: string): readonly Scenario[] {
  const all = chapters.flatMap((chapter) =>
    readdirSync(path.join(folder, chapter))
      .filter((name) => name.endsWith('.py'))
      .map((name) => readOne(path.join(folder, chapter, name), chapter)),
  );
  return all.sort((a, b) => a.order - b.order).map(({order: _, ...scenario}) => scenario);
}

function readOne(file: string, chapter: Scenario['chapter']): Scenario & {readonly order: number} {
  const text = readFileSync(file, 'utf8');
  const found = block.exec(text);
  if (!found?.[1]) throw new Error(`${file}: no scenario block`);
  const meta = parse(found[1].replace(/^# ?/gm, ''));
  if (meta['chapter'] !== chapter) throw new Error(`${file}: chapter is not ${chapter}`);
  const options = parseOptions(meta['run']);
  if (!options) throw new Error(`${file}: unknown run options`);
  return {
    name: path.basename(file, '.py'),
    chapter,
    title: bilingual(meta['title'], file),
    about: bilingual(meta['about'], file),
    options,
    source: text.replace(block, ''),
    order: typeof meta['order'] === 'number' ? meta['order'] : 0,
  };
}

function bilingual(value: unknown, file: string): Bilingual {
  const {en, zh} = (value ?? {}) as Partial<Bilingual>;
  if (typeof en !== 'string' || typeof zh !== 'string') throw new Error(`${file}: title and about need en and zh`);
  return {en, zh};
}
