words = ['pear', 'fig', 'apple', 'kiwi', 'date']
print(sorted(words))  # expect: ['apple', 'date', 'fig', 'kiwi', 'pear']
print(sorted(words, key=len))  # expect: ['fig', 'pear', 'kiwi', 'date', 'apple']
print(sorted(words, key=len, reverse=True))  # expect: ['apple', 'pear', 'kiwi', 'date', 'fig']
print(sorted([3, 1.5, True, -2]))  # expect: [-2, True, 1.5, 3]
print(sorted([(2, 'b'), (1, 'z'), (2, 'a')]))  # expect: [(1, 'z'), (2, 'a'), (2, 'b')]
words.sort(reverse=True)
print(words)  # expect: ['pear', 'kiwi', 'fig', 'date', 'apple']
try:
    sorted([1, 'a'])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'str' and 'int'
