import string

t = string.Template('$who owes ${amount}$$')
print(t.substitute(who='Ada', amount=5))       # expect: Ada owes 5$
print(t.safe_substitute(who='Ada'))            # expect: Ada owes ${amount}$
try:
    t.substitute(who='Ada')
except KeyError as error:
    print(error)                               # expect: 'amount'
try:
    string.Template('a $ b').substitute()
except ValueError as error:
    print(error)                               # expect: Invalid placeholder in string: line 1, col 3
print(string.ascii_lowercase, string.digits)   # expect: abcdefghijklmnopqrstuvwxyz 0123456789
print(string.capwords('hello  there'))         # expect: Hello There
print(string.Formatter().format('{0} {x!r:>{w}}', 'a', x='b', w=5))  # expect: a   'b'
