// The terminal below a run: shows its output, edits the line that it asks for.

import {FitAddon} from '@xterm/addon-fit';
import {Terminal, type ITheme} from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type {Disposable} from '../base/disposable';
import {LineEditor} from './line_editor';
import {placeAfter} from './line_layout';

// A run of 100,000 lines stays readable to its first line.
const scrollbackLines = 150_000;
const stderrStart = new TextEncoder().encode('\x1b[31m');
const stderrEnd = new TextEncoder().encode('\x1b[39m');

export interface ConsoleEvents {
  line(text: string): void;  // without the newline
  endOfInput(): void;
  interrupt(): void;
}

export interface ConsoleSettings {
  readonly dark: boolean;
  readonly screenReader: boolean;
  readonly label: string;
}

export class Console implements Disposable {
  private readonly terminal: Terminal;
  private readonly fit = new FitAddon();
  private readonly line = new LineEditor();
  private readonly resized: ResizeObserver;
  private asking = false;
  private pending = '';  // typed before the program asked
  private startColumn = 0;  // where the typed line begins
  private cursorRow = 0;  // rows between that and the cursor
  private writing = 0;  // writes under way that push the typed line on

  constructor(host: HTMLElement, settings: ConsoleSettings, private readonly events: ConsoleEvents) {
    this.terminal = new Terminal({
      convertEol: true,
      scrollback: scrollbackLines,
      fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
      fontSize: 13,
      lineHeight: 1.3,
      cursorStyle: 'bar',
      cursorInactiveStyle: 'none',
      theme: settings.dark ? darkTheme : lightTheme,
      screenReaderMode: settings.screenReader,
      minimumContrastRatio: 4.5,
      drawBoldTextInBrightColors: false,
    });
    this.terminal.loadAddon(this.fit);
    this.terminal.open(host);
    this.apply(settings);
    this.showCursor(false);
    this.terminal.onData((data) => this.typed(data));
    this.terminal.attachCustomKeyEventHandler((event) => this.wantsKey(event));
    this.resized = new ResizeObserver(() => this.fit.fit());
    this.resized.observe(host);
    this.fit.fit();
  }

  apply(settings: ConsoleSettings): void {
    this.terminal.options.theme = settings.dark ? darkTheme : lightTheme;
    this.terminal.options.screenReaderMode = settings.screenReader;
    this.terminal.textarea?.setAttribute('aria-label', settings.label);
  }

  // Resolves when the terminal has taken the bytes in: wait for it before sending much more.
  write(fd: number, bytes: Uint8Array): Promise<void> {
    const pushesLine = this.asking;
    if (pushesLine && this.writing++ === 0) this.eraseLine();
    if (fd === 2) this.terminal.write(stderrStart);
    this.terminal.write(bytes);
    if (fd === 2) this.terminal.write(stderrEnd);
    return new Promise((resolve) => {
      this.terminal.write('', () => {
        if (pushesLine && --this.writing === 0 && this.asking) this.beginLine();
        resolve();
      });
    });
  }

  // Lets the reader type a line; `events.line` follows.
  ask(): void {
    this.terminal.write('', () => {
      this.asking = true;
      this.showCursor(true);
      this.beginLine();
      this.terminal.focus();
      const early = this.pending;
      this.pending = '';
      if (early) this.typed(early);
    });
  }

  // The run has ended: nothing can be typed any more.
  endInput(): void {
    this.asking = false;
    this.pending = '';
    this.line.reset();
    this.showCursor(false);
  }

  clear(): void {
    // Through the queue, behind output that is still to be shown.
    this.terminal.write('\x1bc');
    this.endInput();
  }

  dispose(): void {
    this.resized.disconnect();
    this.terminal.dispose();
  }

  private wantsKey(event: KeyboardEvent): boolean {
    // Tab moves on through the page; Ctrl+C copies when there is something to copy.
    if (event.key === 'Tab') return false;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false;
    return !(event.key === 'c' && event.ctrlKey && this.terminal.hasSelection());
  }

