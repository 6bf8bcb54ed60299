d = {'a': 1, 'b': 2}
print(d.keys(), d.values(), d.items())  # expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)])
print(sorted(d.keys() & {'a', 'x'}), sorted(d.keys() | {'x'}), sorted(d.keys() - {'a'}))  # expect: ['a'] ['a', 'b', 'x'] ['b']
print(('a', 1) in d.items(), 'b' in d.keys(), 2 in d.values())  # expect: True True True
print(d.keys() == {'a', 'b'}, d.items() >= {('a', 1)})  # expect: True True
print(list(reversed(d.items())))  # expect: [('b', 2), ('a', 1)]
