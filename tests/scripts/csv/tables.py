import csv
import io

out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow(['a', 'b,c', 'd"e', 1, 2.5, None, 'x\ny']))
writer.writerows([[''], [], ['z', '']])
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue(), newline=''))))
print(list(csv.DictReader(io.StringIO('a,b\n1,2\n3,4,5\n\n6\n'), restval='?', restkey='more')))
out = io.StringIO()
writer = csv.DictWriter(out, ['x', 'y'], quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n')
writer.writeheader()
writer.writerow({'x': 1, 'y': 'q'})
print(repr(out.getvalue()))
for quoting in csv.QUOTE_ALL, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL:
    out = io.StringIO()
    csv.writer(out, quoting=quoting, escapechar='\\', delimiter=';').writerow(['a;b', 1, None, 'c"d', ''])
    print(repr(out.getvalue()), list(csv.reader([out.getvalue()], quoting=quoting, escapechar='\\', delimiter=';'))
          if quoting != csv.QUOTE_STRINGS else '-')
print(list(csv.reader(['1,"2",3'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["'a b',  c"], quotechar="'", skipinitialspace=True)))
sniffed = csv.Sniffer().sniff('a;b;c\n1;2;3\n')
print(sniffed.delimiter, csv.Sniffer().has_header('name,age\nbob,3\nal,4\n'), csv.list_dialects())
csv.register_dialect('mine', delimiter='|', quoting=csv.QUOTE_MINIMAL)
print(next(csv.reader(['a|b'], 'mine')), csv.get_dialect('mine').delimiter, csv.field_size_limit())
for call in (lambda: csv.reader([], delimiter=''), lambda: csv.reader([], quotechar=None), lambda: csv.reader([], quoting=9),
             lambda: csv.reader([], nothing=1), lambda: csv.reader([], delimiter=1), lambda: csv.writer(out).writerow(5),
             lambda: csv.get_dialect('none'), lambda: writer.writerow({'z': 1}), lambda: next(csv.reader([b'a'])),
             lambda: list(csv.reader(['a"b'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True))):
    try:
        print(type(call()).__name__)
    except Exception as error:
        print(type(error).__name__, error)

# expect-stdout:
# 29
# 'a,"b,c","d""e",1,2.5,,"x\ny"\r\n""\r\n\r\nz,\r\n'
# [['a', 'b,c', 'd"e', '1', '2.5', '', 'x\ny'], [''], [], ['z', '']]
# [{'a': '1', 'b': '2'}, {'a': '3', 'b': '4', 'more': ['5']}, {'a': '6', 'b': '?'}]
# '"x","y"\n1,"q"\n'
# '"a;b";"1";"";"c""d";""\r\n' [['a;b', '1', '', 'c"d', '']]
# 'a\\;b;1;;c\\"d;\r\n' [['a;b', '1', '', 'c"d', '']]
# '"a;b";1;;"c""d";""\r\n' -
# '"a;b";"1";;"c""d";""\r\n' [['a;b', '1', None, 'c"d', '']]
# [[1.0, '2', 3.0]] [['a b', 'c']]
# ; True ['excel', 'excel-tab', 'unix']
# ['a', 'b'] | 131072
# TypeError "delimiter" must be a 1-character string
# reader
# TypeError bad "quoting" value
# TypeError this function got an unexpected keyword argument 'nothing'
# TypeError "delimiter" must be string, not int
# Error iterable expected, not int
# Error unknown dialect
# ValueError dict contains fields not in fieldnames: 'z'
# Error iterator should return strings, not bytes (the file should be opened in text mode)
# list
# Error ',' expected after '"'
