"""How format strings are taken apart: what string.Formatter is built on."""

import _heddle


def formatter_parser(format_string, /):
    """An iterator of (literal text, field, spec, conversion) over the fields of a format string."""
    if not isinstance(format_string, str):
        raise TypeError(f'expected str, got {type(format_string).__name__}')
    return iter(_heddle.str_format_parse(format_string))


def formatter_field_name_split(field_name, /):
    """(first part, iterator of (is attribute, name or index)) of the name of a field."""
    if not isinstance(field_name, str):
        raise TypeError(f'expected str, got {type(field_name).__name__}')
    first, rest = _heddle.str_format_field(field_name)
    return first, iter(rest)
