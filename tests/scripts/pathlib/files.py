from pathlib import Path

d = Path('top')
(d / 'x' / 'y').mkdir(parents=True)
print((d / 'x' / 'f.txt').write_text('hello\nworld\n'), (d / 'x' / 'y' / 'g.txt').write_bytes(b'abc'))
(d / 'x' / '.h').touch()
print((d / 'x' / 'f.txt').read_text().split(), (d / 'x/y/g.txt').read_bytes(), (d / 'x/f.txt').stat().st_size)
show = lambda paths: sorted(str(q.relative_to(d)) for q in paths)
print(show(d.iterdir()), show(d.rglob('*')), show(d.glob('**/*.txt')), show(d.glob('*/')), show(d.rglob('**/')))
print(show(d.glob('x/f.txt')), show(d.glob('**')), show(d.glob('x/*')), show(d.glob('nothing/*')))
for folder, dirs, files in d.walk():
    print(folder, sorted(dirs), sorted(files))
print(d.exists(), d.is_dir(), d.is_file(), (d / 'x/f.txt').is_file(), Path('nope').exists(), d.absolute().is_absolute())
f = (d / 'x' / 'f.txt').rename(d / 'moved.txt')
print(f, f.exists(), f.resolve().name, f.samefile('top/moved.txt'))
(d / 'link').symlink_to('moved.txt')
print((d / 'link').is_symlink(), (d / 'link').read_text() == f.read_text(), (d / 'link').readlink().name)
with f.open('a') as file:
    file.write('!')
print(repr(f.read_text()))
(d / 'link').unlink()
f.unlink()
f.unlink(missing_ok=True)
for call in f.unlink, f.read_text, d.rmdir, lambda: d.mkdir(), lambda: list(d.glob('/x')), lambda: f.write_text(b''):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

# expect-stdout:
# 12 3
# ['hello', 'world'] b'abc' 12
# ['x'] ['x', 'x/.h', 'x/f.txt', 'x/y', 'x/y/g.txt'] ['x/f.txt', 'x/y/g.txt'] ['x'] ['.', 'x', 'x/y']
# ['x/f.txt'] ['.', 'x', 'x/.h', 'x/f.txt', 'x/y', 'x/y/g.txt'] ['x/.h', 'x/f.txt', 'x/y'] []
# top ['x'] []
# top/x ['y'] ['.h', 'f.txt']
# top/x/y [] ['g.txt']
# True True False True False True
# top/moved.txt True moved.txt True
# True True moved.txt
# 'hello\nworld\n!'
# FileNotFoundError [Errno 2] No such file or directory: 'top/moved.txt'
# FileNotFoundError [Errno 2] No such file or directory: 'top/moved.txt'
# OSError [Errno 39] Directory not empty: 'top'
# FileExistsError [Errno 17] File exists: 'top'
# NotImplementedError Non-relative patterns are unsupported
# TypeError data must be str, not bytes
