# Methods and class attributes are replaced while other threads call and read them.
import threading


class Shape:
    sides = 0

    def name(self):
        return "shape"


class Square(Shape):
    sides = 4


problems = []


def replace(me):
    for i in range(200):
        Shape.sides = i
        Shape.name = (lambda self: "first") if i % 2 else (lambda self: "second")
        if i % 10 == 0:
            Square.sides = 4
            Square.extra = i


def call(me):
    square = Square()
    for _ in range(200):
        if square.name() not in ("shape", "first", "second") or square.sides != 4:
            problems.append(square.name())


threads = [threading.Thread(target=replace if n % 2 else call, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
