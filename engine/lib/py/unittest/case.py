"""TestCase and its assertions."""

import sys
import time
import types

__unittest = True

_difference_omitted = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class SkipTest(Exception):
    """Ends a test that does not apply."""


class _ShouldStop(Exception):
    """The test case is over: a part of it has failed."""


def _id(obj):
    return obj


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    exceptions = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            exceptions.append(e)
    if exceptions:
        raise exceptions[0]


def _enter_context(cm, addcleanup):
    cls = type(cm)
    try:
        enter = cls.__enter__
        exit = cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        "context manager protocol") from None
    result = enter(cm)
    addcleanup(exit, cm, None, None, None)
    return result


def skip(reason):
    """Skips a test or a class of them."""
    def decorator(item):
        if not isinstance(item, type):
            original = item

            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            skip_wrapper.__name__ = original.__name__
            skip_wrapper.__qualname__ = original.__qualname__
            skip_wrapper.__module__ = original.__module__
            skip_wrapper.__doc__ = original.__doc__
            item = skip_wrapper
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if isinstance(reason, types.FunctionType):
        item = reason
        reason = ''
        return decorator(item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < 80:
        return result
    return result[:80] + ' [truncated]...'


def _shorten(text, prefix_length, suffix_length):
    skip = len(text) - prefix_length - suffix_length
    if skip > 12:
        return f'{text[:prefix_length]}[{skip} chars]{text[len(text) - suffix_length:]}'
    return text


def _common_shorten_repr(*args):
    """The reprs, without most of a long beginning that they share."""
    args = tuple([safe_repr(arg) for arg in args])
    longest = max([len(arg) for arg in args])
    if longest <= 80:
        return args
    prefix = args[0]
    for arg in args[1:]:
        n = 0
        while n < len(prefix) and n < len(arg) and prefix[n] == arg[n]:
            n += 1
        prefix = prefix[:n]
    common = 80 - (longest - len(prefix))
    if common > 5 + 12 + 5:
        prefix_shown = _shorten(prefix, 5, common - 5 - 12)
        return tuple([prefix_shown + arg[len(prefix):] for arg in args])
    prefix_shown = _shorten(prefix, 5, 5)
    return tuple([prefix_shown + _shorten(arg[len(prefix):], 30, 30) for arg in args])


def _nothing():
    pass


class _Outcome:

    def __init__(self, result):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expectedFailure = None

    def run(self, test, action, *args, subtest=False):
        """Whether the part of a test went well."""
        old = self.success
        self.success = True
        try:
            action(*args)
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(test, str(e))
        except _ShouldStop:
            pass
        except BaseException:
            info = sys.exc_info()
            if self.expecting_failure:
                self.expectedFailure = info
            else:
                self.success = False
                if subtest:
                    self.result.addSubTest(test.test_case, test, info)
                elif issubclass(info[0], test.failureException):
                    self.result.addFailure(test, info)
                else:
                    self.result.addError(test, info)
            info = None
        else:
            if subtest and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            fine = self.success
            self.success = self.success and old
        return fine


class _AssertRaises:
    """What assertRaises and its like return, to be used with `with`."""

    def __init__(self, expected, test_case, pattern=None):
        self.expected = expected
        self.test_case = test_case
        self.pattern = pattern
        self.msg = None
        self.obj_name = None

    def _name(self):
        expected = self.expected
        if isinstance(expected, tuple):
            return repr(expected)
        return getattr(expected, '__name__', str(expected))

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def handle(self, name, args, kwargs):
        try:
            classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            for cls in classes:
                if not isinstance(cls, type) or not issubclass(cls, self._base):
                    raise TypeError(f'{name}() arg 1 must be {self._base_text}')
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    for key in kwargs:
                        raise TypeError(f'{key!r} is an invalid keyword argument for this function')
                return self
            function, *args = args
            self.obj_name = getattr(function, '__name__', str(function))
            with self:
                function(*args, **kwargs)
        finally:
            self = None

    _base = BaseException
    _base_text = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            if self.obj_name:
                self._fail(f'{self._name()} not raised by {self.obj_name}')
            else:
                self._fail(f'{self._name()} not raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None and not _search(self.pattern, str(exc_value)):
            self._fail(f'"{_pattern_text(self.pattern)}" does not match "{exc_value}"')
        return True

    @classmethod
    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)


class _AssertWarns(_AssertRaises):

    _base = Warning
    _base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        for each in self.expected if isinstance(self.expected, tuple) else (self.expected,):
            warnings.simplefilter('always', each)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for message in self.warnings:
            warning = message.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None and not _search(self.pattern, str(warning)):
                continue
            self.warning = warning
            self.filename = message.filename
            self.lineno = message.lineno
            return
        if first is not None:
            self._fail(f'"{_pattern_text(self.pattern)}" does not match "{first}"')
        if self.obj_name:
            self._fail(f'{self._name()} not triggered by {self.obj_name}')
        else:
            self._fail(f'{self._name()} not triggered')


def _check_pattern(pattern):
    if not hasattr(pattern, 'search') and not isinstance(pattern, (str, bytes)):
        import re
        re.compile(pattern)


def _search(pattern, text):
    if hasattr(pattern, 'search'):
        return pattern.search(text)
    import re
    return re.search(pattern, text)


def _pattern_text(pattern):
    return getattr(pattern, 'pattern', pattern)


class _AssertLogs:
    """Records what a logger is given."""

    def __init__(self, test_case, logger, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def __enter__(self):
        import logging
        logger = self.logger_name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        watcher = self.watcher = _LoggingWatcher()
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')

        class CapturingHandler(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = CapturingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(formatter)
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        import logging
        if self.no_logs:
            if self.watcher.records:
                self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        elif not self.watcher.records:
            self._fail(f'no logs of level {logging.getLevelName(self.level)} or higher triggered '
                       f'on {self.logger.name}')

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class _LoggingWatcher:
    def __init__(self):
        self.records = []
        self.output = []


class TestCase:
    """A class whose methods named test… are tests."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
            set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{_class_name(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = self._testMethodName
        return f'{name} ({_class_name(self.__class__)}.{name})'

    def __repr__(self):
        return f'<{_class_name(self.__class__)} testMethod={self._testMethodName}>'

    def subTest(self, msg=None, **params):
        """A part of a test that may fail without ending it."""
        return _SubTestContext(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        self._warn_of_value(method(), method)

    def _warn_of_value(self, value, method):
        if value is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a test case '
                          f'({method} returned {type(value).__name__!r})', DeprecationWarning,
                          skip_file_prefixes=(__file__.rpartition('/')[0],))

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', _nothing)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (self.__class__, method):
                if getattr(item, '__unittest_skip__', False):
                    result.addSkip(self, getattr(item, '__unittest_skip_why__', ''))
                    return result
            expecting = (getattr(self.__class__, '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            outcome = _Outcome(result)
            began = time.perf_counter()
            try:
                self._outcome = outcome
                if outcome.run(self, self._callSetUp):
                    outcome.expecting_failure = expecting
                    outcome.run(self, self._callTestMethod, method)
                    outcome.expecting_failure = False
                    outcome.run(self, self._callTearDown)
                self.doCleanups()
                if hasattr(result, 'addDuration'):
                    result.addDuration(self, time.perf_counter() - began)
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expectedFailure:
                        result.addExpectedFailure(self, outcome.expectedFailure)
                    else:
                        result.addUnexpectedSuccess(self)
                return result
            finally:
                outcome.expectedFailure = None
                self._outcome = None
        finally:
            result.stopTest(self)
            if own_result:
                getattr(result, 'stopTestRun', _nothing)()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.run(self, lambda: self._callCleanup(function, *args, **kwargs))
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        method = getattr(self, self._testMethodName)
        for item in (self.__class__, method):
            if getattr(item, '__unittest_skip__', False):
                raise SkipTest(getattr(item, '__unittest_skip_why__', ''))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f'{standardMsg} : {msg}'

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    # ---- assertions

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            a, b = _common_shorten_repr(first, second)
            self._fail(msg, f'{a} != {b}')

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def _close(self, first, second, places, delta):
        """(whether they are, what is shown otherwise)"""
        difference = abs(first - second)
        if delta is not None:
            if places is not None:
                raise TypeError('specify delta or places not both')
            return difference <= delta, (f'within {safe_repr(delta)} delta '
                                         f'({safe_repr(difference)} difference)')
        places = 7 if places is None else places
        return round(difference, places) == 0, (f'within {places!r} places '
                                                f'({safe_repr(difference)} difference)')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        close, shown = self._close(first, second, places, delta)
        if not close:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} {shown}')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, shown = self._close(first, second, places, delta)
        if first == second or close:
            if delta is None:
                shown = f'within {7 if places is None else places!r} places'
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} {shown}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaises(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        _check_pattern(expected_regex)
        context = _AssertRaises(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarns(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        _check_pattern(expected_regex)
        context = _AssertWarns(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        if not _search(expected_regex, text):
            self._fail(msg, f"Regex didn't match: {_pattern_text(expected_regex)!r} not found in "
                            f'{text!r}')

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        match = _search(unexpected_regex, text)
        if match:
            self._fail(msg, f'Regex matched: {text[match.start():match.end()]!r} matches '
                            f'{_pattern_text(unexpected_regex)!r} in {text!r}')

    def _truncateMessage(self, message, diff):
        limit = self.maxDiff
        if limit is None or len(diff) <= limit:
            return message + diff
        return message + _difference_omitted % len(diff)

    def _diff(self, first, second):
        from difflib import ndiff
        return '\n' + '\n'.join(ndiff(first, second))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{place} sequence is not a {name}: '
                                                f'{safe_repr(seq)}')
        else:
            name = 'sequence'
        differing = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            differing = f'First {name} has no length.    Non-sequence?'
        if differing is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                differing = f'Second {name} has no length.    Non-sequence?'
        if differing is None:
            if seq1 == seq2:
                return
            differing = f'%ss differ: %s != %s\n' % (
                (name.capitalize(),) + _common_shorten_repr(seq1, seq2))
            for i in range(min(len1, len2)):
                item1, item2 = seq1[i], seq2[i]
                if item1 != item2:
                    differing += (f'\nFirst differing element {i}:\n'
                                  '%s\n%s\n' % _common_shorten_repr(item1, item2))
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) is not type(seq2):
                    return
            if len1 > len2:
                differing += (f'\nFirst {name} contains {len1 - len2} additional elements.\n'
                              f'First extra element {len2}:\n'
                              + '%s\n' % _common_shorten_repr(seq1[len2]))
            elif len1 < len2:
                differing += (f'\nSecond {name} contains {len2 - len1} additional elements.\n'
                              f'First extra element {len1}:\n'
                              + '%s\n' % _common_shorten_repr(seq2[len1]))
        import pprint
        diff = self._diff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self._fail(msg, self._truncateMessage(differing, diff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            only1 = set1.difference(set2)
            only2 = set2.difference(set1)
        except (TypeError, AttributeError) as e:
            self.fail(f'invalid type when attempting set difference: {e}')
        if not only1 and not only2:
            return
        lines = []
        for place, items in (('first', only1), ('second', only2)):
            if items:
                lines.append(f'Items in the {place} set but not the '
                             f"{'second' if place == 'first' else 'first'}:")
                lines.extend([repr(item) for item in items])
        self._fail(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import pprint
            standard = '%s != %s' % _common_shorten_repr(d1, d2)
            diff = self._diff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self._fail(msg, self._truncateMessage(standard, diff))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
                self._baseAssertEqual(first, second, msg)
            standard = '%s != %s' % _common_shorten_repr(first, second)
            a, b = first, second
            if not a.endswith(('\n', '\r')) or not b.endswith(('\n', '\r')):
                a += '\n'
                b += '\n'
            from difflib import ndiff
            diff = '\n' + ''.join(ndiff(a.splitlines(keepends=True), b.splitlines(keepends=True)))
            self._fail(msg, self._truncateMessage(standard, diff))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        rest = list(second)
        missing = []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        if not missing and not rest:
            return
        lines = ['Element counts were not equal:']
        seen = []
        for item in first + second:
            if item in seen:
                continue
            seen.append(item)
            a, b = first.count(item), second.count(item)
            if a != b:
                lines.append(f'First has {a}, Second has {b}:  {item!r}')
        self._fail(msg, '\n'.join(lines))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        missing = [key for key in subset if key not in dictionary or subset[key] != dictionary[key]]
        if missing:
            self._fail(msg, f'Missing: {missing!r}')


class _SubTestContext:

    def __init__(self, case, msg, params):
        self.case = case
        self.msg = msg
        self.params = params

    def __enter__(self):
        case = self.case
        self.parent = case._subtest
        if case._outcome is None or not case._outcome.result_supports_subtests:
            return
        params = dict(self.parent.params) if self.parent is not None else {}
        params.update(self.params)
        case._subtest = self.subtest = _SubTest(case, self.msg, params)

    def __exit__(self, exc_type, exc_value, tb):
        case = self.case
        outcome = case._outcome
        if outcome is None or not outcome.result_supports_subtests:
            return False
        subtest = case._subtest
        case._subtest = self.parent
        if exc_type is None:
            outcome.result.addSubTest(case, subtest, None)
            return True
        if issubclass(exc_type, (KeyboardInterrupt, _ShouldStop)):
            return False
        outcome.success = False
        if issubclass(exc_type, SkipTest):
            outcome.result.addSkip(subtest, str(exc_value))
        elif outcome.expecting_failure:
            outcome.success = True
            outcome.expectedFailure = (exc_type, exc_value, tb)
            raise _ShouldStop
        else:
            outcome.result.addSubTest(case, subtest, (exc_type, exc_value, tb))
            if outcome.result.failfast:
                raise _ShouldStop
        return True


class _SubTest(TestCase):

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not None:
            parts.append(f'[{self._message}]')
        if self.params:
            shown = ', '.join([f'{k}={v!r}' for k, v in self.params.items()])
            parts.append(f'({shown})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'


class FunctionTestCase(TestCase):
    """A test case of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __repr__(self):
        return f'<{_class_name(self.__class__)} tec={self._testFunc}>'

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f'{_class_name(self.__class__)} ({self._testFunc.__name__})'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


def _class_name(cls):
    return f'{cls.__module__}.{cls.__qualname__}'
