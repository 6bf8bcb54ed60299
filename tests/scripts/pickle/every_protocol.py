import pickle, datetime, collections, decimal, fractions, enum, dataclasses, io, array, uuid, pathlib, random
class A:
    def __init__(s): s.x=1; s.y=[1,2]
class B:
    __slots__=('a','b')
class C(dict): pass
class L(list): pass
class E(enum.Enum): R=1; G=2
@dataclasses.dataclass
class DC: a:int; b:str='x'
class R:
    def __reduce__(self): return (R,())
class S:
    def __getstate__(self): return {'k':5}
    def __setstate__(self,s): self.got=s
class N:
    class Inner: pass
    def meth(self): pass
class NA(int): 
    def __new__(cls,v): return int.__new__(cls,v)
class MyErr(Exception): pass
P=collections.namedtuple('P','x y')
b=B(); b.a=1; b.b=2
c=C(); c['k']=1; l=L([1,2]); l.z=3
rec=[]; rec.append(rec)
shared=['s']; 
objs=[None,True,False,0,1,-1,255,256,65535,65536,2**31,2**40,-2**70,2**2100,1.5,float('inf'),'','abc','é\u20ac\U0001F600\n\\','x'*300,b'',b'abc',b'x'*300,bytearray(b'ab'),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],list(range(1001)),{}, {'a':1},{'a':1,'b':[2]},set(),{1},frozenset(),frozenset({1}),A(),b,c,l,E.R,DC(1),R(),S(),N.Inner(),NA(5),P(1,2),[shared,shared],len,A,N.Inner,N.meth,range(5),complex(1,2),slice(1,2),datetime.date(2020,1,2),datetime.timedelta(1,2),decimal.Decimal('1.5'),fractions.Fraction(1,3),collections.OrderedDict(a=1),collections.defaultdict(list,a=[1]),collections.Counter('aab'),ValueError('x',1),MyErr('q'),type(None),...,NotImplemented,int,datetime.timezone.utc, pathlib.PurePosixPath('/a/b'), E, 'y'*70000, [b'z'*70000,'q'], ['m'*100]*3 + ['%05d'%i*20 for i in range(1000)], KeyError('a'), OSError(2,'x','f'), collections.ChainMap({'a':1}), A().__init__, random.Random(3).getstate()[:1], uuid.UUID(int=5)]
import hashlib
for o in objs:
    for p in range(6):
        try: d=pickle.dumps(o,p)
        except Exception as e: print(p, type(e).__name__, str(e).split(' at 0x')[0]); continue
        print(p, repr(o)[:40].split(' at 0x')[0], len(d), d[:300] if len(d)<300 else hashlib.md5(d).hexdigest())
        try: r=pickle.loads(d)
        except Exception as e: print('LOAD', type(e).__name__, e); continue
        print('  ', type(r).__name__, r==o, repr(r)[:60].split(' at 0x')[0], getattr(r,'__dict__',None) if type(r).__module__=='__main__' and not isinstance(r,type) else '-')
for bad in [b'', b'x', b'\x80\x09.', b'\x80\x04K', b'(', b'cnope\nx\n.', b'c__main__\nnope\n.', b'.', b'h\x00.',b'\x80\x04\x95\x05\0\0\0\0\0\0\0K']:
    try: print(pickle.loads(bad))
    except Exception as e: print(type(e).__name__, str(e).split(' from ')[0])
for f in [lambda:0, (x for x in ())]:
    try: pickle.dumps(f)
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
def loc():
    class X: pass
    return X()
try: pickle.dumps(loc())
except Exception as e: print(type(e).__name__, e)
bufs=[]; d=pickle.dumps(pickle.PickleBuffer(b'abc'),5,buffer_callback=bufs.append); print(d, len(bufs), type(pickle.loads(d,buffers=bufs)).__name__)
class PP(pickle.Pickler):
    def persistent_id(self,o): return 'id%d'%o.x if isinstance(o,A) else None
class PU(pickle.Unpickler):
    def persistent_load(self,i): return i
f=io.BytesIO(); PP(f).dump([A(),1]); print(f.getvalue()); f.seek(0); print(PU(f).load())
f=io.BytesIO(); 
for i in range(3): pickle.dump(i,f)
f.seek(0); print([pickle.load(f) for i in range(3)])

