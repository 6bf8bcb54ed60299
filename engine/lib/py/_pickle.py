"""What of pickle is native in CPython."""

from pickle import (PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError,
                    dump, dumps, load, loads)
