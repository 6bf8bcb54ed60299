"""threading.local under the name that older programs import it by."""

from threading import local

__all__ = ['local']
