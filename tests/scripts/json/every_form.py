# Values, errors and styles, side by side.
import json
for t in ['[1, 2.5, -3e2, "a\\u00e9\\ud83d\\ude00\\n", null, true, false, NaN, Infinity, -Infinity, 123456789012345678901234567890, -0, -0.0, 1e400]','{"a": {"b": [], "c": {}}, "é": "ü", "a": 2}','[1,]','{"a" 1}','"abc','"\\x"','"\\ud83d\\u0041"','01','[1 2]','{"a":1,}','-','', '"\t"','nul','[[[[1]]]','"\\u12"', '1.', '1e', '"€😀"']:
    try: print(ascii(json.loads(t)))
    except ValueError as e: print(type(e).__name__, e)
from collections import OrderedDict, Counter, namedtuple
class D(dict):
    def items(self): return [('x', 1)]
class S(str): pass
class I(int):
    def __repr__(self): return 'nope'
P=namedtuple('P','a b')
for o in [1, [1,[2,{}],()], {'a':[1.5,None,True],1:2,2.5:3,None:4,True:5}, D(a=2), S('x"é'), I(5), P(1,2), OrderedDict(b=1,a=2), 'é😀\x7f\x00', float('nan'), 10**40]:
    for kw in [{}, dict(ensure_ascii=False), dict(indent=2), dict(separators=(',',':')), dict(sort_keys=True), dict(indent='\t')]:
        try: print(ascii(json.dumps(o, **kw)))
        except Exception as e: print(type(e).__name__, e)
try: json.dumps(float('nan'), allow_nan=False)
except ValueError as e: print(e)
l=[]; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
try: json.dumps({(1,):2})
except TypeError as e: print(e)
print(json.dumps({(1,):2}, skipkeys=True), json.dumps(object, default=str))
d=json.loads('['*500+']'*500); n=0
while d: d=d[0]; n+=1
print(n, len(json.dumps(json.loads('['*500+']'*500))))
print(json.loads('{"a":[1,{"b":2}]}', object_hook=lambda d: list(d)), json.loads('[1.5]', parse_float=str))
print(json.loads(b'{"a": 1}'), json.JSONDecoder().raw_decode('  1 x', 2), json.loads('"a\tb"', strict=False))

# expect: [1, 2.5, -300.0, 'a\xe9\U0001f600\n', None, True, False, nan, inf, -inf, 123456789012345678901234567890, 0, -0.0, inf]
# expect: {'a': 2, '\xe9': '\xfc'}
# expect: JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# expect: JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
# expect: '\ud83dA'
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: JSONDecodeError Illegal trailing comma before end of object: line 1 column 7 (char 6)
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 9 (char 8)
# expect: JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: '\u20ac\U0001f600'
# expect: '1'
# expect: '1'
# expect: '1'
# expect: '1'
# expect: '1'
# expect: '1'
# expect: '[1, [2, {}], []]'
# expect: '[1, [2, {}], []]'
# expect: '[\n  1,\n  [\n    2,\n    {}\n  ],\n  []\n]'
# expect: '[1,[2,{}],[]]'
# expect: '[1, [2, {}], []]'
# expect: '[\n\t1,\n\t[\n\t\t2,\n\t\t{}\n\t],\n\t[]\n]'
# expect: '{"a": [1.5, null, true], "1": 5, "2.5": 3, "null": 4}'
# expect: '{"a": [1.5, null, true], "1": 5, "2.5": 3, "null": 4}'
# expect: '{\n  "a": [\n    1.5,\n    null,\n    true\n  ],\n  "1": 5,\n  "2.5": 3,\n  "null": 4\n}'
# expect: '{"a":[1.5,null,true],"1":5,"2.5":3,"null":4}'
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: '{\n\t"a": [\n\t\t1.5,\n\t\tnull,\n\t\ttrue\n\t],\n\t"1": 5,\n\t"2.5": 3,\n\t"null": 4\n}'
# expect: '{"x": 1}'
# expect: '{"x": 1}'
# expect: '{\n  "x": 1\n}'
# expect: '{"x":1}'
# expect: '{"x": 1}'
# expect: '{\n\t"x": 1\n}'
# expect: '"x\\"\\u00e9"'
# expect: '"x\\"\xe9"'
# expect: '"x\\"\\u00e9"'
# expect: '"x\\"\\u00e9"'
# expect: '"x\\"\\u00e9"'
# expect: '"x\\"\\u00e9"'
# expect: '5'
# expect: '5'
# expect: '5'
# expect: '5'
# expect: '5'
# expect: '5'
# expect: '[1, 2]'
# expect: '[1, 2]'
# expect: '[\n  1,\n  2\n]'
# expect: '[1,2]'
# expect: '[1, 2]'
# expect: '[\n\t1,\n\t2\n]'
# expect: '{"b": 1, "a": 2}'
# expect: '{"b": 1, "a": 2}'
# expect: '{\n  "b": 1,\n  "a": 2\n}'
# expect: '{"b":1,"a":2}'
# expect: '{"a": 2, "b": 1}'
# expect: '{\n\t"b": 1,\n\t"a": 2\n}'
# expect: '"\\u00e9\\ud83d\\ude00\\u007f\\u0000"'
# expect: '"\xe9\U0001f600\x7f\\u0000"'
# expect: '"\\u00e9\\ud83d\\ude00\\u007f\\u0000"'
# expect: '"\\u00e9\\ud83d\\ude00\\u007f\\u0000"'
# expect: '"\\u00e9\\ud83d\\ude00\\u007f\\u0000"'
# expect: '"\\u00e9\\ud83d\\ude00\\u007f\\u0000"'
# expect: 'NaN'
# expect: 'NaN'
# expect: 'NaN'
# expect: 'NaN'
# expect: 'NaN'
# expect: 'NaN'
# expect: '10000000000000000000000000000000000000000'
# expect: '10000000000000000000000000000000000000000'
# expect: '10000000000000000000000000000000000000000'
# expect: '10000000000000000000000000000000000000000'
# expect: '10000000000000000000000000000000000000000'
# expect: '10000000000000000000000000000000000000000'
# expect: Out of range float values are not JSON compliant: nan
# expect: Circular reference detected
# expect: keys must be str, int, float, bool or None, not tuple
# expect: {} "<class 'object'>"
# expect: 499 1000
# expect: ['a'] ['1.5']
# expect: {'a': 1} (1, 3) a	b
