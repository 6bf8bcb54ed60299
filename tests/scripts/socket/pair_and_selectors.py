# socketpair(), timeouts, non-blocking sockets, selectors, select, datagrams.
import select
import selectors
import socket

a, b = socket.socketpair()
a.settimeout(0.01)
try:
    a.recv(1)
except TimeoutError as error:
    print(error)                                     # expect: timed out
a.setblocking(False)
try:
    a.recv(1)
except BlockingIOError as error:
    print(error)                                     # expect: [Errno 11] Resource temporarily unavailable
b.send(b'x')
with selectors.DefaultSelector() as selector:
    selector.register(a, selectors.EVENT_READ, 'A')
    print([(key.data, mask) for key, mask in selector.select()])  # expect: [('A', 1)]
    print(selector.get_key(a).fd == a.fileno())      # expect: True
print([len(x) for x in select.select([a, b], [a], [], 1)])  # expect: [1, 1, 0]
b.close()
print(a.recv(5), a.recv(5))                          # expect: b'x' b''
a.close()

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(('127.0.0.1', 0))
sender = socket.socket(type=socket.SOCK_DGRAM)
sender.sendto(b'datagram', receiver.getsockname())
data, address = receiver.recvfrom(100)
print(data, address == sender.getsockname()[:0] + ('127.0.0.1', sender.getsockname()[1]))  # expect: b'datagram' True
receiver.close()
sender.close()
