from pathlib import PurePath, PurePosixPath as P

p = P('/a/b/c.tar.gz')
print(repr(p), p.parts, p.parent, list(p.parents), p.parents[0], p.root, repr(p.anchor), repr(p.drive))
print(p.name, p.suffix, p.suffixes, p.stem, p.with_name('x'), p.with_suffix('.zip'), p.with_stem('q'))
print(p.relative_to('/a'), p.is_relative_to('/b'), P('a/../b').relative_to('c', walk_up=True))
print(p.match('*.gz'), p.match('/a/*'), p.full_match('/a/**'), p.full_match('**/*.gz'), p.full_match('*'))
print(p / 'x' / '..', 'r' / P('z'), P('a', '/b'), P('a//b/./c/'), P(), P('//x'), P('///x'))
print(p < P('/b'), hash(p) == hash(P('/a/b/c.tar.gz')), P('a') == P('a/'), sorted([P('b'), P('a/z'), P('a')]))
print(P('.bashrc').suffix == '', P('a.').suffix, P('..').name, P('/').name == '', bool(P('/').parents))
print(p.as_posix(), bytes(p), type(PurePath('x')).__name__, P('/etc').is_absolute())
for call in (lambda: p.relative_to('/b'), lambda: p.with_name(''), lambda: p.with_suffix('x'), lambda: P(1),
             lambda: P('a').as_uri(), lambda: P('/').with_name('x'), lambda: P('a') < 'b', lambda: p.parents[9]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

# expect-stdout:
# PurePosixPath('/a/b/c.tar.gz') ('/', 'a', 'b', 'c.tar.gz') /a/b [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')] /a/b / '/' ''
# c.tar.gz .gz ['.tar', '.gz'] c.tar /a/b/x /a/b/c.tar.zip /a/b/q.gz
# b/c.tar.gz False ../a/../b
# True False True True False
# /a/b/c.tar.gz/x/.. r/z /b a/b/c . //x /x
# True True True [PurePosixPath('a'), PurePosixPath('a/z'), PurePosixPath('b')]
# True  .. True False
# /a/b/c.tar.gz b'/a/b/c.tar.gz' PurePosixPath True
# ValueError '/a/b/c.tar.gz' is not in the subpath of '/b'
# ValueError Invalid name ''
# ValueError Invalid suffix 'x'
# TypeError argument should be a str or an os.PathLike object where __fspath__ returns a str, not 'int'
# ValueError relative path can't be expressed as a file URI
# ValueError PurePosixPath('/') has an empty name
# TypeError '<' not supported between instances of 'PurePosixPath' and 'str'
# IndexError 9
