# A generator expression is a scope of which qualified names do not speak as of a function's.
print(list((lambda: 0).__qualname__ for _ in [1]), [(lambda: 0).__qualname__ for _ in [1]])


def f():
    return (list((lambda: 0).__qualname__ for _ in [1]), [(lambda: 0).__qualname__ for _ in [1]],
            (x for x in 'a').__qualname__)


print(f())

# expect-stdout:
# ['<genexpr>.<lambda>'] ['<lambda>']
# (['f.<locals>.<genexpr>.<lambda>'], ['f.<locals>.<lambda>'], 'f.<locals>.<genexpr>')
