# Hosts that no URL may have, and queries of types that are none.
from urllib.parse import parse_qsl, urlsplit

for url in ('http://a\u2100b/', 'http://[v1.x]/', 'http://[vz.x]/', 'http://[1.2.3.4]/', 'http://bü/'):
    try:
        print(urlsplit(url).netloc)
    except ValueError as e:
        print(type(e).__name__, ascii(str(e)))
for query in ([97], 1, b'a=b', bytearray(b'c=d')):
    try:
        print(parse_qsl(query))
    except TypeError as e:
        print(type(e).__name__)
# expect-stdout:
# ValueError "netloc 'a\u2100b' contains invalid characters under NFKC normalization"
# [v1.x]
# ValueError 'IPvFuture address is invalid'
# ValueError 'An IPv4 address cannot be in brackets'
# bü
# TypeError
# TypeError
# [(b'a', b'b')]
# [(b'c', b'd')]
