# Messages are pickled by many threads at once, of objects that change meanwhile; one pickler may be
# shared, which is told or works.
import io
import pickle
from _together import EACH, THREADS, TOTAL, together


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


points = [Point(i, [i]) for i in range(20)]
shared = {'points': points, 'names': ['a', 'b']}


def exchange(n):
    right = 0
    for i in range(EACH):
        points[i % 20].x = i
        setattr(points[n], f'extra{i % 5}', i)
        shared['names'].append(str(i))
        try:
            message = pickle.dumps(shared)
        except RuntimeError:
            right += 1
            continue
        back = pickle.loads(message)
        right += len(back['points']) == 20 and type(back['points'][0].x) is int
    return right


print(sum(together(exchange)) == TOTAL)  # expect: True

file = io.BytesIO()
pickler = pickle.Pickler(file)


def use_one(n):
    for i in range(EACH):
        try:
            pickler.clear_memo()
            pickler.dump([n, i, Point(n, i)])
        except (RuntimeError, pickle.PicklingError):
            pass
    return EACH


print(sum(together(use_one)) == THREADS * EACH)  # expect: True
