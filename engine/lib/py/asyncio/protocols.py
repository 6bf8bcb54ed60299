"""What a transport calls."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol',
           'BufferedProtocol')


class BaseProtocol:
    """What all protocols have."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """It is over: by itself (None) or for an exception."""

    def pause_writing(self):
        """The transport's buffer is above its high mark."""

    def resume_writing(self):
        """The buffer is below its low mark again."""


class Protocol(BaseProtocol):
    """Of a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes have come."""

    def eof_received(self):
        """The other side writes no more; true keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """Of a stream of bytes that come into the protocol's own buffer."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where the next bytes go."""

    def buffer_updated(self, nbytes):
        """That many bytes were written there."""

    def eof_received(self):
        """The other side writes no more; true keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """Of datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """Sending or receiving has failed."""


class SubprocessProtocol(BaseProtocol):
    """Of a process and its pipes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process has written."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""

    def process_exited(self):
        """The process has ended."""


def _feed_data_to_buffered_proto(proto, data):
    data_len = len(data)
    while data_len:
        buf = proto.get_buffer(data_len)
        buf_len = len(buf)
        if not buf_len:
            raise RuntimeError('get_buffer() returned an empty buffer')
        if buf_len >= data_len:
            buf[:data_len] = data
            proto.buffer_updated(data_len)
            return
        buf[:buf_len] = data[:buf_len]
        proto.buffer_updated(buf_len)
        data = data[buf_len:]
        data_len = len(data)
