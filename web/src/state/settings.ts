// What the reader chose for the page as a whole: kept between visits.

import {computed, effect, signal} from '@preact/signals';
import type {Language} from '../base/scenario';
import {load, save} from './storage';
import {tables, type Strings} from './strings';

export type Theme = 'light' | 'dark';

const preferred = window.matchMedia('(prefers-color-scheme: dark)');

function initialLanguage(): Language {
  const kept = load('language');
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function keptTheme(): Theme | null {
  const kept = load('theme');
  return kept === 'light' || kept === 'dark' ? kept : null;
}

const systemTheme = signal<Theme>(preferred.matches ? 'dark' : 'light');
preferred.addEventListener('change', () => (systemTheme.value = preferred.matches ? 'dark' : 'light'));

export const language = signal<Language>(initialLanguage());
const chosenTheme = signal<Theme | null>(keptTheme());
export const theme = computed<Theme>(() => chosenTheme.value ?? systemTheme.value);
export const screenReader = signal(load('screenReader') === true);

export const t = computed<Strings>(() => tables[language.value]);

export function setTheme(value: Theme): void {
  chosenTheme.value = value;
  save('theme', value);
}

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  document.title = t.value.pageTitle;
  save('language', language.value);
});
effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});
effect(() => save('screenReader', screenReader.value));
