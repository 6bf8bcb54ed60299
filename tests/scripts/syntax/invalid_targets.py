def show(source):
    try:
        compile(source, 'file.py', 'exec')
    except SyntaxError as e:
        print(e.msg, e.offset, e.end_offset)


show('del x, f()')       # expect: cannot delete function call 8 11
show('del x, 1')         # expect: cannot delete literal 8 9
show('3 + not 4')        # expect: 'not' after an operator must be parenthesized 5 10
show('- not 4')          # expect: 'not' after an operator must be parenthesized 3 8
show('x = 2 * not -1')   # expect: 'not' after an operator must be parenthesized 9 15
show('3 == not 4')       # expect: invalid syntax 6 9
show('def f[T: (int, (x := 3))](): pass')  # expect: named expression cannot be used within a TypeVar constraint 17 23
show('def f[T = (yield)](): pass')         # expect: yield expression cannot be used within a TypeVar default 12 17
show('class A[*T = (yield)]: pass')        # expect: yield expression cannot be used within a TypeVarTuple default 15 20
show('class A[**P = (yield)]: pass')       # expect: yield expression cannot be used within a ParamSpec default 16 21
show('class A: [__x := 1 for __x in y]')   # expect: assignment expression cannot rebind comprehension iteration variable '__x' 11 14
show('((c := 1) for a, c[b] in d)')
