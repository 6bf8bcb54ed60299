"""Finds tests."""

import sys
import types

from unittest import case, suite

__unittest = True


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) \
                    or not callable(getattr(testCaseClass, name)):
                continue
            if self.testNamePatterns is not None:
                full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
                if not any([_fits(full, pattern) for pattern in self.testNamePatterns]):
                    continue
            names.append(name)
        if self.sortTestMethodsUsing:
            import functools
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to '
                            'derive from TestCase?')
        names = []
        if testCaseClass not in (case.TestCase, case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) \
                    and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as e:
                return self._failed(module.__name__, e, 'Failed to call load_tests:')
        return tests

    def _failed(self, name, error, what, remember=True):
        """A suite of one test, which fails because something could not be loaded."""
        message = f'{what}\n{_traceback()}'
        if isinstance(error, ImportError):
            error = ImportError(message)
        if remember:
            self.errors.append(message)
        tests = self.suiteClass([_FailedTest(name, error)])
        tests._message = message
        return tests

    def loadTestsFromName(self, name, module=None):
        """The tests of a dotted name: of a module, a class, a method or what makes tests."""
        parts = name.split('.')
        obj = module
        not_imported = None
        if obj is None:
            end = len(parts)
            while True:
                module_name = '.'.join(parts[:end])
                try:
                    __import__(module_name)
                    obj = sys.modules[module_name]
                    break
                except ImportError as e:
                    end -= 1
                    not_imported = self._failed(parts[end], e, 'Failed to import test module: '
                                                + parts[end], False)
                if end == 0:
                    self.errors.append(not_imported._message)
                    return not_imported
            parts = parts[end:]
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, '__path__', None) is not None and not_imported is not None:
                    # The module is there, but has an error.
                    self.errors.append(not_imported._message)
                    return not_imported
                return self._failed(part, e, 'Failed to access attribute:')
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) \
                and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            # A static method is a function that makes tests.
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f'calling {obj} returned {test}, not a test')

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of all modules below a folder whose file names have the shape of pattern."""
        import os
        start = os.path.abspath(start_dir)
        if not os.path.isdir(start):
            try:
                __import__(start_dir)
                start = os.path.dirname(os.path.abspath(sys.modules[start_dir].__file__))
            except (ImportError, AttributeError, TypeError):
                raise ImportError(f'Start directory is not importable: {start_dir!r}') from None
        top = start if top_level_dir is None else os.path.abspath(top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        prefix = '' if start == top else os.path.relpath(start, top).replace(os.sep, '.') + '.'
        return self.suiteClass(list(self._below(start, prefix, pattern)))

    def _below(self, folder, prefix, pattern):
        import os
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if name.endswith('.py') and name[:-3].isidentifier() and os.path.isfile(path):
                if _fits(name, pattern):
                    yield self._of_file(prefix + name[:-3], pattern)
            elif os.path.isfile(os.path.join(path, '__init__.py')):
                package = prefix + name
                tests = None
                if _fits(name, pattern):
                    tests = self._of_file(package, pattern)
                    yield tests
                if not hasattr(sys.modules.get(package), 'load_tests'):
                    yield from self._below(path, package + '.', pattern)

    def _of_file(self, name, pattern):
        try:
            __import__(name)
        except case.SkipTest as e:
            return self.suiteClass([_skipped(name, e)])
        except Exception:
            error = ImportError(name)
            return self._failed(name, error, f'Failed to import test module: {name}')
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)


class _FailedTest(case.TestCase):
    """Stands for what could not be loaded; it raises the reason."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(name)

        def fail():
            raise self._exception

        return fail


def _skipped(name, error):
    @case.skip(str(error))
    def skipped(self):
        pass

    return type('ModuleSkipped', (case.TestCase,), {name: skipped})(name)


def _traceback():
    import traceback
    return traceback.format_exc()


def _fits(name, pattern):
    """Whether the name has the shape of the pattern, in which * stands for anything."""
    parts = pattern.split('*')
    if len(parts) == 1:
        return name == pattern
    if not name.startswith(parts[0]) or not name.endswith(parts[-1]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        at = name.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return at <= len(name) - len(parts[-1])


defaultTestLoader = TestLoader()
