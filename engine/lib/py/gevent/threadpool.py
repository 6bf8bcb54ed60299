"""A pool of threads: the same as a pool of greenlets here."""

__all__ = ['ThreadPool']

from gevent.pool import Pool


class ThreadPool(Pool):

    def __init__(self, maxsize, hub=None):
        Pool.__init__(self, maxsize)
