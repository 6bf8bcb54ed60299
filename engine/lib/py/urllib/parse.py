"""URLs taken apart and put together (RFC 3986)."""

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit',
           'urlencode', 'parse_qs', 'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes',
           'unquote', 'unquote_plus', 'unquote_to_bytes', 'DefragResult', 'ParseResult',
           'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

from collections import namedtuple
from types import GenericAlias

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp',
                 'mms', 'prospero', 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms',
               'https', 'shttp', 'snews', 'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn',
               'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps',
               'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
_scheme_chars = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')
_controls = ''.join(map(chr, range(33)))
_unsafe = '\t\r\n'


class _Text:
    """Results whose parts are str."""

    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._other(*[x.encode(encoding, errors) for x in self])


class _Octets:
    """Results whose parts are bytes."""

    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._other(*[x.decode(encoding, errors) for x in self])


class _Netloc:
    """The parts of the network location."""

    __slots__ = ()

    def _parts(self):
        text = isinstance(self.netloc, str)
        at, colon, left, right = ('@', ':', '[', ']') if text else (b'@', b':', b'[', b']')
        userinfo, has_user, place = self.netloc.rpartition(at)
        user = password = port = None
        if has_user:
            user, has_password, password = userinfo.partition(colon)
            if not has_password:
                password = None
        _, has_bracket, bracketed = place.partition(left)
        if has_bracket:
            host, _, port = bracketed.partition(right)
            _, has_port, port = port.partition(colon)
        else:
            host, has_port, port = place.partition(colon)
        return user, password, host, port if has_port else None

    @property
    def username(self):
        return self._parts()[0]

    @property
    def password(self):
        return self._parts()[1]

    @property
    def hostname(self):
        host = self._parts()[2]
        if not host:
            return None
        percent = '%' if isinstance(host, str) else b'%'
        host, sign, zone = host.partition(percent)
        return host.lower() + sign + zone

    @property
    def port(self):
        port = self._parts()[3]
        if not port:
            return None
        text = port if isinstance(port, str) else port.decode('ascii')
        if not (text.isdigit() and text.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(text) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(text)

    __class_getitem__ = classmethod(GenericAlias)


_Defrag = namedtuple('_DefragResultBase', 'url fragment')
_Split = namedtuple('_SplitResultBase', 'scheme netloc path query fragment')
_Parse = namedtuple('_ParseResultBase', 'scheme netloc path params query fragment')


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


class SplitResult(_Split, _Netloc, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Netloc, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Octets):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Netloc, _Octets):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Netloc, _Octets):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _octets in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                       (ParseResult, ParseResultBytes)):
    _text._other, _octets._other = _octets, _text
del _text, _octets


def _coerce(*args):
    """The arguments as str, and what makes results of their kind."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return *args, lambda x: x
    return (*[x.decode('ascii', 'strict') if x else '' for x in args],
            lambda x: x.encode('ascii', 'strict'))


def urlparse(url, scheme='', allow_fragments=True):
    """<scheme>://<netloc>/<path>;<params>?<query>#<fragment> in six parts."""
    url, scheme, result = _coerce(url, scheme)
    split = _urlsplit(url, scheme, allow_fragments)
    path, params = split.path, ''
    if split.scheme in uses_params and ';' in path:
        at = path.find(';', max(path.rfind('/'), 0))
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return result(ParseResult(split.scheme, split.netloc, path, params, split.query,
                              split.fragment))


def urlsplit(url, scheme='', allow_fragments=True):
    """<scheme>://<netloc>/<path>?<query>#<fragment> in five parts."""
    url, scheme, result = _coerce(url, scheme)
    return result(_urlsplit(url, scheme, allow_fragments))


def _urlsplit(url, scheme, allow_fragments):
    url = url.lstrip(_controls)
    scheme = scheme.strip(_controls)
    for c in _unsafe:
        url = url.replace(c, '')
        scheme = scheme.replace(c, '')
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha():
        if all([c in _scheme_chars for c in url[:at]]):
            scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = min([len(url)] + [i for i in [url.find(c, 2) for c in '/?#'] if i >= 0])
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if '[' in netloc:
            _check_brackets(netloc)
        _check_letters(netloc)
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def _check_letters(netloc):
    """Refuses letters that are normalized to what separates parts of a URL."""
    if netloc.isascii():
        return
    import unicodedata
    plain = ''.join([c for c in netloc if c not in '@:#?'])
    normalized = unicodedata.normalize('NFKC', plain)
    if plain != normalized and any([c in normalized for c in '/?#@:']):
        raise ValueError(f'netloc {netloc!r} contains invalid characters under NFKC normalization')


