import json

print(json.loads(' {"a": [1, -2.5e3, null, true, false], "b": {}, "a b": "x"} '))  # expect: {'a': [1, -2500.0, None, True, False], 'b': {}, 'a b': 'x'}
print(repr(json.loads('"\\u00e9\\ud83d\\ude00\\n\\/"')), json.loads('"é"'))  # expect: 'é😀\n/' é
print(json.loads('[NaN, Infinity, -Infinity, 0, -0, 1E2, 12345678901234567890123]'))  # expect: [nan, inf, -inf, 0, 0, 100.0, 12345678901234567890123]
print(json.loads(b'[1]'), json.loads(bytearray(b'"x"')), json.loads('{"a":1,"a":2}'))  # expect: [1] x {'a': 2}
print(json.loads('{"x": 1.1}', parse_float=str, object_hook=lambda d: list(d.items())))  # expect: [('x', '1.1')]
print(json.loads('{"x": {"y": 1}}', object_pairs_hook=list))  # expect: [('x', [('y', 1)])]
print(json.JSONDecoder().raw_decode('[1] rest'))  # expect: ([1], 3)
print(json.loads(json.dumps({'deep': [[[[{'k': [1, 2]}]]]]})))  # expect: {'deep': [[[[{'k': [1, 2]}]]]]}
