# Threads that go on from the same string never see each other's text.
import threading

base = ''
for i in range(300):
    base += 'ab'
bad = []


def extend(letter):
    for _ in range(200):
        text = base
        for _ in range(20):
            text += letter
        if text != 'ab' * 300 + letter * 20:
            bad.append(text)


threads = [threading.Thread(target=extend, args=(letter,)) for letter in 'xyz€']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(bad, len(base))  # expect: [] 600
