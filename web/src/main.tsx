// Wires the page: starts the engine, paints, then loads terminal and editor.

import {effect} from '@preact/signals';
import {render} from 'preact';
import {App, showPane} from './chrome/app';
import {alert, toast} from './chrome/notice';
import {installHook} from './hook';
import {keepOffline} from './offline';
import {
  attachConsole, attachEditor, consoleEvents, editorEvents, engineState, getEngine, isRunning, look, start, watchSyntax,
} from './session';
import {current, openShared} from './state/documents';
import {language, t} from './state/settings';
import {decodeShareLink} from './state/share_link';
import './style.css';

// Nothing runs without shared memory, so there is nothing to wait for then.
const engineSettled = new Promise<void>((resolve) => {
  if (!self.crossOriginIsolated) return resolve();
  getEngine();
  effect(() => {
    if (engineState.value.kind !== 'loading') resolve();
  });
});

// What a link holds is shown, never run; the link leaves the address so that a
// reload keeps what was typed since.
function openLink(): void {
  if (location.hash.length < 2) return;
  const shared = decodeShareLink(location.hash);
  history.replaceState(null, '', location.pathname + location.search);
  if (shared.ok) openShared(shared.value);
  else alert(t.value.linkErrors[shared.error]);
}

async function loadEditor(host: HTMLElement): Promise<void> {
  // Monaco reads its own words once, when it is loaded.
  if (language.value === 'zh') await import('monaco-editor/nls/lang/zh-cn.js');
  const {Editor} = await import('./editor/editor');
  host.replaceChildren();
  const settings = {...look(), label: t.value.editorLabel};
  attachEditor(new Editor(host, current.value.source, settings, editorEvents));
}

async function loadConsole(host: HTMLElement): Promise<void> {
  const {Console} = await import('./console/console');
  attachConsole(new Console(host, {...look(), label: t.value.outputLabel}, consoleEvents));
}

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

// The editor is the largest script by far: what a first run needs goes before it.
function afterEngine(work: () => void): void {
  const longestWaitMs = 500;
  void engineSettled.then(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(work, {timeout: longestWaitMs});
    else afterPaint(work);
  });
}

openLink();
window.addEventListener('hashchange', openLink);
// The text is kept with every keystroke: there is nothing to save.
function answerSave(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  toast(t.value.kept);
}
window.addEventListener('keydown', answerSave, {capture: true});
window.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  start();
});
effect(() => {
  if (isRunning.value) showPane('output');
});

const root = document.getElementById('app');
if (root) {
  const hosts = {
    editor: (host: HTMLElement) => afterEngine(() => void loadEditor(host)),
    console: (host: HTMLElement) => afterPaint(() => void loadConsole(host)),
  };
  render(<App hosts={hosts} />, root);
}
if (self.crossOriginIsolated) watchSyntax();
keepOffline();
installHook();
