# Usages of groups, what is deprecated, and what add_argument() refuses.
import argparse
import contextlib
import io


def parser(**options):
    return argparse.ArgumentParser(prog='PROG', **options)


p = parser()
group = p.add_mutually_exclusive_group()
group.add_argument('--op1', metavar='MET', nargs='?')
group.add_argument('--op2', metavar=('MET1', 'MET2'), nargs='*')
group.add_argument('--op4', metavar=('MET1', 'MET2'), nargs='+')
group.add_argument('--op6', nargs=3)
group.add_argument('--op7', metavar=('MET1', 'MET2', 'MET3'), nargs=3)
print(p.format_usage())
p = parser()
group = p.add_mutually_exclusive_group(required=True)
group.add_argument('--foo', action='store_true')
group.add_argument('badger', nargs='*')
print(p.format_usage())
p = parser(usage=argparse.SUPPRESS, formatter_class=argparse.RawDescriptionHelpFormatter,
           description='Keep\n   this\n')
group = p.add_argument_group('title', description='    This\n  too\n')
group.add_argument('--bar', help='bar help')
print(p.format_help(), repr(p.format_usage()), argparse.FileType('wb', 1, errors='x'))

p = parser()
p.add_argument('-f', deprecated=True)
p.add_argument('x', deprecated=True)
p.register('type', 'doubled', lambda text: 2 * text)
p.add_argument('-y', type='doubled')
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print(p.parse_args(['-f', '1', '-f', '2', '3', '-y', 'ab']))
print(err.getvalue())
for names, options in ((('x',), {'dest': 'y'}), (('--',), {}), (('--x',), {'type': 'int'}), ((), {}),
                       (('--m',), {'metavar': ('a', 'b')}),
                       (('--n',), {'metavar': ('a', 'b'), 'nargs': '*'}),
                       (('--c',), {'action': argparse.BooleanOptionalAction, 'const': 1})):
    try:
        p.add_argument(*names, **options)
        print('ok')
    except Exception as e:
        print(type(e).__name__)
s = p.add_subparsers()
s.add_parser('a', aliases=['b'])
for wrong in (lambda: s.add_parser('b'), p.add_subparsers, lambda: parser(parents=[1]),
              lambda: parser(conflict_handler='foo')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
# expect-stdout:
# usage: PROG [-h] [--op1 [MET] | --op2 [MET1 [MET2 ...]] |
#             --op4 MET1 [MET2 ...] | --op6 OP6 OP6 OP6 | --op7 MET1 MET2 MET3]
# 
# usage: PROG [-h] (--foo | badger ...)
# 
# Keep
#    this
# 
# options:
#   -h, --help  show this help message and exit
# 
# title:
#       This
#     too
# 
#   --bar BAR   bar help
#  '' FileType('wb', 1, errors='x')
# Namespace(f='2', x='3', y='abab')
# PROG: warning: option '-f' is deprecated
# PROG: warning: argument 'x' is deprecated
# 
# ValueError
# ValueError
# ValueError
# TypeError
# ValueError
# ok
# TypeError
# ArgumentError argument {a,b}: conflicting subparser: b
# ArgumentError cannot have multiple subparser arguments
# TypeError parents must be a list of ArgumentParser
# ValueError invalid conflict_resolution value: 'foo'
