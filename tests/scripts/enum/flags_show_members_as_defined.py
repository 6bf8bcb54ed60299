from enum import IntFlag, KEEP


class Access(IntFlag, boundary=KEEP):
    WRITE = 4
    READ = 1
    RUN = 2
    _numeric_repr_ = hex


print(Access(7).name, list(Access(5)))  # expect: WRITE|READ|RUN [<Access.WRITE: 4>, <Access.READ: 1>]
print(repr(Access(0x45)))               # expect: <Access.WRITE|READ|0x40: 69>
