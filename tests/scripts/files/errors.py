import io
import os

os.mkdir('folder')
open('full.txt', 'w').close()
for arguments in (('missing.txt',), ('folder',), ('full.txt', 'x'), ('full.txt', 'rw'),
                  ('full.txt', 'q'), ('full.txt', 'rb', -1, 'utf-8'), ('full.txt', 'r', 0)):
    try:
        open(*arguments)
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
try:
    open('missing.txt')
except OSError as error:
    print(error.errno, error.strerror, error.filename)
f = open('full.txt')
for call in (lambda: f.write('x'), lambda: f.fileno() and f.seek(1, 1)):
    try:
        call()
    except io.UnsupportedOperation as error:
        print(error, isinstance(error, OSError), isinstance(error, ValueError))
f.close()
f.close()
try:
    f.read()
except ValueError as error:
    print(error)
try:
    open('full.txt', 'w').write(b'bytes')
except TypeError as error:
    print(error)

# expect-stdout:
# FileNotFoundError [Errno 2] No such file or directory: 'missing.txt'
# IsADirectoryError [Errno 21] Is a directory: 'folder'
# FileExistsError [Errno 17] File exists: 'full.txt'
# ValueError must have exactly one of create/read/write/append mode
# ValueError invalid mode: 'q'
# ValueError binary mode doesn't take an encoding argument
# ValueError can't have unbuffered text I/O
# 2 No such file or directory missing.txt
# not writable True True
# can't do nonzero cur-relative seeks True True
# I/O operation on closed file.
# write() argument must be str, not bytes
