import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)
out = []
s.enter(0.02, 1, out.append, ('later',))
s.enter(0.01, 1, out.append, argument=('soon',))
s.enter(0.02, 0, out.append, ('urgent',))
s.cancel(s.enter(5, 1, print))
print(len(s.queue))
s.run()
print(sorted(out), out[0], s.empty())
# expect-stdout:
# 3
# ['later', 'soon', 'urgent'] soon True
