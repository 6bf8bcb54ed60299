print(int(' -12_345 '), int('ff', 16), int('0b101', 0), int('٣٤'), int(b'42'))  # expect: -12345 255 5 34 42
print(hex(-(2**70)), bin(10), oct(8))  # expect: -0x400000000000000000 0b1010 0o10
print(str(7**80), len(str(3**5000)))  # expect: 40536215597144386832065866109016673800875222251012083746192454448001 2386
print(int(str(3**2000)) == 3**2000)  # expect: True
print(int(1e20), int(-1.9), int(True))  # expect: 100000000000000000000 -1 1
print(round(1234567, -3), round(15, -1), round(25, -1), round(-5, -1))  # expect: 1235000 20 20 0
