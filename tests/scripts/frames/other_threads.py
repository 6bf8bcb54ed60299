# sys._current_frames() shows where other threads are, while they run.
import sys
import threading

started = threading.Event()
done = False


def spin(limit):
    count = 0
    started.set()
    while not done:
        count = (count + 1) % limit


thread = threading.Thread(target=spin, args=(1000,))
thread.start()
started.wait()
for _ in range(20):
    frame = sys._current_frames()[thread.ident]
    while frame.f_code.co_name != 'spin':
        frame = frame.f_back
    assert 0 <= frame.f_locals['count'] < 1000
    assert frame.f_locals['limit'] == 1000
    assert 12 <= frame.f_lineno <= 15, frame.f_lineno
done = True
thread.join()
print(frame.f_locals['limit'], frame.f_back is not None)  # expect: 1000 True
print(sys._current_frames()[threading.get_ident()] is sys._getframe())  # expect: True
