import io
import logging
import threading

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO,
                    format='%(levelname)s %(name)s %(threadName)s %(funcName)s:%(lineno)d %(message)s')
log = logging.getLogger('app')
log.debug('not shown')
log.info('hello %s %d', 'x', 5)
logging.getLogger('app.db').warning('%(a)s', {'a': 1})


def work():
    log.error('from a thread')


t = threading.Thread(target=work, name='worker')
t.start()
t.join()
print(out.getvalue())
print(log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), log)
print(logging.getLogger('app') is log, logging.getLogger('app.db').parent is log)
# expect-stdout:
# INFO app MainThread <module>:10 hello x 5
# WARNING app.db MainThread <module>:11 1
# ERROR app worker work:15 from a thread
# 
# 20 False WARNING <Logger app (INFO)>
# True True
