"""The logger of asyncio."""


class _Logger:
    """logging.getLogger('asyncio'), with logging loaded when something is to be said."""

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger('asyncio'), name)


logger = _Logger()
