import io
import unittest


class Tests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class')

    def setUp(self):
        self.addCleanup(print, 'cleanup')

    def test_pass(self):
        self.assertEqual(1, 1)
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    def test_list(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        raise KeyError('k')

    @unittest.skip('later')
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


out = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Tests)
result = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
for line in out.getvalue().splitlines():
    if not line.startswith(('Ran', '  File', '   ')):
        print(line)
print(result)
# expect-stdout:
# class
# cleanup
# cleanup
# cleanup
# cleanup
# cleanup
# test_error (__main__.Tests.test_error) ... ERROR
# test_expected (__main__.Tests.test_expected) ... expected failure
# test_list (__main__.Tests.test_list) ... FAIL
# test_pass (__main__.Tests.test_pass) ... ok
# test_skip (__main__.Tests.test_skip) ... skipped 'later'
# test_sub (__main__.Tests.test_sub) ...
#   test_sub (__main__.Tests.test_sub) (i=1) ... FAIL
#
# ======================================================================
# ERROR: test_error (__main__.Tests.test_error)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
# KeyError: 'k'
#
# ======================================================================
# FAIL: test_list (__main__.Tests.test_list)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
# AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4]
#
# First differing element 2:
# 3
# 4
#
# - [1, 2, 3]
# ?        ^
#
# + [1, 2, 4]
# ?        ^
#
#
# ======================================================================
# FAIL: test_sub (__main__.Tests.test_sub) (i=1)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
# AssertionError: 1 == 1
#
# ----------------------------------------------------------------------
#
# FAILED (failures=2, errors=1, skipped=1, expected failures=1)
# <unittest.runner.TextTestResult run=6 errors=1 failures=2>
