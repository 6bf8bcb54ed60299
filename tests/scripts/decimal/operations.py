from decimal import *
D=Decimal
print(D('0.1')+D('0.2'), D(1)/D(3), D('1.10')*2, D(10)**-3, D(2)**D('0.5'), D(2).sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D(3).log10(), repr(D('1E+5')), D('NaN'), D('-Infinity'), D(0.1))
print(D('3.14159').quantize(D('0.01')), round(D('2.675'),2), round(D('2.5')), D('7')//D('2'), D('-7')%D('3'), divmod(D(7),D(2)), abs(D(-3)), -D('0'), +D('1.23'), int(D('3.9')), float(D('1.5')), D('1e3').normalize(), D('100').normalize(), D('1.200').normalize().to_eng_string())
for f in [lambda:D(1)/0, lambda:D(0)/0, lambda:D('x'), lambda:D(-1).sqrt(), lambda:D('1e999999')*10, lambda:D([1]), lambda:D(None), lambda:D('sNaN')+1, lambda: int(D('inf')), lambda:D(1).quantize(D('1e-50')), lambda: Context(prec=0), lambda:setcontext(1), lambda: D(0)**0, lambda: round(D(1),1.5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, type(e).__mro__[1].__name__, e)
print(getcontext())
with localcontext(prec=5) as c:
    print(D(1)/7, c.flags[Inexact], c)
    c.rounding=ROUND_UP; print(D(1)/7)
print(D('1.5')==1.5, D('0.1')==0.1, D(2)<3, D('1.0')==D('1'), hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(0.5), max(D(1),D(2)), sorted([D(3),D(1)]), sum([D('0.1')]*3))
for s in ['', '.2f','10.3f','<10','+,.2f','e','.3e','%','.1%','010','g','n','^12.1f','*>8','z.1f',',']:
    print(repr(format(D('1234.5678'),s)), repr(format(D('-0.00001'),s)), repr(format(D('1E+3'), s)), repr(f"{D('inf'):{s}}"))

# expect-stdout:
# 0.3 0.3333333333333333333333333333 2.20 0.001 1.414213562373095048801688724 1.414213562373095048801688724 2.718281828459045235360287471 2.302585092994045684017991455 3 0.4771212547196624372950279033 Decimal('1E+5') NaN -Infinity 0.1000000000000000055511151231257827021181583404541015625
# 3.14 2.68 2 3 -1 (Decimal('3'), Decimal('1')) 3 0 1.23 3 1.5 1E+3 1E+2 1.2
# DivisionByZero DecimalException [<class 'decimal.DivisionByZero'>]
# InvalidOperation DecimalException [<class 'decimal.DivisionUndefined'>]
# InvalidOperation DecimalException [<class 'decimal.ConversionSyntax'>]
# InvalidOperation DecimalException [<class 'decimal.InvalidOperation'>]
# Overflow Inexact [<class 'decimal.Overflow'>]
# ValueError Exception argument must be a sequence of length 3
# TypeError Exception conversion from NoneType to Decimal is not supported
# InvalidOperation DecimalException [<class 'decimal.InvalidOperation'>]
# OverflowError ArithmeticError cannot convert Infinity to integer
# InvalidOperation DecimalException [<class 'decimal.InvalidOperation'>]
# ValueError Exception valid range for prec is [1, MAX_PREC]
# TypeError Exception argument must be a context
# InvalidOperation DecimalException [<class 'decimal.InvalidOperation'>]
# TypeError Exception optional arg must be an integer
# Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
# 0.14286 True Context(prec=5, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
# 0.14286
# True False True True True True 2 [Decimal('1'), Decimal('3')] 0.3
# '1234.5678' '-0.00001' '1E+3' 'Infinity'
# '1234.57' '-0.00' '1000.00' 'Infinity'
# '  1234.568' '    -0.000' '  1000.000' '  Infinity'
# '1234.5678 ' '-0.00001  ' '1E+3      ' 'Infinity  '
# '+1,234.57' '-0.00' '+1,000.00' '+Infinity'
# '1.2345678e+3' '-1e-5' '1e+3' 'Infinity'
# '1.235e+3' '-1.000e-5' '1.000e+3' 'Infinity'
# '123456.78%' '-0.001%' '100000%' 'Infinity%'
# '123456.8%' '-0.0%' '100000.0%' 'Infinity%'
# '01234.5678' '-000.00001' '0000001E+3' '  Infinity'
# '1234.5678' '-0.00001' '1e+3' 'Infinity'
# '1234.5678' '-0.00001' '1e+3' 'Infinity'
# '   1234.6   ' '    -0.0    ' '   1000.0   ' '  Infinity  '
# '1234.5678' '-0.00001' '****1E+3' 'Infinity'
# '1234.6' '0.0' '1000.0' 'Infinity'
# '1,234.5678' '-0.00001' '1E+3' 'Infinity'
