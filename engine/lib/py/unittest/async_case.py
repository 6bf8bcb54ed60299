"""Test cases whose methods are coroutines."""

import asyncio
import contextvars

from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """Each test runs in an event loop of its own."""

    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._runner = None
        self._context = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        result = await cls.__aenter__(cm)
        self.addAsyncCleanup(cls.__aexit__, cm, None, None, None)
        return result

    def _run_maybe_async(self, function, *args, **kwargs):
        result = function(*args, **kwargs)
        if hasattr(result, '__await__'):
            return self._runner.run(result)
        return result

    def _callSetUp(self):
        self.setUp()
        self._runner.run(self.asyncSetUp())

    def _callTestMethod(self, method):
        return self._run_maybe_async(method)

    def _callTearDown(self):
        self._runner.run(self.asyncTearDown())
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        self._run_maybe_async(function, *args, **kwargs)

    def run(self, result=None):
        with asyncio.Runner(debug=False, loop_factory=self.loop_factory) as self._runner:
            return super().run(result)
