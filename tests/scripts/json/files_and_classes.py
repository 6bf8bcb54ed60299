import io
import json

file = io.StringIO()
json.dump({'a': [1, 2]}, file)
print(file.getvalue())  # expect: {"a": [1, 2]}
file.seek(0)
print(json.load(file))  # expect: {'a': [1, 2]}


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({'z': 1 + 2j}, cls=Encoder), Encoder().encode([2j]))  # expect: {"z": [1.0, 2.0]} [[0.0, 2.0]]
print(''.join(json.JSONEncoder().iterencode([1, {'a': None}])))  # expect: [1, {"a": null}]
