import os.path as p

print(p.join('a', 'b', 'c'), p.join('a', '/b'), p.join('a/', 'b'), p.join('a', ''))  # expect: a/b/c /b a/b a/
print(p.split('/a/b'), p.split('/a/'), p.split('a'), p.split('//'))  # expect: ('/a', 'b') ('/a', '') ('', 'a') ('//', '')
print(p.splitext('x.tar.gz'), p.splitext('.bashrc'), p.splitext('a.b/c'))  # expect: ('x.tar', '.gz') ('.bashrc', '') ('a.b/c', '')
print(p.basename('/a/b'), p.dirname('/a/b'), p.dirname('a'))  # expect: b /a
print(p.normpath('a//b/../c/./d'), p.normpath('/../a'), p.normpath(''))  # expect: a/c/d /a .
print(p.relpath('/a/b/c', '/a/d'), p.commonpath(['/a/b/c', '/a/b/d']), p.commonprefix(['abc', 'abd']))  # expect: ../b/c /a/b ab
print(p.isabs('/a'), p.isabs('a'), p.abspath('/a/../b'))  # expect: True False /b
print(p.expandvars('$NOT_THERE/x'), p.splitroot('/a/b'))  # expect: $NOT_THERE/x ('', '/', 'a/b')
