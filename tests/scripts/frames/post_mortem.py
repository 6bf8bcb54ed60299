# A traceback keeps the variables of the frames that the exception has left.
import sys
import traceback


def divide(a, b):
    quotient = a / b
    return quotient


def average(values):
    total = sum(values)
    return divide(total, len(values))


try:
    average([])
except ZeroDivisionError as error:
    kept = error

tb = kept.__traceback__
while tb is not None:
    frame = tb.tb_frame
    if frame.f_code.co_name != '<module>':
        print(frame.f_code.co_name, frame.f_lineno, dict(frame.f_locals))
    tb = tb.tb_next
# expect-stdout:
# average 13 {'values': [], 'total': 0}
# divide 7 {'a': 0, 'b': 0}

innermost = kept.__traceback__.tb_next.tb_next.tb_frame
print(innermost.f_back.f_code.co_name)  # expect: average
print(kept.__traceback__.tb_frame is sys._getframe())  # expect: True

traceback.clear_frames(kept.__traceback__)
print(dict(innermost.f_locals))  # expect: {}


def handles():
    local = 'here'
    try:
        divide(1, 0)
    except ZeroDivisionError as error:
        return error


# The frame that has handled it, and has returned since.
print(handles().__traceback__.tb_frame.f_locals['local'])  # expect: here
