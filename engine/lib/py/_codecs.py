"""Where CPython has the functions of codecs: pickles name it."""

from codecs import *
