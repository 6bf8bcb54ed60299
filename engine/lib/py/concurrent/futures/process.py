"""Pools of processes."""

from concurrent.futures._base import BrokenExecutor, Executor


class BrokenProcessPool(BrokenExecutor):
    pass


class ProcessPoolExecutor(Executor):
    """Calls that run in other processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        raise NotImplementedError('ProcessPoolExecutor: Heddle has no processes yet; '
                                  'ThreadPoolExecutor runs on all cores')
