# Connections on loopback: create_server, create_connection, shutdown, makefile, refused.
import socket
import threading

server = socket.create_server(('127.0.0.1', 0))
port = server.getsockname()[1]


def serve():
    connection, address = server.accept()
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(('localhost', port)) as client:
    client.sendall(b'hello')
    print(client.recv(100))                          # expect: b'HELLO'
    with client.makefile('rw') as file:
        file.write('line\n')
        file.flush()
        print(repr(file.readline()))                 # expect: 'LINE\n'
    client.shutdown(socket.SHUT_WR)
    print(client.recv(10))                           # expect: b''
thread.join()
server.close()
try:
    socket.create_connection(('127.0.0.1', port))
except ConnectionRefusedError as error:
    print(error)                                     # expect: [Errno 111] Connection refused
try:
    client.send(b'x')
except OSError as error:
    print(error)                                     # expect: [Errno 9] Bad file descriptor
