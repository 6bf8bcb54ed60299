"""Pools of threads."""

__all__ = ['ThreadPoolExecutor']

import gc
import os
import queue
import threading
from _collections_abc import _generic_alias
from concurrent.futures import _base


class _WorkItem:
    __slots__ = ('future', 'fn', 'args', 'kwargs')
    __class_getitem__ = classmethod(_generic_alias)

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as e:
            self.future.set_exception(e)
            # The exception's traceback leads to this frame, which leads to the exception again.
            self = None
        else:
            self.future.set_result(result)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread has failed."""


# Pools with work to end when the program does: worker thread -> the queue that it waits at.
_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    items = list(_threads_queues.items())
    for _, work_queue in items:
        work_queue.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class _Pool:
    """What a pool and its threads share. A pool that nobody refers to any more is gone."""

    def __init__(self, initializer, initargs):
        self.initializer = initializer
        self.initargs = initargs
        self.work_queue = queue.SimpleQueue()
        self.idle = threading.Semaphore(0)
        self.lock = threading.Lock()
        self.shutdown = False
        self.broken = False

    def stop(self):
        self.shutdown = True
        self.work_queue.put(None)

    def drain(self):
        """Takes out what has not begun."""
        while True:
            try:
                item = self.work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                yield item

    def initializer_failed(self):
        import logging
        logging.getLogger('concurrent.futures').critical('Exception in initializer:',
                                                         exc_info=True)
        with self.lock:
            self.broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for item in self.drain():
                item.future.set_exception(BrokenThreadPool(self.broken))


def _worker(pool):
    if pool.initializer is not None:
        try:
            pool.initializer(*pool.initargs)
        except BaseException:
            pool.initializer_failed()
            return
    work_queue = pool.work_queue
    try:
        while True:
            try:
                item = work_queue.get_nowait()
            except queue.Empty:
                pool.idle.release()
                item = work_queue.get()
            if item is None:
                if _shutdown or pool.shutdown:
                    # The next worker is to see it too.
                    pool.stop()
                    return
                continue
            item.run()
            item = None
    finally:
        _threads_queues.pop(threading.current_thread(), None)


class _WorkerThread(threading.Thread):
    """A thread of a pool."""

    def __init__(self, pool, name):
        super().__init__(name=name, target=_worker, args=(pool,))
        self._pool = pool

    def join(self, timeout=None):
        if not self._pool.shutdown:
            # Only if nobody refers to the pool will it end.
            gc.collect()
        super().join(timeout)


_pools = 0


def _next_pool():
    global _pools
    with _global_shutdown_lock:
        _pools += 1
        return _pools - 1


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in threads, which are started as they are needed."""

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._pool = _Pool(initializer, initargs)
        self._threads = set()
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{_next_pool()}'

    def __del__(self):
        pool = getattr(self, '_pool', None)
        if pool is not None and not pool.shutdown:
            pool.stop()

    @property
    def _work_queue(self):
        return self._pool.work_queue

    @property
    def _idle_semaphore(self):
        return self._pool.idle

    @property
    def _shutdown(self):
        return self._pool.shutdown

    @property
    def _broken(self):
        return self._pool.broken

    def submit(self, fn, /, *args, **kwargs):
        pool = self._pool
        with pool.lock, _global_shutdown_lock:
            if pool.broken:
                raise BrokenThreadPool(pool.broken)
            if pool.shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            pool.work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        pool = self._pool
        if pool.idle.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = _WorkerThread(pool, f'{self._thread_name_prefix}_{count}')
            _threads_queues[thread] = pool.work_queue
            thread.start()
            self._threads.add(thread)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pool = self._pool
        with pool.lock:
            pool.shutdown = True
            if cancel_futures:
                for item in pool.drain():
                    item.future.cancel()
            pool.work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
