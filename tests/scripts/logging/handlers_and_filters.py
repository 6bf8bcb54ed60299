import io
import logging

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter('{levelname:>8}|{message}', style='{'))
log = logging.getLogger('x')
log.propagate = False
log.addHandler(handler)
log.setLevel('DEBUG')
handler.setLevel(logging.INFO)
log.debug('no')
log.critical('yes')
handler.addFilter(lambda record: 'secret' not in record.getMessage())
log.info('a secret')
log.info('public')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
lines = out.getvalue().splitlines()
print(lines[:3], lines[-1])
adapter = logging.LoggerAdapter(log, {'user': 'ada'})
handler.setFormatter(logging.Formatter('%(user)s: %(message)s'))
adapter.warning('hi')
print(out.getvalue().splitlines()[-1])
logging.disable(logging.CRITICAL)
log.critical('silenced')
print(out.getvalue().splitlines()[-1])
try:
    log.setLevel('NONSENSE')
except ValueError as error:
    print(error)
# expect-stdout:
# ['CRITICAL|yes', '    INFO|public', '   ERROR|failed'] ZeroDivisionError: division by zero
# ada: hi
# ada: hi
# Unknown level: 'NONSENSE'
