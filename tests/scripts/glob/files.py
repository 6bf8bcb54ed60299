import glob
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('one/two')
for name in 'a.txt', 'one/b.txt', 'one/two/c.txt', 'one/.hidden', 'one/two/d.py':
    open(name, 'w').close()
print(sorted(glob.glob('*')), sorted(glob.glob('*/')), sorted(glob.glob('*/*.txt')))
print(sorted(glob.glob('**/*.txt', recursive=True)), sorted(glob.glob('**', recursive=True)))
print(sorted(glob.glob('one/*', include_hidden=True)), glob.glob('a.txt'), glob.glob('nothing'))
print(sorted(glob.iglob('*.txt', root_dir='one')), sorted(glob.glob('one/**/', recursive=True)))

# expect-stdout:
# ['a.txt', 'one'] ['one/'] ['one/b.txt']
# ['a.txt', 'one/b.txt', 'one/two/c.txt'] ['a.txt', 'one', 'one/b.txt', 'one/two', 'one/two/c.txt', 'one/two/d.py']
# ['one/.hidden', 'one/b.txt', 'one/two'] ['a.txt'] []
# ['b.txt'] ['one/', 'one/two/']
