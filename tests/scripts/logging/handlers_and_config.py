import logging, logging.handlers, logging.config, queue, os, sys, tempfile
os.chdir(tempfile.mkdtemp())

h=logging.handlers.RotatingFileHandler('a.log',maxBytes=50,backupCount=2)
l=logging.getLogger('r'); l.addHandler(h); l.propagate=False; l.setLevel(10)
for i in range(10): l.info('message %d xxxxxxxx',i)
h.close(); print(sorted(os.listdir('.')), open('a.log').read())
q=queue.Queue(); qh=logging.handlers.QueueHandler(q); out=logging.StreamHandler(sys.stdout); out.setFormatter(logging.Formatter('%(levelname)s:%(message)s'))
ql=logging.handlers.QueueListener(q,out); ql.start(); l2=logging.getLogger('q'); l2.propagate=False; l2.addHandler(qh); l2.warning('hi %s','there'); ql.stop()
m=logging.handlers.MemoryHandler(10,target=out); l3=logging.getLogger('m'); l3.propagate=False; l3.setLevel(10); l3.addHandler(m); l3.info('one'); l3.info('two'); print('before'); l3.error('three')
logging.config.dictConfig({'version':1,'formatters':{'f':{'format':'%(name)s|%(levelname)s|%(message)s'}},'filters':{'only':{'name':'app'}},'handlers':{'c':{'class':'logging.StreamHandler','formatter':'f','stream':'ext://sys.stdout','level':'INFO','filters':['only']},'file':{'class':'logging.FileHandler','filename':'b.log','formatter':'f'}},'loggers':{'app':{'handlers':['c','file'],'level':'DEBUG','propagate':False}},'root':{'level':'WARNING','handlers':['c']}})
logging.getLogger('app.x').debug('dbg'); logging.getLogger('app').info('inf'); logging.getLogger('other').error('no'); print(open('b.log').read(), l.disabled)
for bad in [{}, {'version':2}, {'version':1,'handlers':{'x':{'class':'nope.X'}}}, {'version':1,'root':{'handlers':['zz']}}]:
    try: logging.config.dictConfig(bad)
    except Exception as e: print(type(e).__name__, e)
open('c.ini','w').write('''[loggers]
keys=root,a
[handlers]
keys=h
[formatters]
keys=f
[logger_root]
level=DEBUG
handlers=h
[logger_a]
level=ERROR
handlers=
qualname=a
[handler_h]
class=StreamHandler
level=INFO
formatter=f
args=(sys.stdout,)
[formatter_f]
format=%(levelname)s-%(message)s
''')
logging.config.fileConfig('c.ini'); logging.info('root'); logging.getLogger('a').info('x'); logging.getLogger('a').error('y')
t=logging.handlers.TimedRotatingFileHandler('t.log',when='midnight',backupCount=3); print(t.when,t.interval,t.suffix)

# expect-stdout:
# ['a.log', 'a.log.1', 'a.log.2'] message 8 xxxxxxxx
# message 9 xxxxxxxx
#
# WARNING:hi there
# before
# INFO:one
# INFO:two
# ERROR:three
# app|INFO|inf
# app.x|DEBUG|dbg
# app|INFO|inf
#  True
# ValueError dictionary doesn't specify a version
# ValueError Unsupported version: 2
# ValueError Unable to configure handler 'x'
# ValueError Unable to configure root logger
# INFO-root
# ERROR-y
# MIDNIGHT 86400 %Y-%m-%d
