"""The implementation of abc, which is written in Python anyway."""

from abc import ABCMeta, get_cache_token
