import type {VNode} from 'preact';
import {canRun, isRunning, start, stop} from '../session';
import {language, setTheme, t, theme} from '../state/settings';
import {galleryOpen, toggleGallery} from '../gallery/gallery';
import {Mark, MenuIcon, MoonIcon, RunIcon, ShareIcon, StopIcon, SunIcon} from './icons';
import {share} from './share';

export function Header(): VNode {
  const words = t.value;
  const dark = theme.value === 'dark';
  return (
    <header class="header">
      <button
        type="button"
        class="plain icon-button"
        aria-expanded={galleryOpen.value}
        aria-controls="gallery"
        aria-label={words.showScenarios}
        title={words.showScenarios}
        onClick={toggleGallery}
      >
        <MenuIcon />
      </button>
      <div class="brand">
        <Mark />
        <h1>Heddle</h1>
        <p class="tagline">{words.tagline}</p>
      </div>
      <div class="run-buttons">
        <button
          type="button"
          class="primary"
          disabled={isRunning.value || !canRun.value}
          title={words.runHint}
          onClick={start}
        >
          <RunIcon />
          <span>{words.run}</span>
        </button>
        <button type="button" class="stop" disabled={!isRunning.value} title={words.stopHint} onClick={stop}>
          <StopIcon />
          <span>{words.stop}</span>
        </button>
      </div>
      <div class="header-end">
        <button type="button" class="plain" title={words.shareHint} aria-label={words.share} onClick={() => void share()}>
          <ShareIcon />
          <span class="wide-only">{words.share}</span>
        </button>
        <button
          type="button"
          class="plain"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          title={words.switchLanguageHint}
          onClick={() => (language.value = language.value === 'zh' ? 'en' : 'zh')}
        >
          {words.switchLanguage}
        </button>
        <button
          type="button"
          class="plain icon-button"
          aria-label={dark ? words.toLight : words.toDark}
          title={dark ? words.toLight : words.toDark}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          {dark ? <SunIcon /> : <MoonIcon />}
        </button>
      </div>
    </header>
  );
}
