# Arithmetic around the borders of 47, 63, 64, 126 and 128 bits, by a checksum.
import random, math
random.seed(11)
def rnd():
    b=random.choice([3,20,46,47,48,49,62,63,64,65,95,96,125,126,127,128,129,160,200])
    v=random.getrandbits(b)
    if random.random()<.3: v=(1<<b)-random.randrange(3)
    return -v if random.random()<.4 else v
h=0
def mix(x):
    global h
    h=(h*1000003+hash(x)+len(str(x)))%(2**61-1)
for _ in range(3000):
    a,b=rnd(),rnd()
    mix(a+b);mix(a-b);mix(a*b);mix(a&b);mix(a|b);mix(a^b);mix(a<b);mix(a==b)
    if b: mix(a//b);mix(a%b);mix(divmod(a,b)); 
    s=random.randrange(140); mix(a>>s);mix(a<<s);mix(math.gcd(a,b));mix(-a);mix(~a);mix(abs(a))
    assert int(str(a))==a and int(hex(a),16)==a and int(oct(a),8)==a, a
    mix(float(a)); mix(int('%d'%b)); assert a==(a^b)^b and a==(a-b)+b
print(h)
print(int('z'*12,36),int('9'*18),int('9'*19),int('-'+'1'*18),int('1_000_000_000_000_000_000'), str(2**127), str(-2**126), str(10**19), str(10**38), str(-10**37))

# expect-stdout:
# 83876479223395074
# 4738381338321616895 999999999999999999 9999999999999999999 -111111111111111111 1000000000000000000 170141183460469231731687303715884105728 -85070591730234615865843651857942052864 10000000000000000000 100000000000000000000000000000000000000 -10000000000000000000000000000000000000
