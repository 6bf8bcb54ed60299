print((1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, abs(3 + 4j))  # expect: (11+2j) (-0.2+0.4j) (-3+4j) 5.0
print(complex('1e3-2.5j'), complex(1, -0.0), -1j, 2 + 0j == 2, (1j).conjugate())  # expect: (1000-2.5j) (1-0j) (-0-1j) True -1j
