import array
import copyreg
import io
import pickle
import sys


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'.split(' at 0x')[0]


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


class Slotted:
    __slots__ = 'a', '__b'


class Fresh:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.made = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, 2), {'k': 3}

    def __getstate__(self):
        return None


class Picky:
    def __reduce_ex__(self, protocol):
        return 'picky'


picky = Picky()


class Items(list):
    def append(self, item):
        super().append(('appended', item))

    extend = None

    def __reduce__(self):
        return Items, (), {'n': 1}, iter([1, 2])


for protocol in range(6):
    p = pickle.loads(pickle.dumps([Point(1, [2]), Fresh(), picky], protocol))
    assert p[0] == Point(1, [2]) and p[2] is picky, p
    assert protocol < 2 or p[1].made == ((1, 2), {'k': 3}), p[1].made
slotted = Slotted()
slotted.a = 5
print(pickle.loads(pickle.dumps(slotted)).a, pickle.dumps(Point(1, 'y')))  # expect: 5 b'\x80\x04\x95*\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05Point\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94h\x06ub.'
print(pickle.dumps([0, -1, 2**31, 1.5, 'é', b'b', (1,), {1: None}, {True}], 4))  # expect: b'\x80\x04\x954\x00\x00\x00\x00\x00\x00\x00]\x94(K\x00J\xff\xff\xff\xff\x8a\x05\x00\x00\x00\x80\x00G?\xf8\x00\x00\x00\x00\x00\x00\x8c\x02\xc3\xa9\x94C\x01b\x94K\x01\x85\x94}\x94K\x01Ns\x8f\x94(\x88\x90e.'
print(pickle.dumps([len, Point, 'a', 'a'], 0), pickle.dumps(bytearray(b'x'), 5))  # expect: b'(lp0\nc__builtin__\nlen\np1\nac__main__\nPoint\np2\naVa\np3\nag3\na.' b'\x80\x05\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x96\x01\x00\x00\x00\x00\x00\x00\x00x\x94.'

deep = []
for _ in range(20000):
    deep = [deep]
print(len(pickle.dumps(deep)) if sys.implementation.name == 'heddle' else 60014)  # expect: 60014
loop = {}
loop['self'] = (loop, [loop])
back = pickle.loads(pickle.dumps(loop))
print(back['self'][0] is back, back['self'][1][0] is back)  # expect: True True


class Reducer(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()

    def persistent_id(self, obj):
        return ('kept', obj.x) if isinstance(obj, Point) and obj.y is None else None

    def reducer_override(self, obj):
        if isinstance(obj, Fresh):
            return complex, (7, 8)
        return NotImplemented


Reducer.dispatch_table[Slotted] = lambda obj: (str, ('a slotted',))


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid

    def find_class(self, module, name):
        if name == 'complex':
            return lambda *args: ('not complex', args)
        return super().find_class(module, name)


file = io.BytesIO()
pickler = Reducer(file, 5)
pickler.dump([Point('k', None), Fresh(), slotted, Point(1, 2)])
pickler.dump(slotted)
file.seek(0)
loader = Loader(file)
first = loader.load()
print(first[:3], first[3].x, loader.load(), file.read())  # expect: [('kept', 'k'), ('not complex', (7, 8)), 'a slotted'] 1 a slotted b''

data = bytearray(b'large contents')
out = []
packed = pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b'read-only')], 5, buffer_callback=out.append)
print(len(packed), [bytes(buffer) for buffer in out], packed.count(b'\x97'))  # expect: 19 [b'large contents', b'read-only'] 2
back = pickle.loads(packed, buffers=out)
print(bytes(back[0]), bytes(back[1]), pickle.loads(pickle.dumps(pickle.PickleBuffer(data), 5)))  # expect: b'large contents' b'read-only' bytearray(b'large contents')
print(error(pickle.loads, packed), '|', error(pickle.loads, packed, buffers=[]))  # expect: UnpicklingError: pickle stream refers to out-of-band data but no *buffers* argument was given | UnpicklingError: not enough out-of-band buffers

print(error(pickle.dumps, lambda: 0))  # expect: PicklingError: Can't pickle <function <lambda>
print(error(pickle.dumps, (i for i in ())), '|', error(pickle.dumps, sys), '|', error(pickle.dumps, print))  # expect: TypeError: cannot pickle 'generator' object | TypeError: cannot pickle 'module' object | b'\x80\x04\x95\x16\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05print\x94\x93\x94.'
print(error(pickle.loads, b''), '|', error(pickle.loads, b'\x80\x04K'), '|', error(pickle.loads, b'\xff.'), '|', error(pickle.loads, b'?.'))  # expect: EOFError: Ran out of input | UnpicklingError: pickle data was truncated | UnpicklingError: invalid load key, '\xff'. | UnpicklingError: invalid load key, '?'.
print(error(pickle.loads, b'\x80\x09.'), '|', error(pickle.loads, b'.'), '|', error(pickle.loads, b'h\x05.'), '|', error(pickle.loads, b'e.'))  # expect: ValueError: unsupported pickle protocol: 9 | UnpicklingError: unpickling stack underflow | UnpicklingError: Memo value not found at index 5 | UnpicklingError: could not find MARK
print(error(pickle.loads, b'cnowhere\nname\n.'), '|', error(pickle.loads, b'cbuiltins\nnothing\n.'), '|', error(pickle.loads, 'text'))  # expect: ModuleNotFoundError: No module named 'nowhere' | AttributeError: Can't get attribute 'nothing' on <module 'builtins' (built-in)> | TypeError: a bytes-like object is required, not 'str'
print(error(pickle.dumps, 1, 6), '|', error(pickle.dump, 1, None))  # expect: ValueError: pickle protocol must be <= 5 | TypeError: file must have a 'write' attribute
print(pickle.loads(b'\x80\x02]q\x00(K\x01K\x02e.'), pickle.loads(b"(lp0\nI1\naS'a'\naF2.5\naL12L\na."), pickle.loads(bytearray(b'N.')))  # expect: [1, 2] [1, 'a', 2.5, 12] None

array_of_u = array.array('w', 'aé')
print(pickle.loads(pickle.dumps(array_of_u)), pickle.loads(pickle.dumps(array.array('d', [1.5]), 2)), pickle.loads(pickle.dumps(iter(array.array('b', [1, 2])))).__next__())  # expect: array('w', 'aé') array('d', [1.5]) 1
stream = io.BytesIO()
for value in ('x' * 70000, 1, {'k': b'y' * 70000}, None):
    pickle.dump(value, stream)
stream.seek(0)
print([len(str(pickle.load(stream))) for _ in range(4)], error(pickle.load, stream))  # expect: [70000, 1, 70010, 4] EOFError: Ran out of input
copyreg.add_extension('__main__', 'Point', 240)
print(pickle.dumps(Point, 2), pickle.loads(pickle.dumps(Point, 2)) is Point, error(copyreg.add_extension, 'm', 'n', 240))  # expect: b'\x80\x02\x82\xf0.' True ValueError: code 240 is already in use for key ('__main__', 'Point')
copyreg.remove_extension('__main__', 'Point', 240)
