from string import Template


class Percent(Template):
    delimiter = '%'
    idpattern = r'[a-z]+\.[a-z]+'


t = Percent('%a.b %% $x %{c.d}')
print(t.substitute({'a.b': 1, 'c.d': 2}))       # expect: 1 % $x 2
print(t.get_identifiers(), t.is_valid())        # expect: ['a.b', 'c.d'] True


class Angle(Template):
    pattern = r'''<<(?:(?P<escaped><<)|(?P<named>\w+)>>|(?P<braced>\d+)!|(?P<invalid>))'''


print(Angle('<<x>> <<<< <<y').safe_substitute(x=5))  # expect: 5 $ <<y
try:
    Angle('a\n <<').substitute()
except ValueError as error:
    print(error)                                # expect: Invalid placeholder in string: line 2, col 3
print(Template('${Who} $who $').safe_substitute(Who='me'))  # expect: me $who $
print(Template.pattern.groups, Template.pattern.flags)      # expect: 4 98
