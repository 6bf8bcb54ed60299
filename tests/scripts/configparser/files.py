import configparser, io
c=configparser.ConfigParser()
c.read_string('''
[DEFAULT]
base = /home
[one]
Path = %(base)s/x
n: 5
flag = yes
f = 1.5
multi = a
  b

  c
; comment
# another
[two]
x = %%y
''')
print(c.sections(), dict(c['one']), c.getint('one','n'), c['one'].getboolean('flag'), c.getfloat('one','f'), c.get('two','x'), c.get('one','nope',fallback='fb'), 'one' in c, c.has_option('one','PATH'), c['one'].get('zzz'), list(c), c.options('two'), c.items('two'))
c['three']={'k':'v'}; c.set('three','z','1'); c.remove_option('three','k'); c.add_section('four')
o=io.StringIO(); c.write(o); print(repr(o.getvalue()))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda:c.get('nope','x')); t(lambda:c.get('one','qq')); t(lambda:c.add_section('one')); t(lambda:c.read_string('x=1')); t(lambda:c.read_string('[a]\nx=1\nx=2')); t(lambda:c.read_string('[a]\n[a]\n')); t(lambda:c.read_string('[zz]\nfoo\n')); t(lambda: c['nope']); t(lambda:c.set('one','a',5)); t(lambda:c.getint('one','path'))
c.read_string('[i]\na=%(zz)s\nb=%(b)s\nc=%x\n'); t(lambda:c.get('i','a')); t(lambda:c.get('i','b')); t(lambda:c.get('i','c')); t(lambda:c.getboolean('one','path')); print(c.get('i','a',raw=True))
e=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, inline_comment_prefixes=('#',))
e.read_string('[p]\nhome=/h # c\nx=${home}/y\nflag\n[q]\nz=${p:x}!$$\n'); print(e['p']['x'], e['q']['z'], e['p']['flag'])
r=configparser.RawConfigParser(converters={'list':lambda s:s.split(',')}); r.read_string('[a]\nl=1,2\nv=%(x)s\n'); print(r.getlist('a','l'), r['a'].getlist('l'), r['a']['v'])
print(c.read(['/nope']), repr(c['one']), len(c), c.defaults())

# expect-stdout:
# ['one', 'two'] {'path': '/home/x', 'n': '5', 'flag': 'yes', 'f': '1.5', 'multi': 'a\nb\n\nc', 'base': '/home'} 5 True 1.5 %y fb True True None ['DEFAULT', 'one', 'two'] ['x', 'base'] [('base', '/home'), ('x', '%y')]
# '[DEFAULT]\nbase = /home\n\n[one]\npath = %(base)s/x\nn = 5\nflag = yes\nf = 1.5\nmulti = a\n\tb\n\t\n\tc\n\n[two]\nx = %%y\n\n[three]\nz = 1\n\n[four]\n\n'
# NoSectionError No section: 'nope'
# NoOptionError No option 'qq' in section: 'one'
# DuplicateSectionError Section 'one' already exists
# MissingSectionHeaderError File contains no section headers.
# file: '<string>', line: 1
# 'x=1'
# DuplicateOptionError While reading from '<string>' [line  3]: option 'x' in section 'a' already exists
# DuplicateSectionError While reading from '<string>' [line  2]: section 'a' already exists
# ParsingError Source contains parsing errors: '<string>'
# 	[line  2]: 'foo\n'
# KeyError 'nope'
# TypeError option values must be strings
# ValueError invalid literal for int() with base 10: '/home/x'
# InterpolationMissingOptionError Bad value substitution: option 'a' in section 'i' contains an interpolation key 'zz' which is not a valid option name. Raw value: '%(zz)s'
# InterpolationDepthError Recursion limit exceeded in value substitution: option 'b' in section 'i' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(b)s'
# InterpolationSyntaxError '%' must be followed by '%' or '(', found: '%x'
# ValueError Not a boolean: /home/x
# %(zz)s
# /h/y /h/y!$ None
# ['1', '2'] ['1', '2'] %(x)s
# [] <Section: one> 8 {'base': '/home'}
