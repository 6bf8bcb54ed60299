# PEP 3131: identifiers are compared in normal form KC.
ﬁne = 1
print(fine, 'fine' in globals(), 'ﬁne' in globals())  # expect: 1 True False


class A:
    µ = 2  # MICRO SIGN


print(A.μ, getattr(A, '\u03bc'), hasattr(A, '\xb5'))  # expect: 2 2 False


def ℌ(ﬀ=1):
    return ff


print(H(ff=3))  # expect: 3
变量 = 4
ünïcode = 5
print(变量, ünïcode, ünïcode)  # expect: 4 5 5
