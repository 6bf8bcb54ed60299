import difflib

a='one\ntwo\nthree\nfour\n'.splitlines(True); b='zero\none\ntree\nfour\nfive\n'.splitlines(True)
print(''.join(difflib.unified_diff(a,b,'a','b')),''.join(difflib.context_diff(a,b,'x','y')),''.join(difflib.ndiff(a,b)))
print(difflib.get_close_matches('appel',['ape','apple','peach','puppy']), difflib.SequenceMatcher(None,'abxcd','abcd').ratio(), difflib.SequenceMatcher(None,'qabxcd','abycdf').get_opcodes(), difflib.SequenceMatcher(lambda x:x==' ',' abcd','abcd abcd').find_longest_match(0,5,0,9))
print(list(difflib.restore(difflib.ndiff(a,b),1))==a, difflib.SequenceMatcher(None,'abcdefgh','bcdfgxh').get_matching_blocks())
x=['a b\n','cdef ghi\n','same\n','old line here\n']; y=['a  b\n','cdxf ghi\n','same\n','new line here\n','q\n']
print(''.join(difflib.ndiff(x,y)))

# expect-stdout:
# --- a
# +++ b
# @@ -1,4 +1,5 @@
# +zero
#  one
# -two
# -three
# +tree
#  four
# +five
#  *** x
# --- y
# ***************
# *** 1,4 ****
#   one
# ! two
# ! three
#   four
# --- 1,5 ----
# + zero
#   one
# ! tree
#   four
# + five
#  + zero
#   one
# - two
# - three
# ?  -
# + tree
#   four
# + five
#
# ['apple', 'ape'] 0.8888888888888888 [('delete', 0, 1, 0, 0), ('equal', 1, 3, 0, 2), ('replace', 3, 4, 2, 3), ('equal', 4, 6, 3, 5), ('insert', 6, 6, 5, 6)] Match(a=1, b=0, size=4)
# True [Match(a=1, b=0, size=3), Match(a=5, b=3, size=2), Match(a=7, b=6, size=1), Match(a=8, b=7, size=0)]
# - a b
# + a  b
# ?  +
# - cdef ghi
# ?   ^
# + cdxf ghi
# ?   ^
#   same
# - old line here
# ? ^^^
# + new line here
# ? ^^^
# + q
#
