# What cannot be loaded becomes a test that fails; debug() lets exceptions out; the parts of an
# asynchronous test share a context.
import asyncio
import contextvars
import io
import sys
import unittest

value = contextvars.ContextVar('value', default='unset')


class Asynchronous(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        value.set('setUp')

    async def asyncSetUp(self):
        value.set(value.get() + ' asyncSetUp')
        self.addAsyncCleanup(self.clean, 'last')

    async def clean(self, text):
        print(value.get(), text)

    async def test(self):
        value.set(value.get() + ' test')
        print(value.get(), asyncio.get_running_loop().get_debug())


class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def test_wrong(self):
        raise ValueError('wrong')

    @staticmethod
    def make():
        return unittest.FunctionTestCase(lambda: print('made'))


loader = unittest.TestLoader()
for name in ('Plain.none', 'sdf', 'Plain.make'):
    suite = loader.loadTestsFromName(name, sys.modules['__main__'])
    result = unittest.TestResult()
    suite.run(result)
    print(name, suite.countTestCases(), [str(test).split(' ')[0] for test, _ in result.errors])
print(len(loader.errors), loader.errors[0].split('\n')[0])
suite = loader.loadTestsFromName('no.such.module')
print(list(suite)[0]._testMethodName, loader.errors[-1].split('\n')[0])
try:
    unittest.TestSuite([Plain('test_wrong')]).debug()
except ValueError as e:
    print('raised', e)
a, b = [unittest.FunctionTestCase(function) for function in (len, len)]
print(a == b, hash(a) == hash(b), a == unittest.FunctionTestCase(str))
result = unittest.TextTestRunner(stream=io.StringIO()).run(loader.loadTestsFromTestCase(Asynchronous))
print(result.wasSuccessful())
# expect-stdout:
# Plain.none 1 ['none']
# sdf 1 ['sdf']
# made
# Plain.make 1 []
# 2 Failed to access attribute:
# no Failed to import test module: no
# setUpClass
# raised wrong
# True True False
# setUp asyncSetUp test True
# setUp asyncSetUp test last
# True
