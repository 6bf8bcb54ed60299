# unordered
import threading


def lines(name):
    for i in range(3):
        print(name, i, 'end of line')


threads = [threading.Thread(target=lines, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

# expect-stdout:
# a 0 end of line
# a 1 end of line
# a 2 end of line
# b 0 end of line
# b 1 end of line
# b 2 end of line
