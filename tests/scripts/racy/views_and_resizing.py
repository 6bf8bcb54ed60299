# Views are used by some threads while others resize what they are of, or release them.
import array
from _together import TOTAL, EACH, together

data = bytearray(b'x' * 64)
numbers = array.array('d', [1.0] * 64)


def grow(n):
    refused = 0
    for i in range(EACH):
        try:
            if n % 2:
                data.append(i)
                del data[64:]
            else:
                numbers.append(i)
                del numbers[64:]
        except BufferError:
            refused += 1
    return refused


def look(n):
    right = 0
    for i in range(EACH):
        with memoryview(numbers) as view:
            view[i % 64] = float(i)
            item = view[(i + n) % 64]
            right += isinstance(item, float) and item == int(item) and len(view) >= 64
        with memoryview(data) as view:
            part = view[::2]
            right += len(part.tobytes()) == len(part)
            part.release()
    return right


shared = memoryview(bytearray(4096)).cast('q')


def use_released(n):
    global shared
    for i in range(EACH):
        view = shared
        try:
            if n == 0 and i % 7 == 6:
                view.release()
                shared = memoryview(bytearray(4096)).cast('q')
            view[i] = i
            view[i:i + 2].tolist()
        except ValueError:
            pass
    return EACH


results = together(lambda n: grow(n) if n < 4 else look(n))
print(sum(results[4:]) == 4 * EACH * 2, len(data) >= 64, len(numbers) >= 64)  # expect: True True True
print(sum(together(use_released)) == TOTAL)  # expect: True
