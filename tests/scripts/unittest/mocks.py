from unittest.mock import *
import unittest.mock as um, os
def tried(f):
    try: print(f())
    except BaseException as e: print(f'{type(e).__name__} {e}'.strip())
m=Mock(); m.foo.bar(1,x=2); m(3); print(m.mock_calls, m.method_calls, m.called, m.call_args, m.foo.bar.call_args_list, m.call_count)
m=Mock(return_value=5, name='n'); print(m(1), m.call_args.args, m.call_args.kwargs, repr(m).split(' id')[0], repr(m.x.y).split(' id')[0], repr(Mock(name='n')().z).split(' id')[0])
tried(lambda:m.assert_called_with(2)); tried(lambda:m.assert_called_once()); tried(m.assert_not_called); tried(lambda:m.assert_called_once_with(1)); tried(lambda:m.assert_any_call(9)); tried(lambda:m.assert_has_calls([call(1),call(2)]))
tried(Mock().assert_called); tried(lambda: Mock().assert_foo)
s=Mock(side_effect=[1,ValueError('x'),3]); tried(s);tried(s);tried(s);tried(s)
s=Mock(side_effect=lambda x:x*2); print(s(4)); s=Mock(side_effect=KeyError('k')); tried(s)
mm=MagicMock(); print(len(mm), bool(mm), [*iter(mm)], mm[3] is mm.__getitem__.return_value, int(mm), float(mm), 3 in mm, mm==mm, mm!=mm, mm==3, str(mm)[:10])
mm.__len__.return_value=7; print(len(mm)); mm.__iter__.return_value=[1,2]; print([*iter(mm)]); mm.__getitem__.side_effect=lambda k:k*2; print(mm[4]); 
with mm as z: print(z is mm.__enter__.return_value)
print(len(mm.mock_calls))
class A:
    attr=1
    def meth(self,a,b=2): return a
    @staticmethod
    def st(x): pass
    @classmethod
    def cm(cls,x): pass
a=Mock(spec=A); tried(lambda:a.nope); print(isinstance(a,A)); a.meth(1,2); a.new=1; a2=Mock(spec_set=A); tried(lambda:setattr(a2,'new',1))
au=create_autospec(A); tried(lambda:au.meth(1) is au.meth.return_value); i=au(); i.meth(1,b=3); tried(lambda:i.meth()); tried(lambda:i.nope); i.meth.assert_called_once_with(1,b=3); tried(lambda:i.meth.assert_called_once_with(9))
def fn(a,b): pass
af=create_autospec(fn,return_value=9); print(af(1,2)); tried(lambda:af(1)); af.assert_called_once_with(1,2)
class X:
    def g(self): return 'real'
with patch.object(X,'g',return_value='fake') as p: print(X().g(), p.called)
print(X().g())
with patch('os.getcwd', lambda:'/x'): print(os.getcwd())
@patch('os.getpid')
@patch.object(X,'g')
def test(g,pid): pid.return_value=3; g.return_value=4; return os.getpid(), X().g()
print(test())
d={'a':1}
with patch.dict(d,{'b':2},clear=True): print(d)
print(d)
with patch.dict('os.environ',{'QQ':'1'}): print(os.environ['QQ'])
p=patch('os.sep','|'); p.start(); print(os.sep); patch.stopall(); print(os.sep)
with patch.multiple('os', getcwd=DEFAULT, sep='!') as v: print(sorted(v), os.sep)
print(sentinel.foo, sentinel.foo is sentinel.foo, ANY==5, call(1,a=2), call.foo(1).bar(), call.a.b(3), call(1)==call(1), [call(1)]==[call(2)])
with patch('builtins.open', mock_open(read_data='a\nb\n')) as mo:
    with open('f') as f: print(f.read())
    with open('f') as f: print([l for l in f])
    with open('g','w') as f: f.write('x')
mo.assert_any_call('g','w'); mo().write.assert_called_once_with('x'); print(mo.mock_calls[:4])
pm=PropertyMock(return_value=3); type(m).foo2=pm; print(m.foo2, pm.mock_calls)
m=Mock(); m.configure_mock(**{'a.b.return_value':3,'c':4}); print(m.a.b(), m.c); m.reset_mock(); print(m.mock_calls)
m=Mock(); m.x=1; seal(m); tried(lambda:m.y); print(m.x)
m=Mock(); c=Mock(); m.attach_mock(c,'kid'); c(1); print(m.mock_calls); del m.kid; tried(lambda:m.kid)
w=Mock(wraps=[3,1]); w.append(5); print(w.count(3))
import inspect
am=AsyncMock(return_value=3)
co=am(1)
try: co.send(None)
except StopIteration as e: print(e.value)
am.assert_awaited_once_with(1); print(am.await_count, am.await_args)
m=Mock(); m(1); m(2); m.assert_has_calls([call(2),call(1)],any_order=True); print(m.call_args_list==[call(1),call(2)], m.call_args==call(2), m.call_args==((2,),))
m=MagicMock(); m.__str__.return_value='S'; print(str(m)); m.__add__.return_value=5; print(m+1); m.__eq__.return_value=True; print(m==9)
m=Mock(); m.__len__=Mock(return_value=3); print(len(m)); m.__str__=lambda self:'hey'; print(str(m)); tried(lambda: Mock()+1)
a,b=call(1,2), call(x=1); print(a.args,b.kwargs, m.mock_calls)

# expect-stdout:
# [call.foo.bar(1, x=2), call(3)] [call.foo.bar(1, x=2)] True call(3) [call(1, x=2)] 1
# 5 (1,) {} <Mock name='n' <Mock name='n.x.y' <Mock name='n().z'
# AssertionError expected call not found.
# Expected: n(2)
#   Actual: n(1)
# None
# AssertionError Expected 'n' to not have been called. Called 1 times.
# Calls: [call(1)].
# None
# AssertionError n(9) call not found
# AssertionError Calls not found.
# Expected: [call(1), call(2)]
#   Actual: [call(1)]
# AssertionError Expected 'mock' to have been called.
# AttributeError 'assert_foo' is not a valid assertion. Use a spec for the mock if 'assert_foo' is meant to be an attribute.
# 1
# ValueError x
# 3
# StopIteration
# 8
# KeyError 'k'
# 0 True [] True 1 1.0 False True False False <MagicMock
# 7
# [1, 2]
# 8
# True
# 16
# AttributeError Mock object has no attribute 'nope'
# True
# AttributeError Mock object has no attribute 'new'
# True
# TypeError missing a required argument: 'a'
# AttributeError Mock object has no attribute 'nope'
# AssertionError expected call not found.
# Expected: meth(9)
#   Actual: meth(1, b=3)
# 9
# TypeError missing a required argument: 'b'
# fake True
# real
# /x
# (3, 4)
# {'b': 2}
# {'a': 1}
# 1
# |
# /
# ['getcwd'] !
# sentinel.foo True True call(1, a=2) call.foo().bar() call.a.b(3) True False
# a
# b
#
# ['a\n', 'b\n']
# [call('f'), call().__enter__(), call().read(), call().__exit__(None, None, None)]
# 3 [call()]
# 3 4
# []
# AttributeError mock.y
# 1
# [call.kid(1)]
# AttributeError kid
# 1
# 3
# 1 call(1)
# True True True
# S
# 5
# True
# 3
# hey
# TypeError unsupported operand type(s) for +: 'Mock' and 'int'
# (1, 2) {'x': 1} [call.__len__()]
