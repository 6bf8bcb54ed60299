# One exception object raised, caught, chained and printed by eight threads at once.
import threading
import traceback

shared = ValueError("shared")
other = KeyError("other")
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


def fail(depth):
    if depth:
        fail(depth - 1)
    raise shared


def work(me):
    for i in range(60):
        try:
            try:
                fail(i % 5)
            except ValueError as error:
                error.note = me
                error.args = ("shared", i)
                error.__cause__ = other if i % 2 else None
                error.add_note("note") if i % 20 == 0 else None
                if error is not shared:
                    problems.append(error)
                str(error), repr(error)
                raise other
        except KeyError as error:
            error.__context__ = None
            if i % 10 == 0:
                "".join(traceback.format_exception(shared))
                shared.__traceback__ = None
            error.with_traceback(None)


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
