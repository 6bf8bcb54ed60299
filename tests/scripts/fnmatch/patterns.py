import fnmatch
import glob

names = ['x.py', 'abcx', 'b]', 'xaybzc', 'aax', 'a', '.hidden']
for pattern in '*.py', 'a?[b-d]*x', '[!a]*[]]', '*a*b*c', '', '**x', 'a[z-a]', '*[!z-a]', '[[]', '[a-c-e]':
    print(pattern, fnmatch.filter(names, pattern), fnmatch.translate(pattern), glob.translate(pattern))
print(fnmatch.fnmatchcase('A.txt', 'a.*'), fnmatch.fnmatch(b'a.txt', b'*.txt'))
print(glob.translate('**/*.txt', recursive=True, include_hidden=True))
print(glob.escape('a[1]*?'))

# expect-stdout:
# *.py ['x.py'] (?s:.*\.py)\Z (?s:(?!\.)[^/]*\.py)\Z
# a?[b-d]*x ['abcx'] (?s:a.[b-d].*x)\Z (?s:a[^/][b-d][^/]*x)\Z
# [!a]*[]] ['b]'] (?s:[^a].*[]])\Z (?s:[^a][^/]*[]])\Z
# *a*b*c ['xaybzc'] (?s:(?>.*?a)(?>.*?b).*c)\Z (?s:(?!\.)[^/]*a[^/]*b[^/]*c)\Z
#  [] (?s:)\Z (?s:)\Z
# **x ['abcx', 'aax'] (?s:.*x)\Z (?s:(?!\.)[^/]*x)\Z
# a[z-a] [] (?s:a(?!))\Z (?s:a(?!))\Z
# *[!z-a] ['x.py', 'abcx', 'b]', 'xaybzc', 'aax', 'a', '.hidden'] (?s:.*.)\Z (?s:(?!\.)[^/]*.)\Z
# [[] [] (?s:[\[])\Z (?s:[\[])\Z
# [a-c-e] ['a'] (?s:[a-c\-e])\Z (?s:[a-c\-e])\Z
# False True
# (?s:(?:.+/)?[^/]*\.txt)\Z
# a[[]1][*][?]
