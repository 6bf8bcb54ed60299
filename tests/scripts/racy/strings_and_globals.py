# Strings built from values that other threads replace, hashed and compared by all at once.
import threading

text = ""
words = ["alpha", "beta", "gamma", "δέλτα", "🙂"]
problems = []


def work(me):
    global text
    for i in range(400):
        text = text[-40:] + words[(me + i) % len(words)]
        copy = text
        if hash(copy) != hash("".join(list(copy))) or copy != copy[:10] + copy[10:]:
            problems.append(copy)
        copy.upper().replace("A", words[me % len(words)]).split("B")


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
