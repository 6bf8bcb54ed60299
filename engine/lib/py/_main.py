"""The beginning and the end of a program."""

import _vm
import builtins
import sys
from _builtins import _finalize


def run():
    """Runs the program to its end; the exit status."""
    options = _vm.options()
    module = type(builtins)('__main__')
    names = module.__dict__
    names['__builtins__'] = builtins
    sys.modules['__main__'] = module
    path = options['path']
    source = options['source']
    if options['is_command']:
        path = '<string>'
        sys.path.insert(0, '')
    elif path == '-' or path == '<stdin>':
        path = '<stdin>'
        sys.path.insert(0, '')
        names['__file__'] = path
    else:
        path = _absolute(path)
        sys.path.insert(0, path.rpartition('/')[0] or '/')
        names['__file__'] = path
    status = 0
    try:
        code = _vm.compile(source, path, 'exec', False)
        if path.startswith('<'):
            _remember_source(path, source)
        _vm.execute(code, names, None, None)
    except BaseException as e:
        status = _report(e)
    return _finish(status)


def _absolute(path):
    import _posix
    if path.startswith('/'):
        return path
    while path.startswith('./'):
        path = path[2:]
    return f'{_posix.getcwd()}/{path}'


def _remember_source(path, source):
    sys._main_source = (path, source)


def _report(e):
    """Shows what the program did not catch; the exit status."""
    if isinstance(e, SystemExit):
        code = e.code
        if code is None:
            return 0
        if isinstance(code, int):
            return int(code) & 255
        _flush(sys.stdout)
        try:
            sys.stderr.write(f'{code}\n')
        except Exception:
            pass
        return 1
    _flush(sys.stdout)
    hook = getattr(sys, 'excepthook', None)
    try:
        # The frame of the library below the program is not the program's.
        tb = e.__traceback__
        if tb is not None:
            tb = e.__traceback__ = tb.tb_next
        hook(type(e), e, tb)
    except SystemExit as other:
        return _report(other)
    except BaseException as other:
        if sys.stderr is not None:
            sys.stderr.write('Error in sys.excepthook:\n')
            sys.__excepthook__(type(other), other, other.__traceback__)
            sys.stderr.write('\nOriginal exception was:\n')
            sys.__excepthook__(type(e), e, tb)
    return 130 if isinstance(e, KeyboardInterrupt) else 1


def _flush(stream):
    try:
        if stream is not None:
            stream.flush()
    except Exception:
        pass


def _finalize_all():
    """Finalizes what is left, the objects that the program's names refer to first."""
    main = sys.modules.get('__main__')
    for _ in range(3):
        left = _vm.last_finalizers(main.__dict__)
        if not left:
            break
        for item in left:
            _finalize(item)


def _finish(status):
    threading = sys.modules.get('threading')
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as e:
            # Of the end of the program only what CPython says of it.
            sys.unraisablehook(sys._Unraisable(type(e), e, e.__traceback__,
                                               'Exception ignored on threading shutdown',
                                               threading))
    atexit = sys.modules.get('atexit')
    if atexit is not None:
        atexit._run_exitfuncs()
    threading = sys.modules.get('threading')
    if threading is not None:
        threading._finalizing = True
    _finalize_all()
    io = sys.modules.get('io')
    if io is not None:
        io._flush_all()
    _flush(sys.stdout)
    _flush(sys.stderr)
    return status
