class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


d = Default(a=1)
print(d['a'], d['bc'], d, d.get('zz'))  # expect: 1 bcbc {'a': 1, 'bc': 'bcbc'} None
