import type {RunOptions} from './run_options';

export type Language = 'en' | 'zh';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export const chapters = ['threads', 'locks', 'queues', 'gil'] as const;
export type Chapter = (typeof chapters)[number];

// A program of scenarios/, with what its metadata block says about it.
export interface Scenario {
  readonly name: string;  // the file's name without .py
  readonly chapter: Chapter;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly options: RunOptions;
  readonly source: string;
}
