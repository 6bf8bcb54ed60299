import itertools


def f(a):
    b = a + 1
    return [b,
            1 // 0]


code = f.__code__
rows = list(code.co_lines())
print([line for _, _, line in rows if line != code.co_firstlineno][:2], rows[0][0], all(a[1] == b[0] for a, b in zip(rows, rows[1:])))  # expect: [5, 6] 0 True
print(isinstance(code.co_code, bytes), rows[-1][1] == len(code.co_code), len(list(code.co_positions())) == len(code.co_code) // 2)  # expect: True True True
try:
    f(1)
except ZeroDivisionError as e:
    traceback = e.__traceback__.tb_next
    print(next(itertools.islice(traceback.tb_frame.f_code.co_positions(), traceback.tb_lasti // 2, None)))  # expect: (7, 7, 12, 18)
print(f.__code__.co_code == (lambda: 0).__code__.co_code)  # expect: False
