import warnings


def show(source):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        compile(source, 'file.py', 'exec')
    for w in found:
        print(w.category.__name__, w.filename, w.lineno, w.message)


show('x = "\\d"')              # expect: SyntaxWarning file.py 1 invalid escape sequence '\d'
show('x = """a\n\n\\q"""')     # expect: SyntaxWarning file.py 3 invalid escape sequence '\q'
show('x = b"\\400"')           # expect: SyntaxWarning file.py 1 invalid octal escape sequence '\400'
show('f"\\{6 * 7}"')           # expect: SyntaxWarning file.py 1 invalid escape sequence '\{'
show('1if x else 2')           # expect: SyntaxWarning file.py 1 invalid decimal literal
show('x is 5')                 # expect: SyntaxWarning file.py 1 "is" with 'int' literal. Did you mean "=="?
show('if x is not "a": pass')  # expect: SyntaxWarning file.py 1 "is not" with 'str' literal. Did you mean "!="?
show('x is ()')                # expect: SyntaxWarning file.py 1 "is" with 'tuple' literal. Did you mean "=="?
show('x is None is True')
show('assert (x, "message")')  # expect: SyntaxWarning file.py 1 assertion is always true, perhaps remove parentheses?
show('assert ()')
show('[(1, 2)(3, 4)]')         # expect: SyntaxWarning file.py 1 'tuple' object is not callable; perhaps you missed a comma?
show('["a" ("b")]')            # expect: SyntaxWarning file.py 1 'str' object is not callable; perhaps you missed a comma?
show('[{1, 2}[0]]')            # expect: SyntaxWarning file.py 1 'set' object is not subscriptable; perhaps you missed a comma?
show('[[1, 2]["a"]]')          # expect: SyntaxWarning file.py 1 list indices must be integers or slices, not str; perhaps you missed a comma?
show('[1, 2][True], "a"[0], {1: 2}["a"]')
print(f'\{6 * 7}' == '\\42')   # expect: True
