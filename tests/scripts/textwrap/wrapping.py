import textwrap

text = ('The quick brown fox jumped over the lazy dog -- and well-known words. '
        'Supercalifragilisticexpialidocious e-mail.')
print(textwrap.fill(text, 33))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 30), repr(textwrap.dedent('\n    a\n      b\n')))
print(repr(textwrap.indent('a\n\nb\n', '> ')))
# expect-stdout:
# The quick brown fox jumped over
# the lazy dog -- and well-known
# words. Supercalifragilisticexpial
# idocious e-mail.
# * The quick brown fox jumped over the
#   lazy dog -- and well-known words.
#   Supercalifragilisticexpialidocious
#   e-mail.
# The quick brown fox [...] '\na\n  b\n'
# '> a\n\n> b\n'
