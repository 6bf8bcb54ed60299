"""Runs tests and shows in text what came of them."""

import sys
import time

from unittest import result
from unittest.case import _SubTest

__unittest = True


class _Stream:

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name == 'stream':
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, text=None):
        self.stream.write((text or '') + '\n')


class TextTestResult(result.TestResult):
    """Shows a dot for a test that passes, and so on."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True
        self.durations = durations

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(' ... ')
            self.stream.flush()
            self._newline = False

    def _show(self, test, word, letter, newline=True):
        if self.showAll:
            is_subtest = isinstance(test, _SubTest)
            if is_subtest or self._newline:
                if not self._newline:
                    self.stream.writeln()
                if is_subtest:
                    self.stream.write('  ')
                self.stream.write(self.getDescription(test))
                self.stream.write(' ... ')
            self.stream.writeln(word)
            self.stream.flush()
            self._newline = True
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._show(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show(test, 'unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


class TextTestRunner:
    """Runs a test and writes the result to a stream, by default sys.stderr."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity,
                                    durations=self.durations)
        except TypeError:
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        outcome = self._makeResult()
        outcome.failfast = self.failfast
        outcome.buffer = self.buffer
        outcome.tb_locals = self.tb_locals
        began = time.perf_counter()
        start = getattr(outcome, 'startTestRun', None)
        if start is not None:
            start()
        try:
            test(outcome)
        finally:
            stop = getattr(outcome, 'stopTestRun', None)
            if stop is not None:
                stop()
        taken = time.perf_counter() - began
        outcome.printErrors()
        stream = self.stream
        if hasattr(outcome, 'separator2'):
            stream.writeln(outcome.separator2)
        run = outcome.testsRun
        plural = '' if run == 1 else 's'
        stream.writeln(f'Ran {run} test{plural} in {taken:.3f}s')
        stream.writeln()
        notes = []
        if not outcome.wasSuccessful():
            stream.write('FAILED')
            if outcome.failures:
                notes.append(f'failures={len(outcome.failures)}')
            if outcome.errors:
                notes.append(f'errors={len(outcome.errors)}')
        elif run == 0 and not outcome.skipped:
            stream.write('NO TESTS RAN')
        else:
            stream.write('OK')
        if outcome.skipped:
            notes.append(f'skipped={len(outcome.skipped)}')
        if outcome.expectedFailures:
            notes.append(f'expected failures={len(outcome.expectedFailures)}')
        if outcome.unexpectedSuccesses:
            notes.append(f'unexpected successes={len(outcome.unexpectedSuccesses)}')
        stream.writeln(f" ({', '.join(notes)})" if notes else '')
        stream.flush()
        return outcome
