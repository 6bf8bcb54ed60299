import base64
import hashlib
import hmac
import uuid

for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    print(name, hashlib.new(name, b'abc').hexdigest())
h = hashlib.sha256()
h.update(b'x' * 100)
h.update(b'y')
print(h.hexdigest() == hashlib.sha256(b'x' * 100 + b'y').hexdigest(), h.digest_size, h.name)
print(hmac.new(b'key', b'message', 'sha256').hexdigest())
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.b32encode(b'hi'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid4().version)
# expect-stdout:
# md5 900150983cd24fb0d6963f7d28e17f72
# sha1 a9993e364706816aba3e25717850c26c9cd0d89d
# sha224 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7
# sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
# sha384 cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7
# sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
# True 32 sha256
# 6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a
# b'aGVsbG8=' b'hello' b'NBUQ===='
# 886313e1-3b8a-5372-9b90-0c9aee199e5d 4
