import os
import shutil

os.makedirs('a/b')
for name in 'a/one.txt', 'a/b/two.txt', 'a/b/three.log':
    with open(name, 'w') as file:
        file.write(name)
walk = lambda top: sorted(os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names)
print(shutil.copytree('a', 'c', ignore=shutil.ignore_patterns('*.log')), walk('c'))
print(shutil.copy('a/one.txt', 'c/b'), shutil.copyfile('a/one.txt', 'new.txt'), shutil.copy2('new.txt', 'new2.txt'))
print(shutil.move('new.txt', 'c'), shutil.move('c', 'd'), walk('d'))
shutil.rmtree('d')
print(os.path.exists('d'), shutil.rmtree('nothing', ignore_errors=True))
for call in (lambda: shutil.rmtree('nothing'), lambda: shutil.copyfile('a/one.txt', 'a/one.txt'),
             lambda: shutil.copytree('a', 'a'), lambda: shutil.copy('nothing', 'x'), lambda: shutil.move('a', 'a/b')):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
print(shutil.get_terminal_size()[0] > 0, shutil.which('no such program'), shutil.disk_usage('.').total > 0)

# expect-stdout:
# c ['c/b/two.txt', 'c/one.txt']
# c/b/one.txt new.txt new2.txt
# c/new.txt d ['d/b/one.txt', 'd/b/two.txt', 'd/new.txt', 'd/one.txt']
# False None
# FileNotFoundError [Errno 2] No such file or directory: 'nothing'
# SameFileError 'a/one.txt' and 'a/one.txt' are the same file
# FileExistsError [Errno 17] File exists: 'a'
# FileNotFoundError [Errno 2] No such file or directory: 'nothing'
# Error Cannot move a directory 'a' into itself 'a/b'.
# True None True
