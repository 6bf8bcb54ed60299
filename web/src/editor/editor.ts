// The program's text in Monaco. No other module knows Monaco.

import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/languages/definitions/python/register.js';
import 'monaco-editor/features/bracketMatching/register.js';
import 'monaco-editor/features/caretOperations/register.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/codicon/register.js';
import 'monaco-editor/features/comment/register.js';
import 'monaco-editor/features/contextmenu/register.js';
import 'monaco-editor/features/cursorUndo/register.js';
import 'monaco-editor/features/find/register.js';
import 'monaco-editor/features/folding/register.js';
import 'monaco-editor/features/gotoError/register.js';
import 'monaco-editor/features/hover/register.js';
import 'monaco-editor/features/indentation/register.js';
import 'monaco-editor/features/linesOperations/register.js';
import 'monaco-editor/features/multicursor/register.js';
import 'monaco-editor/features/parameterHints/register.js';
import 'monaco-editor/features/smartSelect/register.js';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/toggleTabFocusMode/register.js';
import 'monaco-editor/features/wordHighlighter/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import type {Disposable} from '../base/disposable';
import {codePoints, utf16Units} from '../base/text';
import type {Problem} from '../engine/protocol';
import {provideHelp, type Ask} from './help';

export interface EditorSettings {
  readonly dark: boolean;
  readonly screenReader: boolean;
  readonly label: string;
}

export interface EditorEvents {
  changed(source: string): void;
  run(): void;
  readonly ask: Ask;
}

const markerOwner = 'heddle';

export class Editor implements Disposable {
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly model: monaco.editor.ITextModel;
  private readonly help: Disposable;

  constructor(host: HTMLElement, source: string, settings: EditorSettings, events: EditorEvents) {
    self.MonacoEnvironment = {getWorker: () => new EditorWorker()};
    defineThemes();
    this.model = monaco.editor.createModel(source, 'python');
    this.editor = monaco.editor.create(host, {
      model: this.model,
      theme: themeName(settings),
      fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
      fontSize: 14,
      lineHeight: 22,
      padding: {top: 12, bottom: 12},
      automaticLayout: true,
      minimap: {enabled: false},
      scrollBeyondLastLine: false,
      lineNumbersMinChars: 3,
      folding: false,
      glyphMargin: false,
      renderLineHighlight: 'line',
      overviewRulerLanes: 0,
      overviewRulerBorder: false,
      scrollbar: {verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false},
      fixedOverflowWidgets: true,
      tabSize: 4,
      insertSpaces: true,
      detectIndentation: false,
      // A Chinese comment is not an attack; homoglyphs in code still are flagged.
      unicodeHighlight: {nonBasicASCII: false, ambiguousCharacters: false},
      accessibilitySupport: settings.screenReader ? 'on' : 'auto',
      ariaLabel: settings.label,
      // The engine knows which strings hold code.
      quickSuggestions: {other: true, comments: false, strings: true},
      acceptSuggestionOnEnter: 'smart',
      suggestSelection: 'first',
      wordBasedSuggestions: 'off',
    });
    this.help = provideHelp(this.model, events.ask);
    this.model.onDidChangeContent(() => events.changed(this.value));
    this.editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => events.run());
  }

  get value(): string {
    return this.model.getValue(monaco.editor.EndOfLinePreference.LF);
  }

  // Replaces the text; undo does not lead back to the old program.
  replace(source: string): void {
    if (source === this.value) return;
    this.model.setValue(source);
    this.editor.setScrollTop(0);
  }

  apply(settings: EditorSettings): void {
    monaco.editor.setTheme(themeName(settings));
    this.editor.updateOptions({
      ariaLabel: settings.label,
      accessibilitySupport: settings.screenReader ? 'on' : 'auto',
    });
  }

  showProblems(problems: readonly Problem[]): void {
    const markers = problems.map((problem) => ({
      severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      message: problem.message,
      startLineNumber: problem.line,
      startColumn: this.columnOf(problem.line, problem.column),
      endLineNumber: Math.max(problem.endLine, problem.line),
      endColumn: this.columnOf(Math.max(problem.endLine, problem.line), problem.endColumn),
    }));
    monaco.editor.setModelMarkers(this.model, markerOwner, markers.map((marker) => this.visible(marker)));
  }

  goTo(problem: Problem): void {
    this.editor.setPosition({lineNumber: problem.line, column: this.columnOf(problem.line, problem.column)});
    this.editor.revealLineInCenterIfOutsideViewport(problem.line);
    this.editor.focus();
  }

  dispose(): void {
    this.help.dispose();
    this.editor.dispose();
    this.model.dispose();
  }

  // Monaco's column of one in code points; both count from 1.
  private columnOf(line: number, column: number): number {
    if (line < 1 || line > this.model.getLineCount()) return column;
    const text = this.model.getLineContent(line);
    const points = column - 1;
    return points > codePoints(text, text.length) ? column : utf16Units(text, points) + 1;
  }

  // An empty span, or one past the end of its line, would show nothing.
  private visible(marker: monaco.editor.IMarkerData): monaco.editor.IMarkerData {
    const line = Math.min(Math.max(marker.startLineNumber, 1), this.model.getLineCount());
    const lastColumn = this.model.getLineMaxColumn(line);
    const empty = marker.endLineNumber <= line && marker.endColumn <= marker.startColumn;
    if (!empty && marker.startColumn < lastColumn) return {...marker, startLineNumber: line};
    const start = Math.max(1, Math.min(marker.startColumn, lastColumn - 1));
    return {...marker, startLineNumber: line, startColumn: start, endLineNumber: line, endColumn: start + 1};
  }
}

