# On a virtual clock a deadlock ends the run; the report names the threads, what each waits for and
# who holds it.
# options: --clock virtual
# skip: cpython a deadlock lasts
# expect-error: ^  second waits for a lock that first holds: /.*deadlock_report.py:\d+ in take$
import threading

a, b = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def take(one, other):
    with one:
        both.wait()
        with other:
            pass


threading.Thread(target=take, args=(a, b), name='first').start()
threading.Thread(target=take, args=(b, a), name='second').start()
