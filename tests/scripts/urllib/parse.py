from urllib.parse import *
u=urlparse('http://user:pw@Host.com:8080/p/a;x?q=1&r=2#frag'); print(u, u.port,u.hostname,u.username,u.password,u.geturl(), urlsplit(b'http://a/b?c'))
for r in ['g:h','g','./g','/g','//g','?y','g?y','#s','g#s',';x','','.','..','../g','../../../g','./../g','g;x=1/../y']: print(urljoin('http://a/b/c/d;p?q', r))
print(quote('a b/ü&=+'), quote_plus('a b/ü'), unquote('a%20b%C3%BC%zz+'), unquote_plus('a+b'), urlencode({'a':1,'b':'x y','c':[1,2]}), urlencode({'c':[1,2]}, doseq=True), parse_qs('a=1&a=2&b=&c=%20x',keep_blank_values=True), parse_qsl('a=1&b=2;c=3'), urldefrag('http://a/b#c'), urlunsplit(('http','a','b','c','d')))
try: urlparse('http://a:99999/').port
except ValueError as e: print(e)

# expect-stdout:
# ParseResult(scheme='http', netloc='user:pw@Host.com:8080', path='/p/a', params='x', query='q=1&r=2', fragment='frag') 8080 host.com user pw http://user:pw@Host.com:8080/p/a;x?q=1&r=2#frag SplitResultBytes(scheme=b'http', netloc=b'a', path=b'/b', query=b'c', fragment=b'')
# g:h
# http://a/b/c/g
# http://a/b/c/g
# http://a/g
# http://g
# http://a/b/c/d;p?y
# http://a/b/c/g?y
# http://a/b/c/d;p?q#s
# http://a/b/c/g#s
# http://a/b/c/;x
# http://a/b/c/d;p?q
# http://a/b/c/
# http://a/b/
# http://a/b/g
# http://a/g
# http://a/b/g
# http://a/b/c/y
# a%20b/%C3%BC%26%3D%2B a+b%2F%C3%BC a bü%zz+ a b a=1&b=x+y&c=%5B1%2C+2%5D c=1&c=2 {'a': ['1', '2'], 'b': [''], 'c': [' x']} [('a', '1'), ('b', '2;c=3')] DefragResult(url='http://a/b', fragment='c') http://a/b?c#d
# Port out of range 0-65535
