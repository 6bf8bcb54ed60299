# A thread may wait for the main thread, which has ended when its program has, and start others then.
import threading


def work():
    threading.main_thread().join()
    print('after main', threading.main_thread().is_alive())
    late = threading.Thread(target=print, args=('late',))
    late.start()
    late.join()


threading.Thread(target=work).start()
print('main')
# expect-stdout:
# main
# after main False
# late
