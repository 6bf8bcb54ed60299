import _string
import string

print(list(_string.formatter_parser('a{2!s}b{{{0:^+10.3f}{obj.attr!r:>5} end')))
first, rest = _string.formatter_field_name_split('obj.arg[key1][2]')
print(first, list(rest))


class Upper(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(Upper().format('{} {name[0]}', 'x', name=['y']))

# expect-stdout:
# [('a', '2', '', 's'), ('b{', None, None, None), ('', '0', '^+10.3f', None), ('', 'obj.attr', '>5', 'r'), (' end', None, None, None)]
# obj [(True, 'arg'), (False, 'key1'), (False, 2)]
# X Y
