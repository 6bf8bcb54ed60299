import numbers
from copy import copy, deepcopy
from fractions import Fraction

for spec in ('', '>8', '08', '+', '#', ',', '.2f', '010.2f', ',.3f', 'z.1f', '.3e', '.4g', '#.4g', '%',
             '.1%', '*^12.3f', '=+9.2f', '_.0f', '012,.2f'):
    shown = []
    for x in (Fraction(-1, 30), Fraction(1234567, 8), Fraction(3)):
        try:
            shown.append(format(x, spec))
        except ValueError as e:
            shown.append(f'ValueError {e}')
    print(repr(spec), shown)
print(f'{Fraction(99999999, 1000000):.6e} {Fraction(5, 1000):.2f} {Fraction(15, 1000):.2f}')


class Sub(Fraction):
    pass


x = Sub(1, 2)
print(type(copy(x)).__name__, deepcopy(x) is x, copy(Fraction(1, 2)))
for operation in (lambda: Fraction(1, 2) % 1j, lambda: 1j // Fraction(1, 2)):
    try:
        operation()
    except TypeError as e:
        print(e)

# expect-stdout:
# '' ['-1/30', '1234567/8', '3']
# '>8' ['   -1/30', '1234567/8', '       3']
# '08' ["ValueError Invalid format specifier '08' for object of type 'Fraction'", "ValueError Invalid format specifier '08' for object of type 'Fraction'", "ValueError Invalid format specifier '08' for object of type 'Fraction'"]
# '+' ['-1/30', '+1234567/8', '+3']
# '#' ['-1/30', '1234567/8', '3/1']
# ',' ['-1/30', '1,234,567/8', '3']
# '.2f' ['-0.03', '154320.88', '3.00']
# '010.2f' ['-000000.03', '0154320.88', '0000003.00']
# ',.3f' ['-0.033', '154,320.875', '3.000']
# 'z.1f' ['0.0', '154320.9', '3.0']
# '.3e' ['-3.333e-02', '1.543e+05', '3.000e+00']
# '.4g' ['-0.03333', '1.543e+05', '3']
# '#.4g' ['-0.03333', '1.543e+05', '3.000']
# '%' ['-3.333333%', '15432087.500000%', '300.000000%']
# '.1%' ['-3.3%', '15432087.5%', '300.0%']
# '*^12.3f' ['***-0.033***', '*154320.875*', '***3.000****']
# '=+9.2f' ['-    0.03', '+154320.88', '+    3.00']
# '_.0f' ['-0', '154_321', '3']
# '012,.2f' ['-0,000,000.03', '0,154,320.88', '0,000,003.00']
# 1.000000e+02 0.00 0.02
# Sub False 1/2
# unsupported operand type(s) for %: 'Fraction' and 'complex'
# unsupported operand type(s) for //: 'complex' and 'Fraction'
