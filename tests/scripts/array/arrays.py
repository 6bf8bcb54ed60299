from array import array
a=array('i',[1,2,3]); a.append(4); a.extend([5]); print(a, a[1:3], a[-1], len(a), a.tobytes(), a.itemsize, a*2, a+array('i',[9]), 3 in a, a.index(3), list(a), a==array('i',[1,2,3,4,5]))
for f in [lambda:a.append('x'), lambda:a.append(2**40), lambda:a.append(1.5), lambda:array('z'), lambda:array('b',[200]), lambda: a[99], lambda:a.pop(99), lambda: array('B',[-1]), lambda:array('d',['x']), lambda:array('H',[70000]), lambda: array('L',[-1]), lambda:array('q',[2**63]),lambda:array('h',[40000]),lambda:a.remove(77), lambda: a+[1], lambda:array('i',b'abc')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(array('d',[1,2.5]), array('f',[0.1]), array('B',b'abc'), array('d'))
a.byteswap(); print(a); a[1:2]=array('i',[7,8]); print(a); del a[0]; a.reverse(); print(a.tolist())

# expect-stdout:
# array('i', [1, 2, 3, 4, 5]) array('i', [2, 3]) 5 5 b'\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00\x04\x00\x00\x00\x05\x00\x00\x00' 4 array('i', [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) array('i', [1, 2, 3, 4, 5, 9]) True 2 [1, 2, 3, 4, 5] True
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError signed integer is greater than maximum
# TypeError 'float' object cannot be interpreted as an integer
# ValueError bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)
# OverflowError signed char is greater than maximum
# IndexError array index out of range
# IndexError pop index out of range
# OverflowError unsigned byte integer is less than minimum
# TypeError must be real number, not str
# OverflowError unsigned short is greater than maximum
# OverflowError can't convert negative value to unsigned int
# OverflowError int too big to convert
# OverflowError signed short integer is greater than maximum
# ValueError array.remove(x): x not in array
# TypeError can only append array (not "list") to array
# ValueError bytes length not a multiple of item size
# array('d', [1.0, 2.5]) array('f', [0.10000000149011612]) array('B', [97, 98, 99]) array('d')
# array('i', [16777216, 33554432, 50331648, 67108864, 83886080])
# array('i', [16777216, 7, 8, 50331648, 67108864, 83886080])
# [83886080, 67108864, 50331648, 8, 7]
