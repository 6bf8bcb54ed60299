"""Attributes that each greenlet has for itself."""

from threading import local

__all__ = ['local']
