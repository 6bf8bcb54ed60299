"""What came of the tests."""

import sys
import traceback


def failfast(method):
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    inner.__name__ = method.__name__
    return inner


class TestResult:
    """Collects failures and errors."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout = None
        self._stderr = None

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        if self.buffer:
            import io
            self._stdout, self._stderr = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def startTestRun(self):
        pass

    def stopTest(self, test):
        if self.buffer and self._stdout is not None:
            sys.stdout, sys.stderr = self._stdout, self._stderr
            self._stdout = self._stderr = None

    def stopTestRun(self):
        pass

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if getattr(self, 'failfast', False):
                self.stop()
            errors = self.failures if issubclass(err[0], test.failureException) else self.errors
            errors.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        # The frames of this package say nothing about the test.
        while tb is not None and '__unittest' in tb.tb_frame.f_globals:
            tb = tb.tb_next
        failure = getattr(test, 'failureException', None)
        if failure is not None and isinstance(value, failure):
            last = None
            step = tb
            while step is not None and '__unittest' not in step.tb_frame.f_globals:
                last = step
                step = step.tb_next
            if last is not None and step is not None:
                last.tb_next = None
        text = ''.join(traceback.format_exception(kind, value, tb))
        if self.buffer and self._stdout is not None:
            for name, stream in (('Stdout', sys.stdout), ('Stderr', sys.stderr)):
                output = stream.getvalue()
                if output:
                    if not output.endswith('\n'):
                        output += '\n'
                    text += f'\n{name}:\n{output}'
        return text

    def __repr__(self):
        cls = self.__class__
        return (f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')


__unittest = True
