import traceback


def f():
    raise ValueError('bad')


try:
    f()
except ValueError as error:
    text = traceback.format_exc()
    print(text.count('\n'), text.splitlines()[0], text.splitlines()[-1])  # expect: 7 Traceback (most recent call last): ValueError: bad
    print(traceback.format_exception_only(error))  # expect: ['ValueError: bad\n']
    frames = traceback.extract_tb(error.__traceback__)
    print([(frame.name, frame.lineno, frame.line) for frame in frames])  # expect: [('<module>', 9, 'f()'), ('f', 5, "raise ValueError('bad')")]
    summary = traceback.TracebackException.from_exception(error)
    print(str(summary), len(summary.stack), summary.exc_type_str)  # expect: bad 2 ValueError
    print(traceback.format_list([('file.py', 3, 'name', 'source line')]))  # expect: ['  File "file.py", line 3, in name\n    source line\n']
stack = traceback.extract_stack()
print(stack[-1].name, stack[-1].line)  # expect: <module> stack = traceback.extract_stack()
error = ValueError('with\nlines')
error.add_note('a note')
print(traceback.format_exception(error))  # expect: ['ValueError: with\nlines\n', 'a note\n']
print(traceback.format_exception_only(KeyError('k')), traceback.format_exception_only(ValueError()))  # expect: ["KeyError: 'k'\n"] ['ValueError\n']
try:
    compile('x = (1,\ny = 2', 'name.py', 'exec')
except SyntaxError as error:
    print(traceback.format_exception_only(error))  # expect: ['  File "name.py", line 1\n', '    x = (1,\n', '        ^\n', "SyntaxError: '(' was never closed\n"]
