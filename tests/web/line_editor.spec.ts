import {expect, test} from '@playwright/test';
import {LineEditor} from '../../web/src/console/line_editor';
import {placeAfter} from '../../web/src/console/line_layout';

function typed(...keys: readonly string[]): LineEditor {
  const editor = new LineEditor();
  for (const key of keys) editor.feed(key);
  return editor;
}

test('Typing inserts where the cursor is', () => {
  const editor = typed('ac', '\x1b[D', 'b');
  expect([editor.text, editor.cursor]).toEqual(['abc', 2]);
});

test('Backspace, delete and the cutting keys', () => {
  expect(typed('abc', '\x7f').text).toBe('ab');
  expect(typed('abc', '\x01', '\x1b[3~').text).toBe('bc');
  expect(typed('one two', '\x17').text).toBe('one ');
  expect(typed('abc', '\x1b[D', '\x15').text).toBe('c');
  expect(typed('abc', '\x1b[D', '\x0b').text).toBe('ab');
});

test('A character of two UTF-16 units is one step', () => {
  expect(typed('a🧵', '\x7f').text).toBe('a');
});

test('A pasted text gives its first line and keeps the rest', () => {
  const {event, rest} = new LineEditor().feed('one\r\ntwo\rthree');
  expect(event).toEqual({kind: 'line', text: 'one'});
  expect(rest).toBe('two\rthree');
});

test('Control D ends the input of an empty line only', () => {
  expect(new LineEditor().feed('\x04').event.kind).toBe('end');
  expect(typed('a').feed('\x04').event.kind).toBe('changed');
});

test('Earlier lines come back', () => {
  const editor = typed('first\r', 'second\r', '\x1b[A', '\x1b[A');
  expect(editor.text).toBe('first');
  editor.feed('\x1b[B');
  expect(editor.text).toBe('second');
  editor.feed('\x1b[B');
  expect(editor.text).toBe('');
});

test('Unknown keys change nothing', () => {
  expect(typed('a', '\x1b[15~', '\x1b').text).toBe('a');
});

test('Wide characters wrap as the terminal wraps them', () => {
  expect(placeAfter('abc', 3, 2, 10)).toEqual({row: 0, column: 5});
  expect(placeAfter('线程', 2, 7, 10)).toEqual({row: 1, column: 2});
  expect(placeAfter('12345', 5, 5, 10)).toEqual({row: 1, column: 0});
});
