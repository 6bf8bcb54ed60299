import socket
import socketserver
import threading


class Reverse(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip()[::-1] + b'\n')


with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Reverse) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for text in b'abc', b'def':
        with socket.create_connection(server.server_address) as client:
            client.sendall(text + b'\n')
            client.shutdown(socket.SHUT_WR)
            with client.makefile('rb') as file:
                print(file.read())
    server.shutdown()
    thread.join()

# expect-stdout:
# b'cba\n'
# b'fed\n'
