# A pattern that backtracks exponentially holds up nobody.
# options: --sched rr
# skip: cpython its matcher holds the interpreter until it is done
import re
import threading

ticks = []
done = False


def tick():
    while not done:
        ticks.append(len(ticks))


thread = threading.Thread(target=tick)
thread.start()
before = len(ticks)
print(re.match('(a+)+$', 'a' * 20 + 'b'))      # expect: None
print(len(ticks) > before)                     # expect: True
done = True
thread.join()
print(re.sub('(?:x+x+)+y|b', '-', 'x' * 14 + 'b'))  # expect: xxxxxxxxxxxxxx-
print([m.span() for m in re.finditer('(?:x+x+)+y|b', 'x' * 14 + 'b')])  # expect: [(14, 15)]
print(re.split('(?:x+x+)+y|b', 'x' * 14 + 'bc'))  # expect: ['xxxxxxxxxxxxxx', 'c']
