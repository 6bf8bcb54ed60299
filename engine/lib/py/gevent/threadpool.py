"""A pool of threads, for what does not let the greenlets switch."""

__all__ = ['ThreadPool', 'ThreadPoolExecutor']

import concurrent.futures

from gevent.hub import get_hub
from gevent.pool import Pool


class ThreadPool(Pool):
    """Runs calls in threads, of which there are at most `maxsize`."""

    def __init__(self, maxsize=None, hub=None):
        super().__init__(maxsize)

    @property
    def maxsize(self):
        return self.size

    def spawn(self, func, *args, **kwargs):
        return super().spawn(get_hub().outside, func, *args, **kwargs)


class ThreadPoolExecutor(concurrent.futures.ThreadPoolExecutor):
    """That of concurrent.futures."""