def _check_brackets(netloc):
    place = netloc.rpartition('@')[2]
    before, has_bracket, bracketed = place.partition('[')
    if before:
        raise ValueError('Invalid IPv6 URL')
    host, _, port = bracketed.partition(']')
    if port and not port.startswith(':'):
        raise ValueError('Invalid IPv6 URL')
    if host.startswith('v'):
        version, dot, rest = host[1:].partition('.')
        if not version or not rest or any([c not in '0123456789abcdefABCDEF' for c in version]):
            raise ValueError('IPvFuture address is invalid')
        return
    import ipaddress
    if isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):
        raise ValueError('An IPv4 address cannot be in brackets')


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, result = _coerce(*components)
    if params:
        url = f'{url};{params}'
    return result(_unsplit(scheme, netloc, url, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, result = _coerce(*components)
    return result(_unsplit(scheme, netloc, url, query, fragment))


def _unsplit(scheme, netloc, url, query, fragment):
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == '/'):
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urljoin(base, url, allow_fragments=True):
    """What a reference means on the page `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, result = _coerce(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return result(url)
    if scheme in uses_netloc:
        if netloc:
            return result(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        path, params = bpath, bparams
        if not query:
            query = bquery
        return result(urlunparse((scheme, netloc, path, params, query, fragment)))
    parts = bpath.split('/')
    if parts[-1] != '':
        del parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = parts + path.split('/')
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == '..':
            if resolved:
                resolved.pop()
        elif segment != '.':
            resolved.append(segment)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return result(urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query,
                              fragment)))


def urldefrag(url):
    url, result = _coerce(url)
    if '#' in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ''))
    else:
        fragment = ''
    return result(DefragResult(url, fragment))


# ---- percent signs

_hex = {f'{a}{b}': int(a + b, 16) for a in '0123456789ABCDEFabcdef'
        for b in '0123456789ABCDEFabcdef'}
_always_safe = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def unquote_to_bytes(string):
    if not string:
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = bytes(string).split(b'%')
    out = [first]
    for part in rest:
        byte = _hex.get(part[:2].decode('latin-1'))
        if byte is None:
            out.append(b'%' + part)
        else:
            out.append(bytes([byte]) + part[2:])
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        return string
    encoding = 'utf-8' if encoding is None else encoding
    errors = 'replace' if errors is None else errors
    # Only runs of ASCII are octets; the rest is text already.
    out, start = [], 0
    n = len(string)
    while start < n:
        end = start
        ascii = string[start].isascii()
        while end < n and string[end].isascii() == ascii:
            end += 1
        run = string[start:end]
        out.append(unquote_to_bytes(run).decode(encoding, errors) if ascii else run)
        start = end
    return ''.join(out)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode('utf-8' if encoding is None else encoding,
                               'strict' if errors is None else errors)
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    kept = safe + ' ' if isinstance(safe, str) else safe + b' '
    return quote(string, kept, encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    return ''.join([chr(c) if c in _always_safe or c < 128 and c in safe else f'%{c:02X}'
                    for c in bs])


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """key=value&… of a mapping or of pairs."""
    if hasattr(query, 'items'):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError('not a valid non-string sequence or mapping object')

    def one(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    out = []
    for key, value in query:
        key = one(key)
        if not doseq or isinstance(value, (str, bytes)):
            out.append(f'{key}={one(value)}')
            continue
        try:
            len(value)
        except TypeError:
            out.append(f'{key}={one(value)}')
        else:
            out.extend([f'{key}={one(each)}' for each in value])
    return '&'.join(out)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8',
             errors='replace', max_num_fields=None, separator='&'):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8',
              errors='replace', max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, 'ascii')
        equals, plus, space = '=', '+', ' '
        decode = lambda text: unquote(text, encoding, errors)
    else:
        if not qs:
            return []
        qs = bytes(memoryview(qs))
        if isinstance(separator, str):
            separator = bytes(separator, 'ascii')
        equals, plus, space = b'=', b'+', b' '
        decode = unquote_to_bytes
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    result = []
    for pair in qs.split(separator):
        if pair or strict_parsing:
            name, has_equals, value = pair.partition(equals)
            if not has_equals and strict_parsing:
                raise ValueError(f'bad query field: {pair!r}')
            if value or keep_blank_values:
                result.append((decode(name.replace(plus, space)),
                               decode(value.replace(plus, space))))
    return result
