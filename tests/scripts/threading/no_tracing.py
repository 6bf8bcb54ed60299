# skip: cpython it traces
# What the engine does not do it says where it is asked for, and threads go on starting.
import threading

for ask in (threading.settrace, threading.settrace_all_threads, threading.setprofile, threading.setprofile_all_threads):
    try:
        ask(print)
    except NotImplementedError as error:
        print(error)
    ask(None)
print(threading.gettrace(), threading.getprofile())
thread = threading.Thread(target=print, args=("it runs",))
thread.start()
thread.join()
# expect: Heddle does not trace Python code with sys.settrace()
# expect: Heddle does not trace Python code with sys.settrace()
# expect: Heddle does not profile Python code with sys.setprofile()
# expect: Heddle does not profile Python code with sys.setprofile()
# expect: None None
# expect: it runs