# expect-stdout:
# 0 None 2 b'N.'
#    NoneType True None -
# 1 None 2 b'N.'
#    NoneType True None -
# 2 None 4 b'\x80\x02N.'
#    NoneType True None -
# 3 None 4 b'\x80\x03N.'
#    NoneType True None -
# 4 None 4 b'\x80\x04N.'
#    NoneType True None -
# 5 None 4 b'\x80\x05N.'
#    NoneType True None -
# 0 True 5 b'I01\n.'
#    bool True True -
# 1 True 5 b'I01\n.'
#    bool True True -
# 2 True 4 b'\x80\x02\x88.'
#    bool True True -
# 3 True 4 b'\x80\x03\x88.'
#    bool True True -
# 4 True 4 b'\x80\x04\x88.'
#    bool True True -
# 5 True 4 b'\x80\x05\x88.'
#    bool True True -
# 0 False 5 b'I00\n.'
#    bool True False -
# 1 False 5 b'I00\n.'
#    bool True False -
# 2 False 4 b'\x80\x02\x89.'
#    bool True False -
# 3 False 4 b'\x80\x03\x89.'
#    bool True False -
# 4 False 4 b'\x80\x04\x89.'
#    bool True False -
# 5 False 4 b'\x80\x05\x89.'
#    bool True False -
# 0 0 4 b'I0\n.'
#    int True 0 -
# 1 0 3 b'K\x00.'
#    int True 0 -
# 2 0 5 b'\x80\x02K\x00.'
#    int True 0 -
# 3 0 5 b'\x80\x03K\x00.'
#    int True 0 -
# 4 0 5 b'\x80\x04K\x00.'
#    int True 0 -
# 5 0 5 b'\x80\x05K\x00.'
#    int True 0 -
# 0 1 4 b'I1\n.'
#    int True 1 -
# 1 1 3 b'K\x01.'
#    int True 1 -
# 2 1 5 b'\x80\x02K\x01.'
#    int True 1 -
# 3 1 5 b'\x80\x03K\x01.'
#    int True 1 -
# 4 1 5 b'\x80\x04K\x01.'
#    int True 1 -
# 5 1 5 b'\x80\x05K\x01.'
#    int True 1 -
# 0 -1 5 b'I-1\n.'
#    int True -1 -
# 1 -1 6 b'J\xff\xff\xff\xff.'
#    int True -1 -
# 2 -1 8 b'\x80\x02J\xff\xff\xff\xff.'
#    int True -1 -
# 3 -1 8 b'\x80\x03J\xff\xff\xff\xff.'
#    int True -1 -
# 4 -1 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\xff.'
#    int True -1 -
# 5 -1 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\xff.'
#    int True -1 -
# 0 255 6 b'I255\n.'
#    int True 255 -
# 1 255 3 b'K\xff.'
#    int True 255 -
# 2 255 5 b'\x80\x02K\xff.'
#    int True 255 -
# 3 255 5 b'\x80\x03K\xff.'
#    int True 255 -
# 4 255 5 b'\x80\x04K\xff.'
#    int True 255 -
# 5 255 5 b'\x80\x05K\xff.'
#    int True 255 -
# 0 256 6 b'I256\n.'
#    int True 256 -
# 1 256 4 b'M\x00\x01.'
#    int True 256 -
# 2 256 6 b'\x80\x02M\x00\x01.'
#    int True 256 -
# 3 256 6 b'\x80\x03M\x00\x01.'
#    int True 256 -
# 4 256 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\x00\x01.'
#    int True 256 -
# 5 256 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00M\x00\x01.'
#    int True 256 -
# 0 65535 8 b'I65535\n.'
#    int True 65535 -
# 1 65535 4 b'M\xff\xff.'
#    int True 65535 -
# 2 65535 6 b'\x80\x02M\xff\xff.'
#    int True 65535 -
# 3 65535 6 b'\x80\x03M\xff\xff.'
#    int True 65535 -
# 4 65535 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\xff\xff.'
#    int True 65535 -
# 5 65535 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00M\xff\xff.'
#    int True 65535 -
# 0 65536 8 b'I65536\n.'
#    int True 65536 -
# 1 65536 6 b'J\x00\x00\x01\x00.'
#    int True 65536 -
# 2 65536 8 b'\x80\x02J\x00\x00\x01\x00.'
#    int True 65536 -
# 3 65536 8 b'\x80\x03J\x00\x00\x01\x00.'
#    int True 65536 -
# 4 65536 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x01\x00.'
#    int True 65536 -
# 5 65536 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x01\x00.'
#    int True 65536 -
# 0 2147483648 14 b'L2147483648L\n.'
#    int True 2147483648 -
# 1 2147483648 14 b'L2147483648L\n.'
#    int True 2147483648 -
# 2 2147483648 10 b'\x80\x02\x8a\x05\x00\x00\x00\x80\x00.'
#    int True 2147483648 -
# 3 2147483648 10 b'\x80\x03\x8a\x05\x00\x00\x00\x80\x00.'
#    int True 2147483648 -
# 4 2147483648 19 b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\x00\x00\x00\x80\x00.'
#    int True 2147483648 -
# 5 2147483648 19 b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\x00\x00\x00\x80\x00.'
#    int True 2147483648 -
# 0 1099511627776 17 b'L1099511627776L\n.'
#    int True 1099511627776 -
# 1 1099511627776 17 b'L1099511627776L\n.'
#    int True 1099511627776 -
# 2 1099511627776 11 b'\x80\x02\x8a\x06\x00\x00\x00\x00\x00\x01.'
#    int True 1099511627776 -
# 3 1099511627776 11 b'\x80\x03\x8a\x06\x00\x00\x00\x00\x00\x01.'
#    int True 1099511627776 -
# 4 1099511627776 20 b'\x80\x04\x95\t\x00\x00\x00\x00\x00\x00\x00\x8a\x06\x00\x00\x00\x00\x00\x01.'
#    int True 1099511627776 -
# 5 1099511627776 20 b'\x80\x05\x95\t\x00\x00\x00\x00\x00\x00\x00\x8a\x06\x00\x00\x00\x00\x00\x01.'
#    int True 1099511627776 -
# 0 -1180591620717411303424 27 b'L-1180591620717411303424L\n.'
#    int True -1180591620717411303424 -
# 1 -1180591620717411303424 27 b'L-1180591620717411303424L\n.'
#    int True -1180591620717411303424 -
# 2 -1180591620717411303424 14 b'\x80\x02\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\xc0.'
#    int True -1180591620717411303424 -
# 3 -1180591620717411303424 14 b'\x80\x03\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\xc0.'
#    int True -1180591620717411303424 -
# 4 -1180591620717411303424 23 b'\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\xc0.'
#    int True -1180591620717411303424 -
# 5 -1180591620717411303424 23 b'\x80\x05\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\xc0.'
#    int True -1180591620717411303424 -
# 0 1455428565004863093618902384493306497288 637 806f04c23ee6c42f97b957632aec13e1
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 1 1455428565004863093618902384493306497288 637 806f04c23ee6c42f97b957632aec13e1
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 2 1455428565004863093618902384493306497288 271 b'\x80\x02\x8b\x07\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10.'
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 3 1455428565004863093618902384493306497288 271 b'\x80\x03\x8b\x07\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10.'
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 4 1455428565004863093618902384493306497288 280 b'\x80\x04\x95\r\x01\x00\x00\x00\x00\x00\x00\x8b\x07\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10.'
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 5 1455428565004863093618902384493306497288 280 b'\x80\x05\x95\r\x01\x00\x00\x00\x00\x00\x00\x8b\x07\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10.'
#    int True 145542856500486309361890238449330649728809442059217056345945 -
# 0 1.5 6 b'F1.5\n.'
#    float True 1.5 -
# 1 1.5 10 b'G?\xf8\x00\x00\x00\x00\x00\x00.'
#    float True 1.5 -
# 2 1.5 12 b'\x80\x02G?\xf8\x00\x00\x00\x00\x00\x00.'
#    float True 1.5 -
# 3 1.5 12 b'\x80\x03G?\xf8\x00\x00\x00\x00\x00\x00.'
#    float True 1.5 -
# 4 1.5 21 b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00G?\xf8\x00\x00\x00\x00\x00\x00.'
#    float True 1.5 -
# 5 1.5 21 b'\x80\x05\x95\n\x00\x00\x00\x00\x00\x00\x00G?\xf8\x00\x00\x00\x00\x00\x00.'
#    float True 1.5 -
# 0 inf 6 b'Finf\n.'
#    float True inf -
# 1 inf 10 b'G\x7f\xf0\x00\x00\x00\x00\x00\x00.'
#    float True inf -
# 2 inf 12 b'\x80\x02G\x7f\xf0\x00\x00\x00\x00\x00\x00.'
#    float True inf -
# 3 inf 12 b'\x80\x03G\x7f\xf0\x00\x00\x00\x00\x00\x00.'
#    float True inf -
# 4 inf 21 b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00G\x7f\xf0\x00\x00\x00\x00\x00\x00.'
#    float True inf -
# 5 inf 21 b'\x80\x05\x95\n\x00\x00\x00\x00\x00\x00\x00G\x7f\xf0\x00\x00\x00\x00\x00\x00.'
#    float True inf -
# 0 '' 6 b'V\np0\n.'
#    str True '' -
# 1 '' 8 b'X\x00\x00\x00\x00q\x00.'
#    str True '' -
# 2 '' 10 b'\x80\x02X\x00\x00\x00\x00q\x00.'
#    str True '' -
# 3 '' 10 b'\x80\x03X\x00\x00\x00\x00q\x00.'
#    str True '' -
# 4 '' 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00\x8c\x00\x94.'
#    str True '' -
# 5 '' 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00\x8c\x00\x94.'
#    str True '' -
# 0 'abc' 9 b'Vabc\np0\n.'
#    str True 'abc' -
# 1 'abc' 11 b'X\x03\x00\x00\x00abcq\x00.'
#    str True 'abc' -
# 2 'abc' 13 b'\x80\x02X\x03\x00\x00\x00abcq\x00.'
#    str True 'abc' -
# 3 'abc' 13 b'\x80\x03X\x03\x00\x00\x00abcq\x00.'
#    str True 'abc' -
# 4 'abc' 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8c\x03abc\x94.'
#    str True 'abc' -
# 5 'abc' 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8c\x03abc\x94.'
#    str True 'abc' -
# 0 'é€😀\n\\' 35 b'V\xe9\\u20ac\\U0001f600\\u000a\\u005c\np0\n.'
#    str True 'é€😀\n\\' -
# 1 'é€😀\n\\' 19 b'X\x0b\x00\x00\x00\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n\\q\x00.'
#    str True 'é€😀\n\\' -
# 2 'é€😀\n\\' 21 b'\x80\x02X\x0b\x00\x00\x00\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n\\q\x00.'
#    str True 'é€😀\n\\' -
# 3 'é€😀\n\\' 21 b'\x80\x03X\x0b\x00\x00\x00\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n\\q\x00.'
#    str True 'é€😀\n\\' -
# 4 'é€😀\n\\' 26 b'\x80\x04\x95\x0f\x00\x00\x00\x00\x00\x00\x00\x8c\x0b\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n\\\x94.'
#    str True 'é€😀\n\\' -
# 5 'é€😀\n\\' 26 b'\x80\x05\x95\x0f\x00\x00\x00\x00\x00\x00\x00\x8c\x0b\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n\\\x94.'
#    str True 'é€😀\n\\' -
# 0 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 306 67d9f4d7b597cb4c159310efe70e1308
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 1 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 308 0609dc4ed1327e573252465a9c6fd3b8
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 2 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 310 491c4041ce1474d7730030536cc7c05e
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 3 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 310 564304a6d4e0cadab375e13ea6b39fca
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 4 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 318 96f2888691e43f816e6543be75c2f81b
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 5 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 318 7b92bc85b0da25caaa1d9a05c31d452b
#    str True 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 0 b'' 29 b'c__builtin__\nbytes\np0\n(tRp1\n.'
#    bytes True b'' -
# 1 b'' 26 b'c__builtin__\nbytes\nq\x00)Rq\x01.'
#    bytes True b'' -
# 2 b'' 28 b'\x80\x02c__builtin__\nbytes\nq\x00)Rq\x01.'
#    bytes True b'' -
# 3 b'' 7 b'\x80\x03C\x00q\x00.'
#    bytes True b'' -
# 4 b'' 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00C\x00\x94.'
#    bytes True b'' -
# 5 b'' 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00C\x00\x94.'
#    bytes True b'' -
# 0 b'abc' 48 b'c_codecs\nencode\np0\n(Vabc\np1\nVlatin1\np2\ntp3\nRp4\n.'
#    bytes True b'abc' -
# 1 b'abc' 49 b'c_codecs\nencode\nq\x00(X\x03\x00\x00\x00abcq\x01X\x06\x00\x00\x00latin1q\x02tq\x03Rq\x04.'
#    bytes True b'abc' -
# 2 b'abc' 50 b'\x80\x02c_codecs\nencode\nq\x00X\x03\x00\x00\x00abcq\x01X\x06\x00\x00\x00latin1q\x02\x86q\x03Rq\x04.'
#    bytes True b'abc' -
# 3 b'abc' 10 b'\x80\x03C\x03abcq\x00.'
#    bytes True b'abc' -
# 4 b'abc' 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00C\x03abc\x94.'
#    bytes True b'abc' -
# 5 b'abc' 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00C\x03abc\x94.'
#    bytes True b'abc' -
# 0 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 345 44e0990fd9a8ec0a47408ffdcb43cbe5
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 1 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 346 d678510d12f2ba369a955b362e968516
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 2 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 347 67f73e36a851be836fb24f73e729ce0d
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 3 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 310 588166da24362c90c36dc7e7cfdc023a
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 4 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 318 23429eddde9a3503e3e0c1299d7e81bb
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 5 b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 318 7d96b7104970ca9cdbeecbc8fb18c67d
#    bytes True b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -
# 0 bytearray(b'ab') 82 b'c__builtin__\nbytearray\np0\n(c_codecs\nencode\np1\n(Vab\np2\nVlatin1\np3\ntp4\nRp5\ntp6\nRp7\n.'
#    bytearray True bytearray(b'ab') -
# 1 bytearray(b'ab') 80 b'c__builtin__\nbytearray\nq\x00(c_codecs\nencode\nq\x01(X\x02\x00\x00\x00abq\x02X\x06\x00\x00\x00latin1q\x03tq\x04Rq\x05tq\x06Rq\x07.'
#    bytearray True bytearray(b'ab') -
# 2 bytearray(b'ab') 80 b'\x80\x02c__builtin__\nbytearray\nq\x00c_codecs\nencode\nq\x01X\x02\x00\x00\x00abq\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05\x85q\x06Rq\x07.'
#    bytearray True bytearray(b'ab') -
# 3 bytearray(b'ab') 37 b'\x80\x03cbuiltins\nbytearray\nq\x00C\x02abq\x01\x85q\x02Rq\x03.'
#    bytearray True bytearray(b'ab') -
# 4 bytearray(b'ab') 46 b'\x80\x04\x95#\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\tbytearray\x94\x93\x94C\x02ab\x94\x85\x94R\x94.'
#    bytearray True bytearray(b'ab') -
# 5 bytearray(b'ab') 24 b'\x80\x05\x95\r\x00\x00\x00\x00\x00\x00\x00\x96\x02\x00\x00\x00\x00\x00\x00\x00ab\x94.'
#    bytearray True bytearray(b'ab') -
# 0 () 3 b'(t.'
#    tuple True () -
# 1 () 2 b').'
#    tuple True () -
# 2 () 4 b'\x80\x02).'
#    tuple True () -
# 3 () 4 b'\x80\x03).'
#    tuple True () -
# 4 () 4 b'\x80\x04).'
#    tuple True () -
# 5 () 4 b'\x80\x05).'
#    tuple True () -
# 0 (1,) 9 b'(I1\ntp0\n.'
#    tuple True (1,) -
# 1 (1,) 7 b'(K\x01tq\x00.'
#    tuple True (1,) -
# 2 (1,) 8 b'\x80\x02K\x01\x85q\x00.'
#    tuple True (1,) -
# 3 (1,) 8 b'\x80\x03K\x01\x85q\x00.'
#    tuple True (1,) -
# 4 (1,) 16 b'\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01\x85\x94.'
#    tuple True (1,) -
# 5 (1,) 16 b'\x80\x05\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01\x85\x94.'
#    tuple True (1,) -
# 0 (1, 2) 12 b'(I1\nI2\ntp0\n.'
#    tuple True (1, 2) -
# 1 (1, 2) 9 b'(K\x01K\x02tq\x00.'
#    tuple True (1, 2) -
# 2 (1, 2) 10 b'\x80\x02K\x01K\x02\x86q\x00.'
#    tuple True (1, 2) -
# 3 (1, 2) 10 b'\x80\x03K\x01K\x02\x86q\x00.'
#    tuple True (1, 2) -
# 4 (1, 2) 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00K\x01K\x02\x86\x94.'
#    tuple True (1, 2) -
# 5 (1, 2) 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00K\x01K\x02\x86\x94.'
#    tuple True (1, 2) -
# 0 (1, 2, 3) 15 b'(I1\nI2\nI3\ntp0\n.'
#    tuple True (1, 2, 3) -
# 1 (1, 2, 3) 11 b'(K\x01K\x02K\x03tq\x00.'
#    tuple True (1, 2, 3) -
# 2 (1, 2, 3) 12 b'\x80\x02K\x01K\x02K\x03\x87q\x00.'
#    tuple True (1, 2, 3) -
# 3 (1, 2, 3) 12 b'\x80\x03K\x01K\x02K\x03\x87q\x00.'
#    tuple True (1, 2, 3) -
# 4 (1, 2, 3) 20 b'\x80\x04\x95\t\x00\x00\x00\x00\x00\x00\x00K\x01K\x02K\x03\x87\x94.'
#    tuple True (1, 2, 3) -
# 5 (1, 2, 3) 20 b'\x80\x05\x95\t\x00\x00\x00\x00\x00\x00\x00K\x01K\x02K\x03\x87\x94.'
#    tuple True (1, 2, 3) -
# 0 (1, 2, 3, 4) 18 b'(I1\nI2\nI3\nI4\ntp0\n.'
#    tuple True (1, 2, 3, 4) -
# 1 (1, 2, 3, 4) 13 b'(K\x01K\x02K\x03K\x04tq\x00.'
#    tuple True (1, 2, 3, 4) -
# 2 (1, 2, 3, 4) 15 b'\x80\x02(K\x01K\x02K\x03K\x04tq\x00.'
#    tuple True (1, 2, 3, 4) -
# 3 (1, 2, 3, 4) 15 b'\x80\x03(K\x01K\x02K\x03K\x04tq\x00.'
#    tuple True (1, 2, 3, 4) -
# 4 (1, 2, 3, 4) 23 b'\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02K\x03K\x04t\x94.'
#    tuple True (1, 2, 3, 4) -
# 5 (1, 2, 3, 4) 23 b'\x80\x05\x95\x0c\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02K\x03K\x04t\x94.'
#    tuple True (1, 2, 3, 4) -
# 0 [] 6 b'(lp0\n.'
#    list True [] -
# 1 [] 4 b']q\x00.'
#    list True [] -
# 2 [] 6 b'\x80\x02]q\x00.'
#    list True [] -
# 3 [] 6 b'\x80\x03]q\x00.'
#    list True [] -
# 4 [] 5 b'\x80\x04]\x94.'
#    list True [] -
# 5 [] 5 b'\x80\x05]\x94.'
#    list True [] -
# 0 [1] 10 b'(lp0\nI1\na.'
#    list True [1] -
# 1 [1] 7 b']q\x00K\x01a.'
#    list True [1] -
# 2 [1] 9 b'\x80\x02]q\x00K\x01a.'
#    list True [1] -
# 3 [1] 9 b'\x80\x03]q\x00K\x01a.'
#    list True [1] -
# 4 [1] 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.'
#    list True [1] -
# 5 [1] 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.'
#    list True [1] -
# 0 [1, 2] 14 b'(lp0\nI1\naI2\na.'
#    list True [1, 2] -
# 1 [1, 2] 10 b']q\x00(K\x01K\x02e.'
#    list True [1, 2] -
# 2 [1, 2] 12 b'\x80\x02]q\x00(K\x01K\x02e.'
#    list True [1, 2] -
# 3 [1, 2] 12 b'\x80\x03]q\x00(K\x01K\x02e.'
#    list True [1, 2] -
# 4 [1, 2] 20 b'\x80\x04\x95\t\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02e.'
#    list True [1, 2] -
# 5 [1, 2] 20 b'\x80\x05\x95\t\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02e.'
#    list True [1, 2] -
# 0 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 5903 844bcb2172a6b628b7e43b910b14f1ef
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 1 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 2755 fc18564fdc5ba7191042653d4d1649d3
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 2 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 2757 f87c623aff2b1ddf26353e4fe089c326
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 3 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 2757 10b85e6cb18298aaa3d967581d5a4bf5
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 4 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 2765 a839173c60fb453238222929a53c4f1f
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 5 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1 2765 d6a399bea109351c3bb75bedf09ab7b4
#    list True [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1 -
# 0 {} 6 b'(dp0\n.'
#    dict True {} -
# 1 {} 4 b'}q\x00.'
#    dict True {} -
# 2 {} 6 b'\x80\x02}q\x00.'
#    dict True {} -
# 3 {} 6 b'\x80\x03}q\x00.'
#    dict True {} -
# 4 {} 5 b'\x80\x04}\x94.'
#    dict True {} -
# 5 {} 5 b'\x80\x05}\x94.'
#    dict True {} -
# 0 {'a': 1} 16 b'(dp0\nVa\np1\nI1\ns.'
#    dict True {'a': 1} -
# 1 {'a': 1} 15 b'}q\x00X\x01\x00\x00\x00aq\x01K\x01s.'
#    dict True {'a': 1} -
# 2 {'a': 1} 17 b'\x80\x02}q\x00X\x01\x00\x00\x00aq\x01K\x01s.'
#    dict True {'a': 1} -
# 3 {'a': 1} 17 b'\x80\x03}q\x00X\x01\x00\x00\x00aq\x01K\x01s.'
#    dict True {'a': 1} -
# 4 {'a': 1} 21 b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94K\x01s.'
#    dict True {'a': 1} -
# 5 {'a': 1} 21 b'\x80\x05\x95\n\x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94K\x01s.'
#    dict True {'a': 1} -
# 0 {'a': 1, 'b': [2]} 32 b'(dp0\nVa\np1\nI1\nsVb\np2\n(lp3\nI2\nas.'
#    dict True {'a': 1, 'b': [2]} -
# 1 {'a': 1, 'b': [2]} 30 b'}q\x00(X\x01\x00\x00\x00aq\x01K\x01X\x01\x00\x00\x00bq\x02]q\x03K\x02au.'
#    dict True {'a': 1, 'b': [2]} -
# 2 {'a': 1, 'b': [2]} 32 b'\x80\x02}q\x00(X\x01\x00\x00\x00aq\x01K\x01X\x01\x00\x00\x00bq\x02]q\x03K\x02au.'
#    dict True {'a': 1, 'b': [2]} -
# 3 {'a': 1, 'b': [2]} 32 b'\x80\x03}q\x00(X\x01\x00\x00\x00aq\x01K\x01X\x01\x00\x00\x00bq\x02]q\x03K\x02au.'
#    dict True {'a': 1, 'b': [2]} -
# 4 {'a': 1, 'b': [2]} 31 b'\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94]\x94K\x02au.'
#    dict True {'a': 1, 'b': [2]} -
# 5 {'a': 1, 'b': [2]} 31 b'\x80\x05\x95\x14\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94]\x94K\x02au.'
#    dict True {'a': 1, 'b': [2]} -
# 0 set() 35 b'c__builtin__\nset\np0\n((lp1\ntp2\nRp3\n.'
#    set True set() -
# 1 set() 30 b'c__builtin__\nset\nq\x00(]q\x01tq\x02Rq\x03.'
#    set True set() -
# 2 set() 31 b'\x80\x02c__builtin__\nset\nq\x00]q\x01\x85q\x02Rq\x03.'
#    set True set() -
# 3 set() 28 b'\x80\x03cbuiltins\nset\nq\x00]q\x01\x85q\x02Rq\x03.'
#    set True set() -
# 4 set() 5 b'\x80\x04\x8f\x94.'
#    set True set() -
# 5 set() 5 b'\x80\x05\x8f\x94.'
#    set True set() -
# 0 {1} 39 b'c__builtin__\nset\np0\n((lp1\nI1\natp2\nRp3\n.'
#    set True {1} -
# 1 {1} 33 b'c__builtin__\nset\nq\x00(]q\x01K\x01atq\x02Rq\x03.'
#    set True {1} -
# 2 {1} 34 b'\x80\x02c__builtin__\nset\nq\x00]q\x01K\x01a\x85q\x02Rq\x03.'
#    set True {1} -
# 3 {1} 31 b'\x80\x03cbuiltins\nset\nq\x00]q\x01K\x01a\x85q\x02Rq\x03.'
#    set True {1} -
# 4 {1} 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8f\x94(K\x01\x90.'
#    set True {1} -
# 5 {1} 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8f\x94(K\x01\x90.'
#    set True {1} -
# 0 frozenset() 41 b'c__builtin__\nfrozenset\np0\n((lp1\ntp2\nRp3\n.'
#    frozenset True frozenset() -
# 1 frozenset() 36 b'c__builtin__\nfrozenset\nq\x00(]q\x01tq\x02Rq\x03.'
#    frozenset True frozenset() -
# 2 frozenset() 37 b'\x80\x02c__builtin__\nfrozenset\nq\x00]q\x01\x85q\x02Rq\x03.'
#    frozenset True frozenset() -
# 3 frozenset() 34 b'\x80\x03cbuiltins\nfrozenset\nq\x00]q\x01\x85q\x02Rq\x03.'
#    frozenset True frozenset() -
# 4 frozenset() 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00(\x91\x94.'
#    frozenset True frozenset() -
# 5 frozenset() 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00(\x91\x94.'
#    frozenset True frozenset() -
# 0 frozenset({1}) 45 b'c__builtin__\nfrozenset\np0\n((lp1\nI1\natp2\nRp3\n.'
#    frozenset True frozenset({1}) -
# 1 frozenset({1}) 39 b'c__builtin__\nfrozenset\nq\x00(]q\x01K\x01atq\x02Rq\x03.'
#    frozenset True frozenset({1}) -
# 2 frozenset({1}) 40 b'\x80\x02c__builtin__\nfrozenset\nq\x00]q\x01K\x01a\x85q\x02Rq\x03.'
#    frozenset True frozenset({1}) -
# 3 frozenset({1}) 37 b'\x80\x03cbuiltins\nfrozenset\nq\x00]q\x01K\x01a\x85q\x02Rq\x03.'
#    frozenset True frozenset({1}) -
# 4 frozenset({1}) 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00(K\x01\x91\x94.'
#    frozenset True frozenset({1}) -
# 5 frozenset({1}) 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00(K\x01\x91\x94.'
#    frozenset True frozenset({1}) -
# 0 <__main__.A object 113 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nA\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVx\np6\nI1\nsVy\np7\n(lp8\nI1\naI2\nasb.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 1 <__main__.A object 105 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nA\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05(X\x01\x00\x00\x00xq\x06K\x01X\x01\x00\x00\x00yq\x07]q\x08(K\x01K\x02eub.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 2 <__main__.A object 54 b'\x80\x02c__main__\nA\nq\x00)\x81q\x01}q\x02(X\x01\x00\x00\x00xq\x03K\x01X\x01\x00\x00\x00yq\x04]q\x05(K\x01K\x02eub.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 3 <__main__.A object 54 b'\x80\x03c__main__\nA\nq\x00)\x81q\x01}q\x02(X\x01\x00\x00\x00xq\x03K\x01X\x01\x00\x00\x00yq\x04]q\x05(K\x01K\x02eub.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 4 <__main__.A object 55 b'\x80\x04\x95,\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94]\x94(K\x01K\x02eub.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 5 <__main__.A object 55 b'\x80\x05\x95,\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94]\x94(K\x01K\x02eub.'
#    A False <__main__.A object {'x': 1, 'y': [1, 2]}
# 0 TypeError a class that defines __slots__ without defining __getstate__ cannot be pickled
# 1 TypeError a class that defines __slots__ without defining __getstate__ cannot be pickled
# 2 <__main__.B object 51 b'\x80\x02c__main__\nB\nq\x00)\x81q\x01N}q\x02(X\x01\x00\x00\x00aq\x03K\x01X\x01\x00\x00\x00bq\x04K\x02u\x86q\x05b.'
#    B False <__main__.B object None
# 3 <__main__.B object 51 b'\x80\x03c__main__\nB\nq\x00)\x81q\x01N}q\x02(X\x01\x00\x00\x00aq\x03K\x01X\x01\x00\x00\x00bq\x04K\x02u\x86q\x05b.'
#    B False <__main__.B object None
# 4 <__main__.B object 52 b'\x80\x04\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01B\x94\x93\x94)\x81\x94N}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94K\x02u\x86\x94b.'
#    B False <__main__.B object None
# 5 <__main__.B object 52 b'\x80\x05\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01B\x94\x93\x94)\x81\x94N}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94K\x02u\x86\x94b.'
#    B False <__main__.B object None
# 0 {'k': 1} 89 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nC\np1\nc__builtin__\ndict\np2\n(dp3\nVk\np4\nI1\nstp5\nRp6\n.'
#    C True {'k': 1} {}
# 1 {'k': 1} 83 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nC\nq\x01c__builtin__\ndict\nq\x02}q\x03X\x01\x00\x00\x00kq\x04K\x01stq\x05Rq\x06.'
#    C True {'k': 1} {}
# 2 {'k': 1} 32 b'\x80\x02c__main__\nC\nq\x00)\x81q\x01X\x01\x00\x00\x00kq\x02K\x01s.'
#    C True {'k': 1} {}
# 3 {'k': 1} 32 b'\x80\x03c__main__\nC\nq\x00)\x81q\x01X\x01\x00\x00\x00kq\x02K\x01s.'
#    C True {'k': 1} {}
# 4 {'k': 1} 39 b'\x80\x04\x95\x1c\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01C\x94\x93\x94)\x81\x94\x8c\x01k\x94K\x01s.'
#    C True {'k': 1} {}
# 5 {'k': 1} 39 b'\x80\x05\x95\x1c\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01C\x94\x93\x94)\x81\x94\x8c\x01k\x94K\x01s.'
#    C True {'k': 1} {}
# 0 [1, 2] 103 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nL\np1\nc__builtin__\nlist\np2\n(lp3\nI1\naI2\natp4\nRp5\n(dp6\nVz\np7\nI3\nsb.'
#    L True [1, 2] {'z': 3}
# 1 [1, 2] 93 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nL\nq\x01c__builtin__\nlist\nq\x02]q\x03(K\x01K\x02etq\x04Rq\x05}q\x06X\x01\x00\x00\x00zq\x07K\x03sb.'
#    L True [1, 2] {'z': 3}
# 2 [1, 2] 42 b'\x80\x02c__main__\nL\nq\x00)\x81q\x01(K\x01K\x02e}q\x02X\x01\x00\x00\x00zq\x03K\x03sb.'
#    L True [1, 2] {'z': 3}
# 3 [1, 2] 42 b'\x80\x03c__main__\nL\nq\x00)\x81q\x01(K\x01K\x02e}q\x02X\x01\x00\x00\x00zq\x03K\x03sb.'
#    L True [1, 2] {'z': 3}
# 4 [1, 2] 48 b'\x80\x04\x95%\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01L\x94\x93\x94)\x81\x94(K\x01K\x02e}\x94\x8c\x01z\x94K\x03sb.'
#    L True [1, 2] {'z': 3}
# 5 [1, 2] 48 b'\x80\x05\x95%\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01L\x94\x93\x94)\x81\x94(K\x01K\x02e}\x94\x8c\x01z\x94K\x03sb.'
#    L True [1, 2] {'z': 3}
# 0 <E.R: 1> 28 b'c__main__\nE\np0\n(I1\ntp1\nRp2\n.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 1 <E.R: 1> 24 b'c__main__\nE\nq\x00(K\x01tq\x01Rq\x02.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 2 <E.R: 1> 25 b'\x80\x02c__main__\nE\nq\x00K\x01\x85q\x01Rq\x02.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 3 <E.R: 1> 25 b'\x80\x03c__main__\nE\nq\x00K\x01\x85q\x01Rq\x02.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 4 <E.R: 1> 35 b'\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01E\x94\x93\x94K\x01\x85\x94R\x94.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 5 <E.R: 1> 35 b'\x80\x05\x95\x18\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01E\x94\x93\x94K\x01\x85\x94R\x94.'
#    E True <E.R: 1> {'_value_': 1, '_name_': 'R', '__objclass__': <enum 'E'>, '_sort_order_': 0}
# 0 DC(a=1, b='x') 107 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nDC\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVa\np6\nI1\nsVb\np7\nVx\np8\nsb.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 1 DC(a=1, b='x') 105 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nDC\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05(X\x01\x00\x00\x00aq\x06K\x01X\x01\x00\x00\x00bq\x07X\x01\x00\x00\x00xq\x08ub.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 2 DC(a=1, b='x') 54 b'\x80\x02c__main__\nDC\nq\x00)\x81q\x01}q\x02(X\x01\x00\x00\x00aq\x03K\x01X\x01\x00\x00\x00bq\x04X\x01\x00\x00\x00xq\x05ub.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 3 DC(a=1, b='x') 54 b'\x80\x03c__main__\nDC\nq\x00)\x81q\x01}q\x02(X\x01\x00\x00\x00aq\x03K\x01X\x01\x00\x00\x00bq\x04X\x01\x00\x00\x00xq\x05ub.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 4 DC(a=1, b='x') 52 b'\x80\x04\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x02DC\x94\x93\x94)\x81\x94}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94\x8c\x01x\x94ub.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 5 DC(a=1, b='x') 52 b'\x80\x05\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x02DC\x94\x93\x94)\x81\x94}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94\x8c\x01x\x94ub.'
#    DC True DC(a=1, b='x') {'a': 1, 'b': 'x'}
# 0 <__main__.R object 22 b'c__main__\nR\np0\n(tRp1\n.'
#    R False <__main__.R object {}
# 1 <__main__.R object 19 b'c__main__\nR\nq\x00)Rq\x01.'
#    R False <__main__.R object {}
# 2 <__main__.R object 21 b'\x80\x02c__main__\nR\nq\x00)Rq\x01.'
#    R False <__main__.R object {}
# 3 <__main__.R object 21 b'\x80\x03c__main__\nR\nq\x00)Rq\x01.'
#    R False <__main__.R object {}
# 4 <__main__.R object 32 b'\x80\x04\x95\x15\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01R\x94\x93\x94)R\x94.'
#    R False <__main__.R object {}
# 5 <__main__.R object 32 b'\x80\x05\x95\x15\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01R\x94\x93\x94)R\x94.'
#    R False <__main__.R object {}
# 0 <__main__.S object 93 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nS\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVk\np6\nI5\nsb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 1 <__main__.S object 87 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nS\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05X\x01\x00\x00\x00kq\x06K\x05sb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 2 <__main__.S object 36 b'\x80\x02c__main__\nS\nq\x00)\x81q\x01}q\x02X\x01\x00\x00\x00kq\x03K\x05sb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 3 <__main__.S object 36 b'\x80\x03c__main__\nS\nq\x00)\x81q\x01}q\x02X\x01\x00\x00\x00kq\x03K\x05sb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 4 <__main__.S object 42 b'\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01S\x94\x93\x94)\x81\x94}\x94\x8c\x01k\x94K\x05sb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 5 <__main__.S object 42 b'\x80\x05\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01S\x94\x93\x94)\x81\x94}\x94\x8c\x01k\x94K\x05sb.'
#    S False <__main__.S object {'got': {'k': 5}}
# 0 <__main__.N.Inner object 114 b'ccopy_reg\n_reconstructor\np0\n(c__builtin__\ngetattr\np1\n(c__main__\nN\nVInner\np2\ntRp3\nc__builtin__\nobject\np4\nNtp5\nRp6\n.'
#    Inner False <__main__.N.Inner object {}
# 1 <__main__.N.Inner object 110 b'ccopy_reg\n_reconstructor\nq\x00(c__builtin__\ngetattr\nq\x01(c__main__\nN\nX\x05\x00\x00\x00Innerq\x02tRq\x03c__builtin__\nobject\nq\x04Ntq\x05Rq\x06.'
#    Inner False <__main__.N.Inner object {}
# 2 <__main__.N.Inner object 58 b'\x80\x02c__builtin__\ngetattr\nq\x00c__main__\nN\nX\x05\x00\x00\x00Innerq\x01\x86Rq\x02)\x81q\x03.'
#    Inner False <__main__.N.Inner object {}
# 3 <__main__.N.Inner object 55 b'\x80\x03cbuiltins\ngetattr\nq\x00c__main__\nN\nX\x05\x00\x00\x00Innerq\x01\x86Rq\x02)\x81q\x03.'
#    Inner False <__main__.N.Inner object {}
# 4 <__main__.N.Inner object 38 b'\x80\x04\x95\x1b\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x07N.Inner\x94\x93\x94)\x81\x94.'
#    Inner False <__main__.N.Inner object {}
# 5 <__main__.N.Inner object 38 b'\x80\x05\x95\x1b\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x07N.Inner\x94\x93\x94)\x81\x94.'
#    Inner False <__main__.N.Inner object {}
# 0 5 78 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nNA\np1\nc__builtin__\nlong\np2\nI5\ntp3\nRp4\n.'
#    NA True 5 {}
# 1 5 72 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nNA\nq\x01c__builtin__\nlong\nq\x02K\x05tq\x03Rq\x04.'
#    NA True 5 {}
# 2 5 26 b'\x80\x02c__main__\nNA\nq\x00K\x05\x85q\x01\x81q\x02.'
#    NA True 5 {}
# 3 5 26 b'\x80\x03c__main__\nNA\nq\x00K\x05\x85q\x01\x81q\x02.'
#    NA True 5 {}
# 4 5 36 b'\x80\x04\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x02NA\x94\x93\x94K\x05\x85\x94\x81\x94.'
#    NA True 5 {}
# 5 5 36 b'\x80\x05\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x02NA\x94\x93\x94K\x05\x85\x94\x81\x94.'
#    NA True 5 {}
# 0 P(x=1, y=2) 86 b'ccopy_reg\n_reconstructor\np0\n(c__main__\nP\np1\nc__builtin__\ntuple\np2\n(I1\nI2\ntp3\ntp4\nRp5\n.'
#    P True P(x=1, y=2) None
# 1 P(x=1, y=2) 78 b'ccopy_reg\n_reconstructor\nq\x00(c__main__\nP\nq\x01c__builtin__\ntuple\nq\x02(K\x01K\x02tq\x03tq\x04Rq\x05.'
#    P True P(x=1, y=2) None
# 2 P(x=1, y=2) 27 b'\x80\x02c__main__\nP\nq\x00K\x01K\x02\x86q\x01\x81q\x02.'
#    P True P(x=1, y=2) None
# 3 P(x=1, y=2) 27 b'\x80\x03c__main__\nP\nq\x00K\x01K\x02\x86q\x01\x81q\x02.'
#    P True P(x=1, y=2) None
# 4 P(x=1, y=2) 37 b'\x80\x04\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01P\x94\x93\x94K\x01K\x02\x86\x94\x81\x94.'
#    P True P(x=1, y=2) None
# 5 P(x=1, y=2) 37 b'\x80\x05\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01P\x94\x93\x94K\x01K\x02\x86\x94\x81\x94.'
#    P True P(x=1, y=2) None
# 0 [['s'], ['s']] 23 b'(lp0\n(lp1\nVs\np2\naag1\na.'
#    list True [['s'], ['s']] -
# 1 [['s'], ['s']] 20 b']q\x00(]q\x01X\x01\x00\x00\x00sq\x02ah\x01e.'
#    list True [['s'], ['s']] -
# 2 [['s'], ['s']] 22 b'\x80\x02]q\x00(]q\x01X\x01\x00\x00\x00sq\x02ah\x01e.'
#    list True [['s'], ['s']] -
# 3 [['s'], ['s']] 22 b'\x80\x03]q\x00(]q\x01X\x01\x00\x00\x00sq\x02ah\x01e.'
#    list True [['s'], ['s']] -
# 4 [['s'], ['s']] 25 b'\x80\x04\x95\x0e\x00\x00\x00\x00\x00\x00\x00]\x94(]\x94\x8c\x01s\x94ah\x01e.'
#    list True [['s'], ['s']] -
# 5 [['s'], ['s']] 25 b'\x80\x05\x95\x0e\x00\x00\x00\x00\x00\x00\x00]\x94(]\x94\x8c\x01s\x94ah\x01e.'
#    list True [['s'], ['s']] -
# 0 <built-in function len> 21 b'c__builtin__\nlen\np0\n.'
#    builtin_function_or_method True <built-in function len> -
# 1 <built-in function len> 20 b'c__builtin__\nlen\nq\x00.'
#    builtin_function_or_method True <built-in function len> -
# 2 <built-in function len> 22 b'\x80\x02c__builtin__\nlen\nq\x00.'
#    builtin_function_or_method True <built-in function len> -
# 3 <built-in function len> 19 b'\x80\x03cbuiltins\nlen\nq\x00.'
#    builtin_function_or_method True <built-in function len> -
# 4 <built-in function len> 31 b'\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03len\x94\x93\x94.'
#    builtin_function_or_method True <built-in function len> -
# 5 <built-in function len> 31 b'\x80\x05\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03len\x94\x93\x94.'
#    builtin_function_or_method True <built-in function len> -
# 0 <class '__main__.A'> 16 b'c__main__\nA\np0\n.'
#    type True <class '__main__.A'> -
# 1 <class '__main__.A'> 15 b'c__main__\nA\nq\x00.'
#    type True <class '__main__.A'> -
# 2 <class '__main__.A'> 17 b'\x80\x02c__main__\nA\nq\x00.'
#    type True <class '__main__.A'> -
# 3 <class '__main__.A'> 17 b'\x80\x03c__main__\nA\nq\x00.'
#    type True <class '__main__.A'> -
# 4 <class '__main__.A'> 29 b'\x80\x04\x95\x12\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94.'
#    type True <class '__main__.A'> -
# 5 <class '__main__.A'> 29 b'\x80\x05\x95\x12\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94.'
#    type True <class '__main__.A'> -
# 0 <class '__main__.N.Inner'> 53 b'c__builtin__\ngetattr\np0\n(c__main__\nN\nVInner\np1\ntRp2\n.'
#    type True <class '__main__.N.Inner'> -
# 1 <class '__main__.N.Inner'> 53 b'c__builtin__\ngetattr\nq\x00(c__main__\nN\nX\x05\x00\x00\x00Innerq\x01tRq\x02.'
#    type True <class '__main__.N.Inner'> -
# 2 <class '__main__.N.Inner'> 54 b'\x80\x02c__builtin__\ngetattr\nq\x00c__main__\nN\nX\x05\x00\x00\x00Innerq\x01\x86Rq\x02.'
#    type True <class '__main__.N.Inner'> -
# 3 <class '__main__.N.Inner'> 51 b'\x80\x03cbuiltins\ngetattr\nq\x00c__main__\nN\nX\x05\x00\x00\x00Innerq\x01\x86Rq\x02.'
#    type True <class '__main__.N.Inner'> -
# 4 <class '__main__.N.Inner'> 35 b'\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x07N.Inner\x94\x93\x94.'
#    type True <class '__main__.N.Inner'> -
# 5 <class '__main__.N.Inner'> 35 b'\x80\x05\x95\x18\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x07N.Inner\x94\x93\x94.'
#    type True <class '__main__.N.Inner'> -
# 0 <function N.meth 52 b'c__builtin__\ngetattr\np0\n(c__main__\nN\nVmeth\np1\ntRp2\n.'
#    function True <function N.meth -
# 1 <function N.meth 52 b'c__builtin__\ngetattr\nq\x00(c__main__\nN\nX\x04\x00\x00\x00methq\x01tRq\x02.'
#    function True <function N.meth -
# 2 <function N.meth 53 b'\x80\x02c__builtin__\ngetattr\nq\x00c__main__\nN\nX\x04\x00\x00\x00methq\x01\x86Rq\x02.'
#    function True <function N.meth -
# 3 <function N.meth 50 b'\x80\x03cbuiltins\ngetattr\nq\x00c__main__\nN\nX\x04\x00\x00\x00methq\x01\x86Rq\x02.'
#    function True <function N.meth -
# 4 <function N.meth 34 b'\x80\x04\x95\x17\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x06N.meth\x94\x93\x94.'
#    function True <function N.meth -
# 5 <function N.meth 34 b'\x80\x05\x95\x17\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x06N.meth\x94\x93\x94.'
#    function True <function N.meth -
# 0 range(0, 5) 42 b'c__builtin__\nxrange\np0\n(I0\nI5\nI1\ntp1\nRp2\n.'
#    range True range(0, 5) -
# 1 range(0, 5) 36 b'c__builtin__\nxrange\nq\x00(K\x00K\x05K\x01tq\x01Rq\x02.'
#    range True range(0, 5) -
# 2 range(0, 5) 37 b'\x80\x02c__builtin__\nxrange\nq\x00K\x00K\x05K\x01\x87q\x01Rq\x02.'
#    range True range(0, 5) -
# 3 range(0, 5) 33 b'\x80\x03cbuiltins\nrange\nq\x00K\x00K\x05K\x01\x87q\x01Rq\x02.'
#    range True range(0, 5) -
# 4 range(0, 5) 43 b'\x80\x04\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05range\x94\x93\x94K\x00K\x05K\x01\x87\x94R\x94.'
#    range True range(0, 5) -
# 5 range(0, 5) 43 b'\x80\x05\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05range\x94\x93\x94K\x00K\x05K\x01\x87\x94R\x94.'
#    range True range(0, 5) -
# 0 (1+2j) 44 b'c__builtin__\ncomplex\np0\n(F1.0\nF2.0\ntp1\nRp2\n.'
#    complex True (1+2j) -
# 1 (1+2j) 49 b'c__builtin__\ncomplex\nq\x00(G?\xf0\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00tq\x01Rq\x02.'
#    complex True (1+2j) -
# 2 (1+2j) 50 b'\x80\x02c__builtin__\ncomplex\nq\x00G?\xf0\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00\x86q\x01Rq\x02.'
#    complex True (1+2j) -
# 3 (1+2j) 47 b'\x80\x03cbuiltins\ncomplex\nq\x00G?\xf0\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00\x86q\x01Rq\x02.'
#    complex True (1+2j) -
# 4 (1+2j) 57 b'\x80\x04\x95.\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x07complex\x94\x93\x94G?\xf0\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00\x86\x94R\x94.'
#    complex True (1+2j) -
# 5 (1+2j) 57 b'\x80\x05\x95.\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x07complex\x94\x93\x94G?\xf0\x00\x00\x00\x00\x00\x00G@\x00\x00\x00\x00\x00\x00\x00\x86\x94R\x94.'
#    complex True (1+2j) -
# 0 slice(1, 2, None) 39 b'c__builtin__\nslice\np0\n(I1\nI2\nNtp1\nRp2\n.'
#    slice True slice(1, 2, None) -
# 1 slice(1, 2, None) 34 b'c__builtin__\nslice\nq\x00(K\x01K\x02Ntq\x01Rq\x02.'
#    slice True slice(1, 2, None) -
# 2 slice(1, 2, None) 35 b'\x80\x02c__builtin__\nslice\nq\x00K\x01K\x02N\x87q\x01Rq\x02.'
#    slice True slice(1, 2, None) -
# 3 slice(1, 2, None) 32 b'\x80\x03cbuiltins\nslice\nq\x00K\x01K\x02N\x87q\x01Rq\x02.'
#    slice True slice(1, 2, None) -
# 4 slice(1, 2, None) 42 b'\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05slice\x94\x93\x94K\x01K\x02N\x87\x94R\x94.'
#    slice True slice(1, 2, None) -
# 5 slice(1, 2, None) 42 b'\x80\x05\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05slice\x94\x93\x94K\x01K\x02N\x87\x94R\x94.'
#    slice True slice(1, 2, None) -
# 0 datetime.date(2020, 1, 2) 76 b'cdatetime\ndate\np0\n(c_codecs\nencode\np1\n(V\x07\xe4\x01\x02\np2\nVlatin1\np3\ntp4\nRp5\ntp6\nRp7\n.'
#    date True datetime.date(2020, 1, 2) -
# 1 datetime.date(2020, 1, 2) 75 b'cdatetime\ndate\nq\x00(c_codecs\nencode\nq\x01(X\x05\x00\x00\x00\x07\xc3\xa4\x01\x02q\x02X\x06\x00\x00\x00latin1q\x03tq\x04Rq\x05tq\x06Rq\x07.'
#    date True datetime.date(2020, 1, 2) -
# 2 datetime.date(2020, 1, 2) 75 b'\x80\x02cdatetime\ndate\nq\x00c_codecs\nencode\nq\x01X\x05\x00\x00\x00\x07\xc3\xa4\x01\x02q\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05\x85q\x06Rq\x07.'
#    date True datetime.date(2020, 1, 2) -
# 3 datetime.date(2020, 1, 2) 34 b'\x80\x03cdatetime\ndate\nq\x00C\x04\x07\xe4\x01\x02q\x01\x85q\x02Rq\x03.'
#    date True datetime.date(2020, 1, 2) -
# 4 datetime.date(2020, 1, 2) 43 b'\x80\x04\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\x04date\x94\x93\x94C\x04\x07\xe4\x01\x02\x94\x85\x94R\x94.'
#    date True datetime.date(2020, 1, 2) -
# 5 datetime.date(2020, 1, 2) 43 b'\x80\x05\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\x04date\x94\x93\x94C\x04\x07\xe4\x01\x02\x94\x85\x94R\x94.'
#    date True datetime.date(2020, 1, 2) -
# 0 datetime.timedelta(days=1, seconds=2) 42 b'cdatetime\ntimedelta\np0\n(I1\nI2\nI0\ntp1\nRp2\n.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 1 datetime.timedelta(days=1, seconds=2) 36 b'cdatetime\ntimedelta\nq\x00(K\x01K\x02K\x00tq\x01Rq\x02.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 2 datetime.timedelta(days=1, seconds=2) 37 b'\x80\x02cdatetime\ntimedelta\nq\x00K\x01K\x02K\x00\x87q\x01Rq\x02.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 3 datetime.timedelta(days=1, seconds=2) 37 b'\x80\x03cdatetime\ntimedelta\nq\x00K\x01K\x02K\x00\x87q\x01Rq\x02.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 4 datetime.timedelta(days=1, seconds=2) 47 b'\x80\x04\x95$\x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\ttimedelta\x94\x93\x94K\x01K\x02K\x00\x87\x94R\x94.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 5 datetime.timedelta(days=1, seconds=2) 47 b'\x80\x05\x95$\x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\ttimedelta\x94\x93\x94K\x01K\x02K\x00\x87\x94R\x94.'
#    timedelta True datetime.timedelta(days=1, seconds=2) -
# 0 Decimal('1.5') 38 b'cdecimal\nDecimal\np0\n(V1.5\np1\ntp2\nRp3\n.'
#    Decimal True Decimal('1.5') -
# 1 Decimal('1.5') 37 b'cdecimal\nDecimal\nq\x00(X\x03\x00\x00\x001.5q\x01tq\x02Rq\x03.'
#    Decimal True Decimal('1.5') -
# 2 Decimal('1.5') 38 b'\x80\x02cdecimal\nDecimal\nq\x00X\x03\x00\x00\x001.5q\x01\x85q\x02Rq\x03.'
#    Decimal True Decimal('1.5') -
# 3 Decimal('1.5') 38 b'\x80\x03cdecimal\nDecimal\nq\x00X\x03\x00\x00\x001.5q\x01\x85q\x02Rq\x03.'
#    Decimal True Decimal('1.5') -
# 4 Decimal('1.5') 44 b'\x80\x04\x95!\x00\x00\x00\x00\x00\x00\x00\x8c\x07decimal\x94\x8c\x07Decimal\x94\x93\x94\x8c\x031.5\x94\x85\x94R\x94.'
#    Decimal True Decimal('1.5') -
# 5 Decimal('1.5') 44 b'\x80\x05\x95!\x00\x00\x00\x00\x00\x00\x00\x8c\x07decimal\x94\x8c\x07Decimal\x94\x93\x94\x8c\x031.5\x94\x85\x94R\x94.'
#    Decimal True Decimal('1.5') -
# 0 Fraction(1, 3) 39 b'cfractions\nFraction\np0\n(I1\nI3\ntp1\nRp2\n.'
#    Fraction True Fraction(1, 3) -
# 1 Fraction(1, 3) 34 b'cfractions\nFraction\nq\x00(K\x01K\x03tq\x01Rq\x02.'
#    Fraction True Fraction(1, 3) -
# 2 Fraction(1, 3) 35 b'\x80\x02cfractions\nFraction\nq\x00K\x01K\x03\x86q\x01Rq\x02.'
#    Fraction True Fraction(1, 3) -
# 3 Fraction(1, 3) 35 b'\x80\x03cfractions\nFraction\nq\x00K\x01K\x03\x86q\x01Rq\x02.'
#    Fraction True Fraction(1, 3) -
# 4 Fraction(1, 3) 45 b'\x80\x04\x95"\x00\x00\x00\x00\x00\x00\x00\x8c\tfractions\x94\x8c\x08Fraction\x94\x93\x94K\x01K\x03\x86\x94R\x94.'
#    Fraction True Fraction(1, 3) -
# 5 Fraction(1, 3) 45 b'\x80\x05\x95"\x00\x00\x00\x00\x00\x00\x00\x8c\tfractions\x94\x8c\x08Fraction\x94\x93\x94K\x01K\x03\x86\x94R\x94.'
#    Fraction True Fraction(1, 3) -
# 0 OrderedDict({'a': 1}) 45 b'ccollections\nOrderedDict\np0\n(tRp1\nVa\np2\nI1\ns.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 1 OrderedDict({'a': 1}) 43 b'ccollections\nOrderedDict\nq\x00)Rq\x01X\x01\x00\x00\x00aq\x02K\x01s.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 2 OrderedDict({'a': 1}) 45 b'\x80\x02ccollections\nOrderedDict\nq\x00)Rq\x01X\x01\x00\x00\x00aq\x02K\x01s.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 3 OrderedDict({'a': 1}) 45 b'\x80\x03ccollections\nOrderedDict\nq\x00)Rq\x01X\x01\x00\x00\x00aq\x02K\x01s.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 4 OrderedDict({'a': 1}) 52 b'\x80\x04\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x0bOrderedDict\x94\x93\x94)R\x94\x8c\x01a\x94K\x01s.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 5 OrderedDict({'a': 1}) 52 b'\x80\x05\x95)\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x0bOrderedDict\x94\x93\x94)R\x94\x8c\x01a\x94K\x01s.'
#    OrderedDict True OrderedDict({'a': 1}) -
# 0 defaultdict(<class 'list'>, {'a': [1]}) 75 b'ccollections\ndefaultdict\np0\n(c__builtin__\nlist\np1\ntp2\nRp3\nVa\np4\n(lp5\nI1\nas.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 1 defaultdict(<class 'list'>, {'a': [1]}) 70 b'ccollections\ndefaultdict\nq\x00(c__builtin__\nlist\nq\x01tq\x02Rq\x03X\x01\x00\x00\x00aq\x04]q\x05K\x01as.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 2 defaultdict(<class 'list'>, {'a': [1]}) 71 b'\x80\x02ccollections\ndefaultdict\nq\x00c__builtin__\nlist\nq\x01\x85q\x02Rq\x03X\x01\x00\x00\x00aq\x04]q\x05K\x01as.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 3 defaultdict(<class 'list'>, {'a': [1]}) 68 b'\x80\x03ccollections\ndefaultdict\nq\x00cbuiltins\nlist\nq\x01\x85q\x02Rq\x03X\x01\x00\x00\x00aq\x04]q\x05K\x01as.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 4 defaultdict(<class 'list'>, {'a': [1]}) 76 b'\x80\x04\x95A\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x0bdefaultdict\x94\x93\x94\x8c\x08builtins\x94\x8c\x04list\x94\x93\x94\x85\x94R\x94\x8c\x01a\x94]\x94K\x01as.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 5 defaultdict(<class 'list'>, {'a': [1]}) 76 b'\x80\x05\x95A\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x0bdefaultdict\x94\x93\x94\x8c\x08builtins\x94\x8c\x04list\x94\x93\x94\x85\x94R\x94\x8c\x01a\x94]\x94K\x01as.'
#    defaultdict True defaultdict(<class 'list'>, {'a': [1]}) -
# 0 Counter({'a': 2, 'b': 1}) 59 b'ccollections\nCounter\np0\n((dp1\nVa\np2\nI2\nsVb\np3\nI1\nstp4\nRp5\n.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 1 Counter({'a': 2, 'b': 1}) 56 b'ccollections\nCounter\nq\x00(}q\x01(X\x01\x00\x00\x00aq\x02K\x02X\x01\x00\x00\x00bq\x03K\x01utq\x04Rq\x05.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 2 Counter({'a': 2, 'b': 1}) 57 b'\x80\x02ccollections\nCounter\nq\x00}q\x01(X\x01\x00\x00\x00aq\x02K\x02X\x01\x00\x00\x00bq\x03K\x01u\x85q\x04Rq\x05.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 3 Counter({'a': 2, 'b': 1}) 57 b'\x80\x03ccollections\nCounter\nq\x00}q\x01(X\x01\x00\x00\x00aq\x02K\x02X\x01\x00\x00\x00bq\x03K\x01u\x85q\x04Rq\x05.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 4 Counter({'a': 2, 'b': 1}) 58 b'\x80\x04\x95/\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x07Counter\x94\x93\x94}\x94(\x8c\x01a\x94K\x02\x8c\x01b\x94K\x01u\x85\x94R\x94.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 5 Counter({'a': 2, 'b': 1}) 58 b'\x80\x05\x95/\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x07Counter\x94\x93\x94}\x94(\x8c\x01a\x94K\x02\x8c\x01b\x94K\x01u\x85\x94R\x94.'
#    Counter True Counter({'a': 2, 'b': 1}) -
# 0 ValueError('x', 1) 45 b'cexceptions\nValueError\np0\n(Vx\np1\nI1\ntp2\nRp3\n.'
#    ValueError False ValueError('x', 1) -
# 1 ValueError('x', 1) 43 b'cexceptions\nValueError\nq\x00(X\x01\x00\x00\x00xq\x01K\x01tq\x02Rq\x03.'
#    ValueError False ValueError('x', 1) -
# 2 ValueError('x', 1) 44 b'\x80\x02cexceptions\nValueError\nq\x00X\x01\x00\x00\x00xq\x01K\x01\x86q\x02Rq\x03.'
#    ValueError False ValueError('x', 1) -
# 3 ValueError('x', 1) 42 b'\x80\x03cbuiltins\nValueError\nq\x00X\x01\x00\x00\x00xq\x01K\x01\x86q\x02Rq\x03.'
#    ValueError False ValueError('x', 1) -
# 4 ValueError('x', 1) 48 b'\x80\x04\x95%\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\nValueError\x94\x93\x94\x8c\x01x\x94K\x01\x86\x94R\x94.'
#    ValueError False ValueError('x', 1) -
# 5 ValueError('x', 1) 48 b'\x80\x05\x95%\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\nValueError\x94\x93\x94\x8c\x01x\x94K\x01\x86\x94R\x94.'
#    ValueError False ValueError('x', 1) -
# 0 MyErr('q') 35 b'c__main__\nMyErr\np0\n(Vq\np1\ntp2\nRp3\n.'
#    MyErr False MyErr('q') {}
# 1 MyErr('q') 34 b'c__main__\nMyErr\nq\x00(X\x01\x00\x00\x00qq\x01tq\x02Rq\x03.'
#    MyErr False MyErr('q') {}
# 2 MyErr('q') 35 b'\x80\x02c__main__\nMyErr\nq\x00X\x01\x00\x00\x00qq\x01\x85q\x02Rq\x03.'
#    MyErr False MyErr('q') {}
# 3 MyErr('q') 35 b'\x80\x03c__main__\nMyErr\nq\x00X\x01\x00\x00\x00qq\x01\x85q\x02Rq\x03.'
#    MyErr False MyErr('q') {}
# 4 MyErr('q') 41 b'\x80\x04\x95\x1e\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05MyErr\x94\x93\x94\x8c\x01q\x94\x85\x94R\x94.'
#    MyErr False MyErr('q') {}
# 5 MyErr('q') 41 b'\x80\x05\x95\x1e\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05MyErr\x94\x93\x94\x8c\x01q\x94\x85\x94R\x94.'
#    MyErr False MyErr('q') {}
# 0 <class 'NoneType'> 32 b'c__builtin__\ntype\np0\n(Ntp1\nRp2\n.'
#    type True <class 'NoneType'> -
# 1 <class 'NoneType'> 29 b'c__builtin__\ntype\nq\x00(Ntq\x01Rq\x02.'
#    type True <class 'NoneType'> -
# 2 <class 'NoneType'> 30 b'\x80\x02c__builtin__\ntype\nq\x00N\x85q\x01Rq\x02.'
#    type True <class 'NoneType'> -
# 3 <class 'NoneType'> 27 b'\x80\x03cbuiltins\ntype\nq\x00N\x85q\x01Rq\x02.'
#    type True <class 'NoneType'> -
# 4 <class 'NoneType'> 37 b'\x80\x04\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x04type\x94\x93\x94N\x85\x94R\x94.'
#    type True <class 'NoneType'> -
# 5 <class 'NoneType'> 37 b'\x80\x05\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x04type\x94\x93\x94N\x85\x94R\x94.'
#    type True <class 'NoneType'> -
# 0 Ellipsis 26 b'c__builtin__\nEllipsis\np0\n.'
#    ellipsis True Ellipsis -
# 1 Ellipsis 25 b'c__builtin__\nEllipsis\nq\x00.'
#    ellipsis True Ellipsis -
# 2 Ellipsis 27 b'\x80\x02c__builtin__\nEllipsis\nq\x00.'
#    ellipsis True Ellipsis -
# 3 Ellipsis 24 b'\x80\x03cbuiltins\nEllipsis\nq\x00.'
#    ellipsis True Ellipsis -
# 4 Ellipsis 36 b'\x80\x04\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x08Ellipsis\x94\x93\x94.'
#    ellipsis True Ellipsis -
# 5 Ellipsis 36 b'\x80\x05\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x08Ellipsis\x94\x93\x94.'
#    ellipsis True Ellipsis -
# 0 NotImplemented 32 b'c__builtin__\nNotImplemented\np0\n.'
#    NotImplementedType True NotImplemented -
# 1 NotImplemented 31 b'c__builtin__\nNotImplemented\nq\x00.'
#    NotImplementedType True NotImplemented -
# 2 NotImplemented 33 b'\x80\x02c__builtin__\nNotImplemented\nq\x00.'
#    NotImplementedType True NotImplemented -
# 3 NotImplemented 30 b'\x80\x03cbuiltins\nNotImplemented\nq\x00.'
#    NotImplementedType True NotImplemented -
# 4 NotImplemented 42 b'\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x0eNotImplemented\x94\x93\x94.'
#    NotImplementedType True NotImplemented -
# 5 NotImplemented 42 b'\x80\x05\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x0eNotImplemented\x94\x93\x94.'
#    NotImplementedType True NotImplemented -
# 0 <class 'int'> 22 b'c__builtin__\nlong\np0\n.'
#    type True <class 'int'> -
# 1 <class 'int'> 21 b'c__builtin__\nlong\nq\x00.'
#    type True <class 'int'> -
# 2 <class 'int'> 23 b'\x80\x02c__builtin__\nlong\nq\x00.'
#    type True <class 'int'> -
# 3 <class 'int'> 19 b'\x80\x03cbuiltins\nint\nq\x00.'
#    type True <class 'int'> -
# 4 <class 'int'> 31 b'\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03int\x94\x93\x94.'
#    type True <class 'int'> -
# 5 <class 'int'> 31 b'\x80\x05\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03int\x94\x93\x94.'
#    type True <class 'int'> -
# 0 datetime.timezone.utc 73 b'cdatetime\ntimezone\np0\n(cdatetime\ntimedelta\np1\n(I0\nI0\nI0\ntp2\nRp3\ntp4\nRp5\n.'
#    timezone True datetime.timezone.utc -
# 1 datetime.timezone.utc 64 b'cdatetime\ntimezone\nq\x00(cdatetime\ntimedelta\nq\x01(K\x00K\x00K\x00tq\x02Rq\x03tq\x04Rq\x05.'
#    timezone True datetime.timezone.utc -
# 2 datetime.timezone.utc 64 b'\x80\x02cdatetime\ntimezone\nq\x00cdatetime\ntimedelta\nq\x01K\x00K\x00K\x00\x87q\x02Rq\x03\x85q\x04Rq\x05.'
#    timezone True datetime.timezone.utc -
# 3 datetime.timezone.utc 64 b'\x80\x03cdatetime\ntimezone\nq\x00cdatetime\ntimedelta\nq\x01K\x00K\x00K\x00\x87q\x02Rq\x03\x85q\x04Rq\x05.'
#    timezone True datetime.timezone.utc -
# 4 datetime.timezone.utc 66 b'\x80\x04\x957\x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\x08timezone\x94\x93\x94h\x00\x8c\ttimedelta\x94\x93\x94K\x00K\x00K\x00\x87\x94R\x94\x85\x94R\x94.'
#    timezone True datetime.timezone.utc -
# 5 datetime.timezone.utc 66 b'\x80\x05\x957\x00\x00\x00\x00\x00\x00\x00\x8c\x08datetime\x94\x8c\x08timezone\x94\x93\x94h\x00\x8c\ttimedelta\x94\x93\x94K\x00K\x00K\x00\x87\x94R\x94\x85\x94R\x94.'
#    timezone True datetime.timezone.utc -
# 0 PurePosixPath('/a/b') 52 b'cpathlib._local\nPurePosixPath\np0\n(V/a/b\np1\ntp2\nRp3\n.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 1 PurePosixPath('/a/b') 51 b'cpathlib._local\nPurePosixPath\nq\x00(X\x04\x00\x00\x00/a/bq\x01tq\x02Rq\x03.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 2 PurePosixPath('/a/b') 52 b'\x80\x02cpathlib._local\nPurePosixPath\nq\x00X\x04\x00\x00\x00/a/bq\x01\x85q\x02Rq\x03.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 3 PurePosixPath('/a/b') 52 b'\x80\x03cpathlib._local\nPurePosixPath\nq\x00X\x04\x00\x00\x00/a/bq\x01\x85q\x02Rq\x03.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 4 PurePosixPath('/a/b') 58 b'\x80\x04\x95/\x00\x00\x00\x00\x00\x00\x00\x8c\x0epathlib._local\x94\x8c\rPurePosixPath\x94\x93\x94\x8c\x04/a/b\x94\x85\x94R\x94.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 5 PurePosixPath('/a/b') 58 b'\x80\x05\x95/\x00\x00\x00\x00\x00\x00\x00\x8c\x0epathlib._local\x94\x8c\rPurePosixPath\x94\x93\x94\x8c\x04/a/b\x94\x85\x94R\x94.'
#    PurePosixPath True PurePosixPath('/a/b') -
# 0 <enum 'E'> 16 b'c__main__\nE\np0\n.'
#    EnumType True <enum 'E'> -
# 1 <enum 'E'> 15 b'c__main__\nE\nq\x00.'
#    EnumType True <enum 'E'> -
# 2 <enum 'E'> 17 b'\x80\x02c__main__\nE\nq\x00.'
#    EnumType True <enum 'E'> -
# 3 <enum 'E'> 17 b'\x80\x03c__main__\nE\nq\x00.'
#    EnumType True <enum 'E'> -
# 4 <enum 'E'> 29 b'\x80\x04\x95\x12\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01E\x94\x93\x94.'
#    EnumType True <enum 'E'> -
# 5 <enum 'E'> 29 b'\x80\x05\x95\x12\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x01E\x94\x93\x94.'
#    EnumType True <enum 'E'> -
# 0 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70006 4f6f1b1824591a8d074f256e72e7e016
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 1 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70008 9a1f433f7ca6ce8b674ad006041b1e61
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 2 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70010 1e088244f5348a3ca9f070fbf1d146e2
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 3 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70010 5278e7ecc329b8ec933c3249348db257
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 4 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70009 941dcb23e4465d4fb8129a01adf12191
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 5 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy 70009 d3bf4d22ef29106d334b11fd4f7d59eb
#    str True 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -
# 0 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70058 4f0549a9001e0b214c6850ca51069595
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 1 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70059 e9d394952dfe3541f7bdc957b7295dd9
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 2 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70060 baaed8f0808cbda43cbb240c12962ba9
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 3 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70023 ad7accb68ee1369087b174a32e15b6ab
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 4 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70026 4a61470e863f5f3cbf8fdb6e2e268192
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 5 [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz 70026 c3fcadd75be7333ecfa53deaf221de6e
#    list True [b'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz -
# 0 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 108016 831996e8d64010ac3de0625efd7bae6d
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 1 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 109357 b872f987b299ed3cb52382739d1d2174
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 2 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 109359 fe5dccd37c9ae3acf4a833c06e5159d1
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 3 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 109359 3571cb04379b4204b6a1dbda8a26a567
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 4 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 103134 6b3cdbc59642ff90cec7fce596cd6412
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 5 ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm 103134 101cd04ef4d6bbeb307afc7a7b552eb8
#    list True ['mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm -
# 0 KeyError('a') 40 b'cexceptions\nKeyError\np0\n(Va\np1\ntp2\nRp3\n.'
#    KeyError False KeyError('a') -
# 1 KeyError('a') 39 b'cexceptions\nKeyError\nq\x00(X\x01\x00\x00\x00aq\x01tq\x02Rq\x03.'
#    KeyError False KeyError('a') -
# 2 KeyError('a') 40 b'\x80\x02cexceptions\nKeyError\nq\x00X\x01\x00\x00\x00aq\x01\x85q\x02Rq\x03.'
#    KeyError False KeyError('a') -
# 3 KeyError('a') 38 b'\x80\x03cbuiltins\nKeyError\nq\x00X\x01\x00\x00\x00aq\x01\x85q\x02Rq\x03.'
#    KeyError False KeyError('a') -
# 4 KeyError('a') 44 b'\x80\x04\x95!\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x08KeyError\x94\x93\x94\x8c\x01a\x94\x85\x94R\x94.'
#    KeyError False KeyError('a') -
# 5 KeyError('a') 44 b'\x80\x05\x95!\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x08KeyError\x94\x93\x94\x8c\x01a\x94\x85\x94R\x94.'
#    KeyError False KeyError('a') -
# 0 FileNotFoundError(2, 'x') 48 b'cexceptions\nOSError\np0\n(I2\nVx\np1\nVf\np2\ntp3\nRp4\n.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 1 FileNotFoundError(2, 'x') 48 b'cexceptions\nOSError\nq\x00(K\x02X\x01\x00\x00\x00xq\x01X\x01\x00\x00\x00fq\x02tq\x03Rq\x04.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 2 FileNotFoundError(2, 'x') 49 b'\x80\x02cexceptions\nOSError\nq\x00K\x02X\x01\x00\x00\x00xq\x01X\x01\x00\x00\x00fq\x02\x87q\x03Rq\x04.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 3 FileNotFoundError(2, 'x') 57 b'\x80\x03cbuiltins\nFileNotFoundError\nq\x00K\x02X\x01\x00\x00\x00xq\x01X\x01\x00\x00\x00fq\x02\x87q\x03Rq\x04.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 4 FileNotFoundError(2, 'x') 59 b'\x80\x04\x950\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x11FileNotFoundError\x94\x93\x94K\x02\x8c\x01x\x94\x8c\x01f\x94\x87\x94R\x94.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 5 FileNotFoundError(2, 'x') 59 b'\x80\x05\x950\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x11FileNotFoundError\x94\x93\x94K\x02\x8c\x01x\x94\x8c\x01f\x94\x87\x94R\x94.'
#    FileNotFoundError False FileNotFoundError(2, 'x') -
# 0 ChainMap({'a': 1}) 124 b'ccopy_reg\n_reconstructor\np0\n(ccollections\nChainMap\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVmaps\np6\n(lp7\n(dp8\nVa\np9\nI1\nsasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 1 ChainMap({'a': 1}) 116 b'ccopy_reg\n_reconstructor\nq\x00(ccollections\nChainMap\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05X\x04\x00\x00\x00mapsq\x06]q\x07}q\x08X\x01\x00\x00\x00aq\tK\x01sasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 2 ChainMap({'a': 1}) 65 b'\x80\x02ccollections\nChainMap\nq\x00)\x81q\x01}q\x02X\x04\x00\x00\x00mapsq\x03]q\x04}q\x05X\x01\x00\x00\x00aq\x06K\x01sasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 3 ChainMap({'a': 1}) 65 b'\x80\x03ccollections\nChainMap\nq\x00)\x81q\x01}q\x02X\x04\x00\x00\x00mapsq\x03]q\x04}q\x05X\x01\x00\x00\x00aq\x06K\x01sasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 4 ChainMap({'a': 1}) 65 b'\x80\x04\x956\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x08ChainMap\x94\x93\x94)\x81\x94}\x94\x8c\x04maps\x94]\x94}\x94\x8c\x01a\x94K\x01sasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 5 ChainMap({'a': 1}) 65 b'\x80\x05\x956\x00\x00\x00\x00\x00\x00\x00\x8c\x0bcollections\x94\x8c\x08ChainMap\x94\x93\x94)\x81\x94}\x94\x8c\x04maps\x94]\x94}\x94\x8c\x01a\x94K\x01sasb.'
#    ChainMap True ChainMap({'a': 1}) -
# 0 <bound method A.__init__ of <__main__.A  162 b'c__builtin__\ngetattr\np0\n(ccopy_reg\n_reconstructor\np1\n(c__main__\nA\np2\nc__builtin__\nobject\np3\nNtp4\nRp5\n(dp6\nVx\np7\nI1\nsVy\np8\n(lp9\nI1\naI2\nasbV__init__\np10\ntp11\nRp12\n.'
#    method False <bound method A.__init__ of <__main__.A object -
# 1 <bound method A.__init__ of <__main__.A  150 b'c__builtin__\ngetattr\nq\x00(ccopy_reg\n_reconstructor\nq\x01(c__main__\nA\nq\x02c__builtin__\nobject\nq\x03Ntq\x04Rq\x05}q\x06(X\x01\x00\x00\x00xq\x07K\x01X\x01\x00\x00\x00yq\x08]q\t(K\x01K\x02eubX\x08\x00\x00\x00__init__q\ntq\x0bRq\x0c.'
#    method False <bound method A.__init__ of <__main__.A object -
# 2 <bound method A.__init__ of <__main__.A  98 b'\x80\x02c__builtin__\ngetattr\nq\x00c__main__\nA\nq\x01)\x81q\x02}q\x03(X\x01\x00\x00\x00xq\x04K\x01X\x01\x00\x00\x00yq\x05]q\x06(K\x01K\x02eubX\x08\x00\x00\x00__init__q\x07\x86q\x08Rq\t.'
#    method False <bound method A.__init__ of <__main__.A object -
# 3 <bound method A.__init__ of <__main__.A  95 b'\x80\x03cbuiltins\ngetattr\nq\x00c__main__\nA\nq\x01)\x81q\x02}q\x03(X\x01\x00\x00\x00xq\x04K\x01X\x01\x00\x00\x00yq\x05]q\x06(K\x01K\x02eubX\x08\x00\x00\x00__init__q\x07\x86q\x08Rq\t.'
#    method False <bound method A.__init__ of <__main__.A object -
# 4 <bound method A.__init__ of <__main__.A  93 b'\x80\x04\x95R\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x07getattr\x94\x93\x94\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94]\x94(K\x01K\x02eub\x8c\x08__init__\x94\x86\x94R\x94.'
#    method False <bound method A.__init__ of <__main__.A object -
# 5 <bound method A.__init__ of <__main__.A  93 b'\x80\x05\x95R\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x07getattr\x94\x93\x94\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94K\x01\x8c\x01y\x94]\x94(K\x01K\x02eub\x8c\x08__init__\x94\x86\x94R\x94.'
#    method False <bound method A.__init__ of <__main__.A object -
# 0 (3,) 9 b'(I3\ntp0\n.'
#    tuple True (3,) -
# 1 (3,) 7 b'(K\x03tq\x00.'
#    tuple True (3,) -
# 2 (3,) 8 b'\x80\x02K\x03\x85q\x00.'
#    tuple True (3,) -
# 3 (3,) 8 b'\x80\x03K\x03\x85q\x00.'
#    tuple True (3,) -
# 4 (3,) 16 b'\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x03\x85\x94.'
#    tuple True (3,) -
# 5 (3,) 16 b'\x80\x05\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x03\x85\x94.'
#    tuple True (3,) -
# 0 UUID('00000000-0000-0000-0000-0000000000 94 b'ccopy_reg\n_reconstructor\np0\n(cuuid\nUUID\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVint\np6\nI5\nsb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# 1 UUID('00000000-0000-0000-0000-0000000000 88 b'ccopy_reg\n_reconstructor\nq\x00(cuuid\nUUID\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05X\x03\x00\x00\x00intq\x06K\x05sb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# 2 UUID('00000000-0000-0000-0000-0000000000 37 b'\x80\x02cuuid\nUUID\nq\x00)\x81q\x01}q\x02X\x03\x00\x00\x00intq\x03K\x05sb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# 3 UUID('00000000-0000-0000-0000-0000000000 37 b'\x80\x03cuuid\nUUID\nq\x00)\x81q\x01}q\x02X\x03\x00\x00\x00intq\x03K\x05sb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# 4 UUID('00000000-0000-0000-0000-0000000000 43 b'\x80\x04\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x04uuid\x94\x8c\x04UUID\x94\x93\x94)\x81\x94}\x94\x8c\x03int\x94K\x05sb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# 5 UUID('00000000-0000-0000-0000-0000000000 43 b'\x80\x05\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x04uuid\x94\x8c\x04UUID\x94\x93\x94)\x81\x94}\x94\x8c\x03int\x94K\x05sb.'
#    UUID True UUID('00000000-0000-0000-0000-000000000005') -
# EOFError Ran out of input
# UnpicklingError invalid load key, 'x'.
# ValueError unsupported pickle protocol: 9
# UnpicklingError pickle data was truncated
# EOFError Ran out of input
# ModuleNotFoundError No module named 'nope'
# AttributeError Can't get attribute 'nope' on <module '__main__'
# UnpicklingError unpickling stack underflow
# UnpicklingError Memo value not found at index 0
# UnpicklingError pickle data was truncated
# PicklingError Can't pickle <function <lambda>
# TypeError cannot pickle 'generator' object
# AttributeError Can't get local object 'loc.<locals>.X'
# b'\x80\x05\x97\x98.' 1 PickleBuffer
# b'\x80\x04\x95\x0e\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x03id1\x94QK\x01e.'
# ['id1', 1]
# [0, 1, 2]
