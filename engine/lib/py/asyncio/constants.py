"""Limits and defaults of asyncio."""

import enum

# Warnings for `connection_lost` after which a transport logs that it was written to.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5
# Seconds before accept() is tried again when it failed for want of resources.
ACCEPT_RETRY_DELAY = 1
# Entries of the stack that debug mode keeps with each coroutine and handle.
DEBUG_STACK_DEPTH = 10
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512
# Seconds that shutdown of the default executor may take.
THREAD_JOIN_TIMEOUT = 300


class _SendfileMode(enum.Enum):
    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()
