// The test driver judges tests, so it has tests of its own: node --test tests/run_scripts_test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judge, parseTest, splitWords} from './run_scripts.mjs';

const ended = (stdout, stderr = '', status = 0) => ({stdout, stderr, status, problem: undefined});

test('lines are expected in the order of the file', () => {
  const parsed = parseTest('print(1)  # expect: 1\nprint()  # expect:\nprint("a b ")  # expect: a b\n');
  assert.deepEqual(parsed.lines, ['1', '', 'a b']);
  assert.equal(judge(parsed, ended('1\n\na b \n')), undefined);
  assert.match(judge(parsed, ended('1\na b\n\n')), /line 2/);
  assert.match(judge(parsed, ended('1\n\n')), /line 3: expected "a b", got \(nothing\)/);
});

test('a block gives several lines and ends at the first line that is no comment', () => {
  const parsed = parseTest('# expect-stdout:\n# a\n#\n#   b\n\nx = 1  # c\n# d\n');
  assert.deepEqual(parsed.lines, ['a', '', '  b']);
});

test('another directive ends a block', () => {
  const parsed = parseTest('# expect-stdout:\n# a\n# expect-status: 3\n');
  assert.deepEqual(parsed.lines, ['a']);
  assert.equal(parsed.status, 3);
});

test('an expected error is the last line of stderr and means status 1', () => {
  const parsed = parseTest('1 / 0\n# expect-error: ^ZeroDivisionError: \n');
  assert.equal(judge(parsed, ended('', 'Traceback\nZeroDivisionError: division by zero\n', 1)), undefined);
  assert.match(judge(parsed, ended('', 'ZeroDivisionError: x\nNameError\n', 1)), /stderr ends in "NameError"/);
  assert.match(judge(parsed, ended('', 'ZeroDivisionError: x\n', 0)), /exit status 0, not 1/);
});

test('unordered output is compared as a multiset', () => {
  const parsed = parseTest('# unordered\nf(1)  # expect: a\nf(2)  # expect: b\nf(2)  # expect: b\n');
  assert.equal(judge(parsed, ended('b\na\nb\n')), undefined);
  assert.ok(judge(parsed, ended('b\na\na\n')));
});

test('a crash or a time-out fails whatever was printed', () => {
  const parsed = parseTest('print(1)  # expect: 1\n');
  assert.equal(judge(parsed, {...ended('1\n'), problem: 'ended by SIGSEGV'}), 'ended by SIGSEGV');
});

test('directives carry words', () => {
  const parsed = parseTest('# options: --sched random --seed 3\n# args: "a b" c\n# skip: wasm no fork\n# stdin: x\n# stdin: y\n');
  assert.deepEqual(parsed.options, ['--sched', 'random', '--seed', '3']);
  assert.deepEqual(parsed.args, ['a b', 'c']);
  assert.equal(parsed.skips.get('wasm'), 'no fork');
  assert.equal(parsed.stdin, 'x\ny\n');
});

test('words keep quoted spaces', () => {
  assert.deepEqual(splitWords(`'/a b/c' --x="1 2" {file}`), ['/a b/c', '--x=1 2', '{file}']);
});
