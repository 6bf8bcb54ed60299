# Spaces as delimiters, escaped line ends, empty fields, numbers.
import csv
import io


def read(*lines, **options):
    print(list(csv.reader(lines, **options)))


read('a   b', '  a  ', '', delimiter=' ', skipinitialspace=True)
read('a   b', '  a  ', '', delimiter=' ')
read(',3,"5",7.3, 9', quoting=csv.QUOTE_NONNUMERIC)
read(',,"",1', quoting=csv.QUOTE_STRINGS)
rows = [['\r\ni', 'j\r\nk', 'l\r\n'], ['x,y', 'z']]
out = io.StringIO(newline='')
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar='\\').writerows(rows)
out.seek(0)
print(list(csv.reader(out, quoting=csv.QUOTE_NONE, escapechar='\\')) == rows)
out = io.StringIO()
csv.writer(out, delimiter=' ', skipinitialspace=True).writerow(['', 'a', ''])
print(repr(out.getvalue()))
for wrong in (lambda: csv.writer(out, delimiter=' ', skipinitialspace=True,
                                 quoting=csv.QUOTE_NONE).writerow(['', '']),
              lambda: csv.field_size_limit(None),
              lambda: csv.reader([], quotechar=' ', skipinitialspace=True),
              lambda: delattr(csv.reader([]).dialect, 'delimiter')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__)
# expect-stdout:
# [['a', 'b'], ['a', ''], []]
# [['a', '', '', 'b'], ['', '', 'a', '', ''], []]
# [['', 3.0, '5', 7.3, 9.0]]
# [[None, None, '', 1.0]]
# True
# '"" a ""\r\n'
# Error
# TypeError
# ValueError
# AttributeError
