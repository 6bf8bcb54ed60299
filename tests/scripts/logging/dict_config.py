# What dictConfig() makes of queues, references to other parts and odd formatters; handlers that
# send over sockets.
import io
import logging
import logging.config
import logging.handlers
import pickle
import queue
import socketserver
import struct
import sys
import threading


class Shouting(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style='%'):
        super().__init__(fmt, datefmt, style)

    def format(self, record):
        return super().format(record).upper()


def make_formatter(format, suffix=''):
    return logging.Formatter(format + suffix)


class Listener(logging.handlers.QueueListener):
    pass


logging.config.dictConfig({
    'version': 1,
    'texts': {'short': '%(levelname)s %(message)s'},
    'formatters': {
        'shouting': {'class': '__main__.Shouting', 'format': 'cfg://texts.short'},
        'made': {'()': make_formatter, 'format': '%(message)s', 'suffix': '!'},
        'standard': {'()': logging.Formatter, 'format': '{message}?', 'style': '{'},
    },
    'filters': {'even': {'()': lambda: lambda record: int(record.getMessage()[-1]) % 2 == 0}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout',
                'formatter': 'shouting'},
        'second': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout',
                   'formatter': 'made', 'filters': ['even'], 'level': 'ERROR'},
        'later': {'class': 'logging.handlers.MemoryHandler', 'capacity': 10,
                  'flushLevel': 'CRITICAL', 'target': 'third'},
        'third': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout',
                  'formatter': 'standard'},
        'a_queue': {'class': 'logging.handlers.QueueHandler',
                    'queue': {'()': 'queue.Queue', 'maxsize': 100},
                    'listener': '__main__.Listener', 'handlers': ['out', 'second'],
                    'respect_handler_level': True},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['a_queue']},
                'kept': {'handlers': ['later'], 'propagate': False}},
    'root': {'level': 'INFO'},
})
handler = logging.getHandlerByName('a_queue')
print(type(handler.listener).__name__, handler.queue.maxsize, logging.getHandlerNames() >= {'out'})
handler.listener.start()
for i in range(3):
    logging.getLogger('app').error('number %d', i)
handler.listener.stop()
logging.getLogger('kept').warning('not yet')
print('before')
logging.getLogger('kept').critical('now')

for config in ({'version': 1, 'root': {'filters': [3]}},
               {'version': 1, 'handlers': {'q': {'class': 'logging.handlers.QueueHandler',
                                                 'queue': object()}}},
               {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', '9': 1}}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as e:
        print(e)

base = logging.config.BaseConfigurator({'a': {'b': [1, ('x', 'y')], 'c d': 2, '': 3}})
print(base.convert('cfg://a.b[1][0]'), base.convert('cfg://a[c d]'), base.convert('cfg://a[]'),
      base.convert('ext://logging.INFO'), base.convert('plain://x'))
for bad in ('cfg://none', 'cfg://a..b', 'ext://nowhere.x'):
    try:
        base.convert(bad)
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)

for format, style in (('%(asctime)Z', '%'), ('{a.b[0]!r:>10}', '{'), ('{a!x}', '{'), ('{a:%}', '{'),
                      ('{a:q}', '{'), ('$a $$', '$'), ('$a $', '$'), ('none', '%')):
    try:
        print(logging.Formatter(format, style=style)._fmt)
    except ValueError as e:
        print('ValueError', e)

# A message that cannot be formatted.
sys.stderr, old = io.StringIO(), sys.stderr
logging.getLogger().handlers = [logging.StreamHandler()]


def careless():
    logging.error('one', 1)


careless()
text, sys.stderr = sys.stderr.getvalue(), old
at = text.index('Call stack')
print(text.startswith('--- Logging error ---\nTraceback'), ', in careless' in text[at:],
      text[at:].split('\n')[-3:])


class Receiver(socketserver.StreamRequestHandler):
    def handle(self):
        while size := self.rfile.read(4):
            data = self.rfile.read(struct.unpack('>L', size)[0])
            received.put(logging.makeLogRecord(pickle.loads(data)))


received = queue.Queue()
with socketserver.ThreadingTCPServer(('localhost', 0), Receiver) as server:
    threading.Thread(target=server.serve_forever, args=(0.01,)).start()
    sender = logging.handlers.SocketHandler('localhost', server.server_address[1])
    log = logging.getLogger('sent')
    log.propagate = False
    log.addHandler(sender)
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('%s of %s', 'one', 'two')
    record = received.get()
    print(record.name, record.getMessage(), record.levelname, record.exc_info,
          record.exc_text.split('\n')[-1])
    sender.close()
    server.shutdown()
# expect-stdout:
# Listener 100 True
# ERROR NUMBER 0
# number 0!
# ERROR NUMBER 1
# ERROR NUMBER 2
# number 2!
# before
# not yet?
# now?
# Unable to configure root logger
# Unable to configure handler 'q'
# Unable to configure handler 'h'
# x 2 3 20 plain://x
# KeyError 'none'
# ValueError Unable to convert 'a..b' at '..b'
# ValueError Cannot resolve 'nowhere.x': No module named 'nowhere'
# ValueError Invalid format '%(asctime)Z' for '%' style
# {a.b[0]!r:>10}
# ValueError invalid format: invalid conversion: 'x'
# {a:%}
# ValueError invalid format: bad specifier: 'q'
# $a $$
# ValueError invalid format: bare '$' not allowed
# ValueError Invalid format 'none' for '%' style
# True True ["Message: 'one'", 'Arguments: (1,)', '']
# sent one of two ERROR None ZeroDivisionError: division by zero
