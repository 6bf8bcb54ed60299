# A module that many threads import first runs once, and nobody gets it before it is done. Two that
# import each other from two threads do not wait for each other for ever.
import os
import sys
import threading

os.mkdir('lib')
with open('lib/slow.py', 'w') as f:
    f.write('import time\nruns = 1\nfor _ in range(50):\n    time.sleep(0)\ndone = True\n')
with open('lib/left.py', 'w') as f:
    f.write('import time\ntime.sleep(0.01)\nimport right\nname = "left"\ndef other(): return right.name\n')
with open('lib/right.py', 'w') as f:
    f.write('import time\ntime.sleep(0.01)\nimport left\nname = "right"\ndef other(): return left.name\n')
sys.path.append(os.path.join(os.getcwd(), 'lib'))


def together(*works):
    results = [None] * len(works)

    def run(n):
        results[n] = works[n]()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def import_slow():
    import slow
    slow.runs += 0
    return slow.done, id(slow)


def import_left():
    import left
    return left


def import_right():
    import right
    return right


modules = together(*[import_slow] * 8)
print(len(set(modules)), modules[0][0])  # expect: 1 True
left, right = together(import_left, import_right)
print(left.other(), right.other())  # expect: right left
print(left is import_left(), right is import_right())  # expect: True True
