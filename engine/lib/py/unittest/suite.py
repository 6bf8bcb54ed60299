"""Several tests, with what is done before and after each class and module."""

import sys

from unittest.case import SkipTest, _class_name, doModuleCleanups

__unittest = True


class BaseTestSuite:

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f'<{_class_name(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to '
                            'addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the tests; what they raise comes out."""
        for test in self:
            test.debug()


class _DebugResult:
    """Takes what a suite notes of a run whose exceptions come out."""

    shouldStop = False


class _ErrorHolder:
    """Stands for a test when setUpClass or the like fails."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):

    def run(self, result, debug=False):
        top_level = not getattr(result, '_testRunEntered', False)
        result._testRunEntered = True
        for index, test in enumerate(self._tests):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) \
                        or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if hasattr(test, 'countTestCases'):
                self._tests[index] = _Counted(test.countTestCases())
        if top_level:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls is getattr(result, '_previousTestClass', None) \
                or getattr(result, '_moduleSetUpFailed', False) \
                or getattr(cls, '__unittest_skip__', False):
            return
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        cls._classSetupFailed = False
        try:
            set_up()
        except Exception as e:
            cls._classSetupFailed = True
            try:
                _report(result, e, 'setUpClass', _class_name(cls), sys.exc_info())
            finally:
                cls.doClassCleanups()
                for info in cls.tearDown_exceptions:
                    _report(result, info[1], 'setUpClass', _class_name(cls), info)

    def _leave_class(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or previous is test.__class__ and test is not None \
                or getattr(previous, '_classSetupFailed', False) \
                or getattr(result, '_moduleSetUpFailed', False) \
                or getattr(previous, '__unittest_skip__', False):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as e:
                _report(result, e, 'tearDownClass', _class_name(previous), sys.exc_info())
        clean = getattr(previous, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for info in previous.tearDown_exceptions:
                _report(result, info[1], 'tearDownClass', _class_name(previous), info)

    def _enter_module(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        module_name = test.__class__.__module__
        if previous is not None and previous.__module__ == module_name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(module_name)
        set_up = getattr(module, 'setUpModule', None)
        if set_up is not None:
            try:
                set_up()
            except Exception as e:
                result._moduleSetUpFailed = True
                try:
                    _report(result, e, 'setUpModule', module_name, sys.exc_info())
                finally:
                    self._clean_module(result, 'setUpModule', module_name)

    def _leave_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = sys.modules.get(previous.__module__)
        tear_down = getattr(module, 'tearDownModule', None)
        try:
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as e:
                    _report(result, e, 'tearDownModule', previous.__module__, sys.exc_info())
        finally:
            self._clean_module(result, 'tearDownModule', previous.__module__)

    def _clean_module(self, result, method, name):
        try:
            doModuleCleanups()
        except ExceptionGroup as e:
            for each in e.exceptions:
                info = type(each), each, each.__traceback__
                _report(result, each, method, name, info)
        except Exception as e:
            _report(result, e, method, name, sys.exc_info())


class _Counted:
    """What is left of a test that has run."""

    def __init__(self, count):
        self.count = count

    def countTestCases(self):
        return self.count

    def __call__(self, result):
        return result


def _report(result, error, method, where, info):
    if isinstance(result, _DebugResult):
        raise error
    holder = _ErrorHolder(f'{method} ({where})')
    if isinstance(error, SkipTest):
        result.addSkip(holder, str(error))
    else:
        result.addError(holder, info)
