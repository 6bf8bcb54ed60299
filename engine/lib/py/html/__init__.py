"""Characters that HTML gives a meaning."""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


_names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0',
          'copy': '\xa9', 'reg': '\xae', 'deg': '\xb0', 'middot': '\xb7', 'laquo': '\xab',
          'raquo': '\xbb', 'ndash': '\u2013', 'mdash': '\u2014', 'hellip': '\u2026',
          'lsquo': '\u2018', 'rsquo': '\u2019', 'ldquo': '\u201c', 'rdquo': '\u201d',
          'euro': '\u20ac', 'times': '\xd7', 'rarr': '\u2192', 'larr': '\u2190'}


def unescape(s):
    """The text with character references replaced: numbers, and the most usual names."""
    if '&' not in s:
        return s
    out = []
    start = 0
    while True:
        at = s.find('&', start)
        if at < 0:
            out.append(s[start:])
            return ''.join(out)
        out.append(s[start:at])
        end = s.find(';', at)
        char = None
        if end > 0:
            char = _reference(s[at + 1:end])
        if char is None:
            out.append('&')
            start = at + 1
        else:
            out.append(char)
            start = end + 1


def _reference(name):
    if name[:1] != '#':
        return _names.get(name)
    digits, base = (name[2:], 16) if name[1:2] in ('x', 'X') else (name[1:], 10)
    try:
        number = int(digits, base)
    except ValueError:
        return None
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return '\ufffd'
    return chr(number)
