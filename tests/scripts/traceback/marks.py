import traceback


def call(x):
    return divide(x, 1) + 2


def divide(a, b):
    return (a / (b - 1)) * 3


data = {'a': {'b': [1]}}
cases = [
    lambda: call(3),
    lambda: data['a']['zz'][0],
    lambda: data['a']['b'][7],
    lambda: data.missing.more,
    lambda: 'text' + 5 + (1 if data else 2),
    lambda: len(5),
    lambda: sum([int('x') for x in range(3)]),
    lambda: int(
        'abc',
        10,
    ),
    lambda: [][0],
    lambda: -'text',
    lambda: 1 < 'a',
    lambda: 'ä' + 'é' + len(1),
]
for case in cases:
    try:
        case()
    except Exception as error:
        text = ''.join(traceback.format_tb(error.__traceback__.tb_next))
        print(text.replace(__file__, 'FILE'), end='')
        print(type(error).__name__)

# expect-stdout:
#   File "FILE", line 14, in <lambda>
#     lambda: call(3),
#             ~~~~^^^
#   File "FILE", line 5, in call
#     return divide(x, 1) + 2
#            ~~~~~~^^^^^^
#   File "FILE", line 9, in divide
#     return (a / (b - 1)) * 3
#             ~~^~~~~~~~~
# ZeroDivisionError
#   File "FILE", line 15, in <lambda>
#     lambda: data['a']['zz'][0],
#             ~~~~~~~~~^^^^^^
# KeyError
#   File "FILE", line 16, in <lambda>
#     lambda: data['a']['b'][7],
#             ~~~~~~~~~~~~~~^^^
# IndexError
#   File "FILE", line 17, in <lambda>
#     lambda: data.missing.more,
#             ^^^^^^^^^^^^
# AttributeError
#   File "FILE", line 18, in <lambda>
#     lambda: 'text' + 5 + (1 if data else 2),
#             ~~~~~~~^~~
# TypeError
#   File "FILE", line 19, in <lambda>
#     lambda: len(5),
#             ~~~^^^
# TypeError
#   File "FILE", line 20, in <lambda>
#     lambda: sum([int('x') for x in range(3)]),
#                  ~~~^^^^^
# ValueError
#   File "FILE", line 21, in <lambda>
#     lambda: int(
#             ~~~^
#         'abc',
#         ^^^^^^
#         10,
#         ^^^
#     ),
#     ^
# ValueError
#   File "FILE", line 25, in <lambda>
#     lambda: [][0],
#             ~~^^^
# IndexError
#   File "FILE", line 26, in <lambda>
#     lambda: -'text',
#             ^^^^^^^
# TypeError
#   File "FILE", line 27, in <lambda>
#     lambda: 1 < 'a',
#             ^^^^^^^
# TypeError
#   File "FILE", line 28, in <lambda>
#     lambda: 'ä' + 'é' + len(1),
#                         ~~~^^^
# TypeError
