"""What goes wrong in gevent."""

__all__ = ['LoopExit', 'BlockingSwitchOutError', 'ConcurrentObjectUseError', 'HubDestroyed']


class LoopExit(Exception):
    """Everybody waits, and nobody is left who could end that."""


class BlockingSwitchOutError(AssertionError):
    """What runs in the hub may not wait."""


class ConcurrentObjectUseError(AssertionError):
    """Two greenlets use what only one can."""


class HubDestroyed(Exception):
    """The hub has ended."""
