import {signal} from '@preact/signals';
import type {RefObject, VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {Gallery, galleryOpen, toggleGallery} from '../gallery/gallery';
import {clearOutput, files, hasOutput, isRunning, outputBlob} from '../session';
import {current, fileName, isEdited, openId, openScenario, restoreOriginal} from '../state/documents';
import {language, t} from '../state/settings';
import {download} from './download';
import {Header} from './header';
import {ClearIcon, CloseIcon, RestoreIcon, SaveIcon} from './icons';
import {NoticeArea} from './notice';
import {OptionsBar} from './options_bar';
import {editorPercent, Splitter} from './splitter';
import {StatusBar} from './status_bar';

type Pane = 'editor' | 'output';

// Which pane a narrow screen shows; a wide one shows both.
const pane = signal<Pane>('editor');

export function showPane(which: Pane): void {
  pane.value = which;
}

export interface Hosts {
  readonly editor: (host: HTMLElement) => void;
  readonly console: (host: HTMLElement) => void;
}

function PaneTabs(): VNode {
  const words = t.value;
  const tab = (which: Pane, label: string): VNode => (
    <button type="button" aria-pressed={pane.value === which} onClick={() => showPane(which)}>
      {label}
    </button>
  );
  return (
    <div class="pane-tabs">
      {tab('editor', words.editor)}
      {tab('output', words.output)}
    </div>
  );
}

function EditorPane({attach}: {readonly attach: Hosts['editor']}): VNode {
  const words = t.value;
  const scenario = openScenario.value;
  return (
    <section class="pane editor-pane" id="editor" tabIndex={-1} aria-label={words.editor}>
      <div class="pane-head">
        <h2 class="file-name">{fileName.value}</h2>
        <span class="spacer" />
        {isEdited(openId.value) && (
          <button type="button" class="plain" onClick={restoreOriginal}>
            <RestoreIcon />
            <span>{words.restore}</span>
          </button>
        )}
      </div>
      {scenario && <p class="about">{scenario.about[language.value]}</p>}
      <EditorHost attach={attach} />
    </section>
  );
}

// An element that is handed over once, when it is in the page.
function useHost(attach: (host: HTMLElement) => void): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) attach(host.current);
  }, []);
  return host;
}

// Until Monaco is there the text itself stands in its place. Rendered once: Monaco owns it afterwards.
function EditorHost({attach}: {readonly attach: Hosts['editor']}): VNode {
  return (
    <div class="editor-host" ref={useHost(attach)}>
      <pre class="editor-waiting">{current.peek().source}</pre>
    </div>
  );
}

function FileList(): VNode | null {
  const names = Object.keys(files.value);
  if (names.length === 0) return null;
  return (
    <ul class="files" aria-label={t.value.files}>
      {names.map((name) => (
        <li key={name}>
          <button
            type="button"
            class="plain"
            title={t.value.download(name)}
            onClick={() => download(name, new Blob([files.value[name] ?? '']))}
          >
            {name}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="plain icon-button"
          aria-label={t.value.forgetFiles}
          title={t.value.forgetFiles}
          onClick={() => (files.value = {})}
        >
          <CloseIcon />
        </button>
      </li>
    </ul>
  );
}

function OutputPane({attach}: {readonly attach: Hosts['console']}): VNode {
  const words = t.value;
  const host = useHost(attach);
  return (
    <section class="pane output-pane" id="output" tabIndex={-1} aria-label={words.output}>
      <div class="pane-head">
        <h2>{words.output}</h2>
        <FileList />
        <span class="spacer" />
        <button
          type="button"
          class="plain icon-button"
          disabled={!hasOutput.value}
          aria-label={words.save}
          title={words.saveHint}
          onClick={() => download('output.txt', outputBlob())}
        >
          <SaveIcon />
        </button>
        <button
          type="button"
          class="plain icon-button"
          disabled={!hasOutput.value || isRunning.value}
          aria-label={words.clear}
          title={words.clear}
          onClick={clearOutput}
        >
          <ClearIcon />
        </button>
      </div>
      <div class="console-area">
        <div class="console-host" ref={host} />
        {!hasOutput.value && !isRunning.value && <p class="console-empty">{words.emptyOutput}</p>}
      </div>
    </section>
  );
}

export function App({hosts}: {readonly hosts: Hosts}): VNode {
  const words = t.value;
  return (
    <div class="app" style={{'--editor-share': `${editorPercent.value}%`}} data-pane={pane.value}>
      <a class="skip" href="#editor" onClick={(event) => focusPane(event, 'editor')}>
        {words.skipToEditor}
      </a>
      <a class="skip" href="#output" onClick={(event) => focusPane(event, 'output')}>
        {words.skipToOutput}
      </a>
      <Header />
      <OptionsBar />
      <PaneTabs />
      <div class="body">
        <Gallery />
        {galleryOpen.value && <div class="gallery-shade" onClick={toggleGallery} />}
        <main class="panes">
          <EditorPane attach={hosts.editor} />
          <Splitter />
          <OutputPane attach={hosts.console} />
        </main>
      </div>
      <StatusBar />
      <NoticeArea />
    </div>
  );
}

// The address's fragment belongs to share links: the skip links must not change it.
function focusPane(event: MouseEvent, which: Pane): void {
  event.preventDefault();
  showPane(which);
  document.getElementById(which)?.focus();
}
