import json

print(json.dumps({'a': [1, 2.5, None, True], 'b': {}, 'c': ()}))  # expect: {"a": [1, 2.5, null, true], "b": {}, "c": []}
print(json.dumps('é"\\\n\x00😀'))  # expect: "\u00e9\"\\\n\u0000\ud83d\ude00"
print(json.dumps('é', ensure_ascii=False))  # expect: "é"
print(json.dumps({3: 1, None: 2, True: [], 1.5: {}}, separators=(',', ':')))  # expect: {"3":1,"null":2,"true":[],"1.5":{}}
print(json.dumps({'b': 1, 'a': 2}, sort_keys=True))  # expect: {"a": 2, "b": 1}
print(json.dumps([float('inf'), float('-inf'), float('nan'), 1e100, -0.0]))  # expect: [Infinity, -Infinity, NaN, 1e+100, -0.0]
print(json.dumps({1, 2} and sorted({1, 2}), default=str), json.dumps({'x': 1j}, default=str))  # expect: [1, 2] {"x": "1j"}
print(json.dumps({(1, 2): 3, 'k': 4}, skipkeys=True))  # expect: {"k": 4}
