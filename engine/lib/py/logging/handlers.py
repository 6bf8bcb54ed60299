"""More handlers: files that rotate, queues, memory."""

import copy
import logging
import os
import queue
import threading
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514
_MIDNIGHT = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
    """A file that gives way to a new one."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Files of at most maxBytes; the older ones are called .1, .2, …"""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False,
                 errors=None):
        if maxBytes > 0:
            mode = 'a'
        BaseRotatingHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._close_stream()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f'{self.baseFilename}.{i}')
                target = self.rotation_filename(f'{self.baseFilename}.{i + 1}')
                if os.path.exists(source):
                    if os.path.exists(target):
                        os.remove(target)
                    os.rename(source, target)
            target = self.rotation_filename(self.baseFilename + '.1')
            if os.path.exists(target):
                os.remove(target)
            self.rotate(self.baseFilename, target)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
                return False
            self.stream.seek(0, 2)
            position = self.stream.tell()
            if not position:
                return False
            return position + len(self.format(record) + '\n') >= self.maxBytes
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A new file at times: when is S, M, H, D, midnight or W0 to W6."""

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False,
                 utc=False, atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a', encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        units = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'),
                 'H': (3600, '%Y-%m-%d_%H'), 'D': (_MIDNIGHT, '%Y-%m-%d'),
                 'MIDNIGHT': (_MIDNIGHT, '%Y-%m-%d')}
        if self.when in units:
            self.interval, self.suffix = units[self.when]
        elif self.when.startswith('W'):
            self.interval, self.suffix = 7 * _MIDNIGHT, '%Y-%m-%d'
            if len(self.when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is '
                                 f'Monday): {self.when}')
            if not '0' <= self.when[1] <= '6':
                raise ValueError(f'Invalid day specified for weekly rollover: {self.when}')
            self.dayOfWeek = int(self.when[1])
        else:
            raise ValueError(f'Invalid rollover interval specified: {self.when}')
        self.interval *= interval
        start = self.baseFilename
        begun = int(os.stat(start).st_mtime) if os.path.exists(start) else int(time.time())
        self.rolloverAt = self.computeRollover(begun)

    def computeRollover(self, currentTime):
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        t = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _MIDNIGHT
        if self.atTime is not None:
            at = (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        left = at - ((t.tm_hour * 60 + t.tm_min) * 60 + t.tm_sec)
        day = t.tm_wday
        if left <= 0:
            left += _MIDNIGHT
            day = (day + 1) % 7
        result = currentTime + left
        if self.when.startswith('W') and day != self.dayOfWeek:
            result += (self.dayOfWeek - day) % 7 * _MIDNIGHT
        return result

    def shouldRollover(self, record):
        return int(time.time()) >= self.rolloverAt

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)
        found = [os.path.join(folder, name) for name in os.listdir(folder or '.')
                 if name.startswith(base + '.')]
        found.sort()
        return found[:max(0, len(found) - self.backupCount)]

    def doRollover(self):
        begun = self.rolloverAt - self.interval
        t = time.gmtime(begun) if self.utc else time.localtime(begun)
        target = self.rotation_filename(
            self.baseFilename + '.' + time.strftime(self.suffix, t))
        if os.path.exists(target):
            os.remove(target)
        self._close_stream()
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        if not self.delay:
            self.stream = self._open()
        now = int(time.time())
        while self.rolloverAt <= now:
            self.rolloverAt = self.computeRollover(max(self.rolloverAt, now))


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when somebody else has moved it away."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)
        self._place = None

    def _where(self):
        try:
            info = os.stat(self.baseFilename)
        except FileNotFoundError:
            return None
        return info.st_dev, info.st_ino

    def reopenIfNeeded(self):
        if self.stream is not None and self._place is not None and self._where() != self._place:
            self.stream.close()
            self.stream = self._open()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)
        self._place = self._where()


class BufferingHandler(logging.Handler):
    """Keeps records until it has as many as it can."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Hands its records on when there are many, or a grave one comes."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                BufferingHandler.close(self)
            finally:
                self.release()


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records from a queue and gives them to handlers, in a thread of its own."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        q = self.queue
        has_task_done = hasattr(q, 'task_done')
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                break
            if record is self._sentinel:
                if has_task_done:
                    q.task_done()
                break
            self.handle(record)
            if has_task_done:
                q.task_done()

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


def _needs_network(name):
    class NetworkHandler(logging.Handler):
        def __init__(self, *args, **kwargs):
            raise NotImplementedError(f'logging.handlers.{name} is not in Heddle: it needs the '
                                      'network')
    NetworkHandler.__name__ = NetworkHandler.__qualname__ = name
    return NetworkHandler


SocketHandler, DatagramHandler, SysLogHandler, SMTPHandler, HTTPHandler, NTEventLogHandler = [
    _needs_network(_name) for _name in ('SocketHandler', 'DatagramHandler', 'SysLogHandler',
                                        'SMTPHandler', 'HTTPHandler', 'NTEventLogHandler')]
