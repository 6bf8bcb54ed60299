import warnings

warnings.simplefilter('error')
try:
    compile('y = 1\nx = "ab\\d"', 'file.py', 'exec')
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.end_offset)  # expect: invalid escape sequence '\d' 2 8 10
try:
    eval('5 is x')
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)  # expect: "is" with 'int' literal. Did you mean "=="? 1 1
