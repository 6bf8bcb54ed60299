// Wires the page: paints it first, then loads engine, editor and terminal.

import {effect} from '@preact/signals';
import {render} from 'preact';
import {App, showPane} from './chrome/app';
import {alert} from './chrome/notice';
import {installHook} from './hook';
import {keepOffline} from './offline';
import {
  attachConsole, attachEditor, consoleEvents, editorEvents, getEngine, isRunning, start, watchSyntax,
} from './session';
import {current, openShared} from './state/documents';
import {screenReader, t, theme} from './state/settings';
import {decodeShareLink} from './state/share_link';
import './style.css';

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
  const {Editor} = await import('./editor/editor');
  const settings = {dark: theme.value === 'dark', screenReader: screenReader.value, label: t.value.editorLabel};
  host.replaceChildren();
  attachEditor(new Editor(host, current.value.source, settings, editorEvents));
}

async function loadConsole(host: HTMLElement): Promise<void> {
  const {Console} = await import('./console/console');
  const settings = {dark: theme.value === 'dark', screenReader: screenReader.value, label: t.value.outputLabel};
  attachConsole(new Console(host, settings, consoleEvents));
}

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

openLink();
window.addEventListener('hashchange', openLink);
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
    editor: (host: HTMLElement) => afterPaint(() => void loadEditor(host)),
    console: (host: HTMLElement) => afterPaint(() => void loadConsole(host)),
  };
  render(<App hosts={hosts} />, root);
}
afterPaint(() => {
  if (self.crossOriginIsolated) {
    getEngine();
    watchSyntax();
  }
  keepOffline();
});
installHook();
