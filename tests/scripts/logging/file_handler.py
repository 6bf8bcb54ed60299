import logging

handler = logging.FileHandler('app.log', mode='w', encoding='utf-8')
handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(message)s'))
log = logging.getLogger()
log.addHandler(handler)
log.warning('écrit')
handler.close()
with open('app.log', encoding='utf-8') as file:
    line = file.read()
print(line[4], line[10], line[23:], end='')  # expect: -    WARNING écrit
