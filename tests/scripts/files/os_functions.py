import os
import stat

os.makedirs('d/e/f', exist_ok=True)
with open('d/x.txt', 'w') as f:
    f.write('abc')
print(sorted(os.listdir('d')), os.path.getsize('d/x.txt'))  # expect: ['e', 'x.txt'] 3
print([(r, sorted(ds), fs) for r, ds, fs in os.walk('d')])  # expect: [('d', ['e'], ['x.txt']), ('d/e', ['f'], []), ('d/e/f', [], [])]
print(sorted([(e.name, e.is_dir(), e.is_file(), e.path) for e in os.scandir('d')]))  # expect: [('e', True, False, 'd/e'), ('x.txt', False, True, 'd/x.txt')]
os.rename('d/x.txt', 'd/y.txt')
print(os.path.exists('d/x.txt'), os.path.isfile('d/y.txt'), os.path.isdir('d/e'))  # expect: False True True
os.remove('d/y.txt')
os.removedirs('d/e/f')
print(os.path.exists('d'))  # expect: False
try:
    os.makedirs('a')
    os.makedirs('a')
except FileExistsError as error:
    print(error)  # expect: [Errno 17] File exists: 'a'
try:
    os.rmdir('none')
except FileNotFoundError as error:
    print(error)  # expect: [Errno 2] No such file or directory: 'none'
print(stat.S_ISDIR(os.stat('a').st_mode), stat.filemode(0o100644))  # expect: True -rw-r--r--
os.environ['HEDDLE_TEST'] = 'yes'
print(os.getenv('HEDDLE_TEST'), os.getenv('NOT_THERE', 'no'), 'HEDDLE_TEST' in os.environ)  # expect: yes no True
os.chdir('a')
print(os.path.basename(os.getcwd()))  # expect: a
