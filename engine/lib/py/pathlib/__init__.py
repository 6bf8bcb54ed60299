"""Paths as objects."""

from pathlib import _local
from pathlib._local import *

__all__ = _local.__all__
