"""Abstract base classes of containers and the like."""

from _collections_abc import *
from _collections_abc import __all__
