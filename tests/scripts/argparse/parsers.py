import argparse, sys, io
p=argparse.ArgumentParser(prog='tool',description='A tool that does many things for whoever needs them, at once.',epilog='The end.')
p.add_argument('file',help='input file'); p.add_argument('rest',nargs='*')
p.add_argument('-n','--number',type=int,default=3,help='how many (default: %(default)s)'); p.add_argument('-v','--verbose',action='count',default=0)
p.add_argument('--mode',choices=['fast','slow'],default='fast'); p.add_argument('-q',action='store_true'); p.add_argument('--list',action='append'); p.add_argument('--pair',nargs=2,metavar=('A','B')); p.add_argument('--opt',nargs='?',const='c'); p.add_argument('--color',action=argparse.BooleanOptionalAction); p.add_argument('--version',action='version',version='%(prog)s 1.0')
g=p.add_mutually_exclusive_group(); g.add_argument('--aa',action='store_true'); g.add_argument('--bb',action='store_true')
def run(parser,args):
    out,err=sys.stdout,sys.stderr; sys.stdout=sys.stderr=io.StringIO()
    try:
        try: r=parser.parse_args(args)
        except SystemExit as e: r='exit %s\n'%e.code+sys.stdout.getvalue()
    finally: sys.stdout,sys.stderr=out,err
    print(args,'->',r)
for a in (['f'],['f','a','b','-n','5','-vv'],['-vvq','f'],['f','--mode','slow','--list','1','--list','2'],['f','--pair','x','y','--opt','--color'],['f','--opt','z','--no-color'],['f','--num=7'],['-n8','f'],[],['f','-n','x'],['f','--mode','x'],['f','--zz'],['f','--pair','x'],['f','--aa','--bb'],['--help'],['--version'],['f','--','-x'],['f','-n'],['-5'],['f','--ver']): run(p,a)
s=argparse.ArgumentParser(prog='git'); s.add_argument('--debug',action='store_true'); sub=s.add_subparsers(dest='cmd',required=True,help='sub help')
c=sub.add_parser('commit',help='make one'); c.add_argument('-m','--message',required=True); c.set_defaults(func='F'); l=sub.add_parser('log',aliases=['lg']); l.add_argument('paths',nargs='+')
for a in (['commit','-m','x'],['--debug','log','a','b'],['lg','z'],[],['commit'],['bad'],['-h'],['commit','-h'],['log']): run(s,a)
print(p.parse_known_args(['f','--zz','1'])); print(argparse.Namespace(a=1)==argparse.Namespace(a=1))
# expect-stdout:
# ['f'] -> Namespace(file='f', rest=[], number=3, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['f', 'a', 'b', '-n', '5', '-vv'] -> Namespace(file='f', rest=['a', 'b'], number=5, verbose=2, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['-vvq', 'f'] -> Namespace(file='f', rest=[], number=3, verbose=2, mode='fast', q=True, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['f', '--mode', 'slow', '--list', '1', '--list', '2'] -> Namespace(file='f', rest=[], number=3, verbose=0, mode='slow', q=False, list=['1', '2'], pair=None, opt=None, color=None, aa=False, bb=False)
# ['f', '--pair', 'x', 'y', '--opt', '--color'] -> Namespace(file='f', rest=[], number=3, verbose=0, mode='fast', q=False, list=None, pair=['x', 'y'], opt='c', color=True, aa=False, bb=False)
# ['f', '--opt', 'z', '--no-color'] -> Namespace(file='f', rest=[], number=3, verbose=0, mode='fast', q=False, list=None, pair=None, opt='z', color=False, aa=False, bb=False)
# ['f', '--num=7'] -> Namespace(file='f', rest=[], number=7, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['-n8', 'f'] -> Namespace(file='f', rest=[], number=8, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# [] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: the following arguments are required: file
#
# ['f', '-n', 'x'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: argument -n/--number: invalid int value: 'x'
#
# ['f', '--mode', 'x'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: argument --mode: invalid choice: 'x' (choose from fast, slow)
#
# ['f', '--zz'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: unrecognized arguments: --zz
#
# ['f', '--pair', 'x'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: argument --pair: expected 2 arguments
#
# ['f', '--aa', '--bb'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: argument --bb: not allowed with argument --aa
#
# ['--help'] -> exit 0
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
#
# A tool that does many things for whoever needs them, at once.
#
# positional arguments:
#   file                 input file
#   rest
#
# options:
#   -h, --help           show this help message and exit
#   -n, --number NUMBER  how many (default: 3)
#   -v, --verbose
#   --mode {fast,slow}
#   -q
#   --list LIST
#   --pair A B
#   --opt [OPT]
#   --color, --no-color
#   --version            show program's version number and exit
#   --aa
#   --bb
#
# The end.
#
# ['--version'] -> exit 0
# tool 1.0
#
# ['f', '--', '-x'] -> Namespace(file='f', rest=['-x'], number=3, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['f', '-n'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: argument -n/--number: expected one argument
#
# ['-5'] -> Namespace(file='-5', rest=[], number=3, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False)
# ['f', '--ver'] -> exit 2
# usage: tool [-h] [-n NUMBER] [-v] [--mode {fast,slow}] [-q] [--list LIST]
#             [--pair A B] [--opt [OPT]] [--color | --no-color] [--version]
#             [--aa | --bb]
#             file [rest ...]
# tool: error: ambiguous option: --ver could match --verbose, --version
#
# ['commit', '-m', 'x'] -> Namespace(debug=False, cmd='commit', message='x', func='F')
# ['--debug', 'log', 'a', 'b'] -> Namespace(debug=True, cmd='log', paths=['a', 'b'])
# ['lg', 'z'] -> Namespace(debug=False, cmd='lg', paths=['z'])
# [] -> exit 2
# usage: git [-h] [--debug] {commit,log,lg} ...
# git: error: the following arguments are required: cmd
#
# ['commit'] -> exit 2
# usage: git commit [-h] -m MESSAGE
# git commit: error: the following arguments are required: -m/--message
#
# ['bad'] -> exit 2
# usage: git [-h] [--debug] {commit,log,lg} ...
# git: error: argument cmd: invalid choice: 'bad' (choose from commit, log, lg)
#
# ['-h'] -> exit 0
# usage: git [-h] [--debug] {commit,log,lg} ...
#
# positional arguments:
#   {commit,log,lg}  sub help
#     commit         make one
#
# options:
#   -h, --help       show this help message and exit
#   --debug
#
# ['commit', '-h'] -> exit 0
# usage: git commit [-h] -m MESSAGE
#
# options:
#   -h, --help            show this help message and exit
#   -m, --message MESSAGE
#
# ['log'] -> exit 2
# usage: git log [-h] paths [paths ...]
# git log: error: the following arguments are required: paths
#
# (Namespace(file='f', rest=['1'], number=3, verbose=0, mode='fast', q=False, list=None, pair=None, opt=None, color=None, aa=False, bb=False), ['--zz'])
# True