function themeName(settings: EditorSettings): string {
  return settings.dark ? 'heddle-dark' : 'heddle-light';
}

// Brackets of every depth in one quiet colour.
function plainBrackets(colour: string): monaco.editor.IColors {
  const depths = [1, 2, 3, 4, 5, 6];
  return Object.fromEntries(depths.map((depth) => [`editorBracketHighlight.foreground${depth}`, colour]));
}

function defineThemes(): void {
  monaco.editor.defineTheme('heddle-light', {
    base: 'vs',
    inherit: true,
    rules: [
      {token: '', foreground: '2b2a33'},
      {token: 'comment', foreground: '6f6c76', fontStyle: 'italic'},
      {token: 'keyword', foreground: '3b4a9c'},
      {token: 'string', foreground: '2d6a3a'},
      {token: 'string.escape', foreground: '8a5a00'},
      {token: 'number', foreground: '9a4a12'},
      {token: 'tag', foreground: '8b3a86'},
      {token: 'identifier', foreground: '2b2a33'},
    ],
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#2b2a33',
      'editorLineNumber.foreground': '#85828d',
      'editorLineNumber.activeForeground': '#2b2a33',
      'editor.lineHighlightBackground': '#f6f5f9',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#d5daf3',
      'editorCursor.foreground': '#3b4a9c',
      'editorIndentGuide.background1': '#eceaf0',
      'editorError.foreground': '#c43c37',
      'editorSuggestWidget.selectedBackground': '#3b4a9c',
      ...plainBrackets('#55525f'),
    },
  });
  monaco.editor.defineTheme('heddle-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [
      {token: '', foreground: 'dcdbe4'},
      {token: 'comment', foreground: '9594a3', fontStyle: 'italic'},
      {token: 'keyword', foreground: '9fb0ff'},
      {token: 'string', foreground: '8fcf97'},
      {token: 'string.escape', foreground: 'e2bf77'},
      {token: 'number', foreground: 'f0b48a'},
      {token: 'tag', foreground: 'd79be0'},
      {token: 'identifier', foreground: 'dcdbe4'},
    ],
    colors: {
      'editor.background': '#1c1d26',
      'editor.foreground': '#dcdbe4',
      'editorLineNumber.foreground': '#7f808f',
      'editorLineNumber.activeForeground': '#dcdbe4',
      'editor.lineHighlightBackground': '#22242f',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#34395a',
      'editorCursor.foreground': '#9fb0ff',
      'editorIndentGuide.background1': '#2a2c38',
      'editorError.foreground': '#f08a80',
      ...plainBrackets('#b3b2c0'),
      'editorWidget.background': '#22242f',
      'editorSuggestWidget.selectedBackground': '#3d4676',
    },
  });
}
