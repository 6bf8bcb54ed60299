import shlex

print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # h"), shlex.split('a # b', comments=True))
print(shlex.quote("it's"), shlex.quote(''), shlex.quote('plain'), shlex.join(['a b', 'c']))
print(list(shlex.shlex('a && b; c|d "x y"', punctuation_chars=True)))
print(list(shlex.shlex("key = 'some value' # comment\nnext")))
for text in "a 'b", 'a\\':
    try:
        shlex.split(text)
    except ValueError as error:
        print(error)

# expect-stdout:
# ['a', 'b c', 'd"e', 'f g', '#', 'h'] ['a']
# 'it'"'"'s' '' plain 'a b' c
# ['a', '&&', 'b', ';', 'c', '|', 'd', '"x y"']
# ['key', '=', "'some value'", 'next']
# No closing quotation
# No escaped character
