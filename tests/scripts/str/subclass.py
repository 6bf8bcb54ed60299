class Text(str):
    pass


t = Text('abc')
t.mark = 1
print(t.upper(), type(t.upper()).__name__, t + 'd', t.mark, t == 'abc', {t: 1}['abc'], len(t))  # expect: ABC str abcd 1 True 1 3