  private typed(data: string): void {
    if (!this.asking) {
      if (data === '\x03') this.events.interrupt();
      else this.pending += data;
      return;
    }
    const {event, rest} = this.line.feed(data);
    if (event.kind === 'changed') this.drawLine();
    else if (event.kind === 'line') this.finishLine(event.text, rest);
    else if (event.kind === 'end') this.finishInput(rest);
    else this.events.interrupt();
  }

  private finishLine(text: string, rest: string): void {
    if (this.writing === 0) this.eraseLine();
    this.terminal.write(`${text}\r\n`);
    this.stopAsking(rest);
    this.events.line(text);
  }

  private finishInput(rest: string): void {
    this.stopAsking(rest);
    this.events.endOfInput();
  }

  private stopAsking(rest: string): void {
    this.asking = false;
    this.pending = rest;
    this.showCursor(false);
  }

  private showCursor(visible: boolean): void {
    this.terminal.write(visible ? '\x1b[?25h' : '\x1b[?25l');
    this.terminal.options.cursorBlink = visible;
  }

  private beginLine(): void {
    this.startColumn = this.terminal.buffer.active.cursorX;
    this.cursorRow = 0;
    this.drawLine();
  }

  // Leaves the cursor where the line begins.
  private eraseLine(): void {
    const up = this.cursorRow > 0 ? `\x1b[${this.cursorRow}A` : '';
    const right = this.startColumn > 0 ? `\x1b[${this.startColumn}C` : '';
    this.terminal.write(`${up}\r${right}\x1b[0J`);
    this.cursorRow = 0;
  }

  private drawLine(): void {
    if (this.writing > 0) return;  // beginLine() follows
    this.eraseLine();
    const {text, cursor} = this.line;
    const columns = this.terminal.cols;
    const end = placeAfter(text, Infinity, this.startColumn, columns);
    const at = placeAfter(text, cursor, this.startColumn, columns);
    // A line that fills its last row leaves the cursor in that row: push it on.
    const wrap = end.column === 0 && end.row > 0 ? '\r\n' : '';
    const up = end.row > at.row ? `\x1b[${end.row - at.row}A` : '';
    const right = at.column > 0 ? `\x1b[${at.column}C` : '';
    this.terminal.write(`${text}${wrap}${up}\r${right}`);
    this.cursorRow = at.row;
  }
}

const lightTheme: ITheme = {
  background: '#fdfcfa', foreground: '#2b2a33', cursor: '#3b4a9c', cursorAccent: '#fdfcfa',
  selectionBackground: '#d5daf3',
  black: '#2b2a33', red: '#ad2f2c', green: '#2d7038', yellow: '#8a5a00', blue: '#3b4a9c',
  magenta: '#8b3a86', cyan: '#1f6b75', white: '#6c6a74',
  brightBlack: '#6c6a74', brightRed: '#c43c37', brightGreen: '#3a8446', brightYellow: '#9c6b0c', brightBlue: '#5265c4',
  brightMagenta: '#a14f9c', brightCyan: '#2c7f8a', brightWhite: '#45434d',
};

const darkTheme: ITheme = {
  background: '#17181f', foreground: '#dcdbe4', cursor: '#9fb0ff', cursorAccent: '#17181f',
  selectionBackground: '#34395a',
  black: '#3b3d4a', red: '#f08a80', green: '#8fcf97', yellow: '#e2bf77', blue: '#9fb0ff',
  magenta: '#d79be0', cyan: '#7fcdd6', white: '#dcdbe4',
  brightBlack: '#8c8d9b', brightRed: '#ffa79e', brightGreen: '#a9e0b0', brightYellow: '#f0d296', brightBlue: '#b9c6ff',
  brightMagenta: '#e5b6ec', brightCyan: '#9fe0e7', brightWhite: '#f5f4fa',
};
