"""The part of queue that CPython has in C."""

from queue import Empty, SimpleQueue
