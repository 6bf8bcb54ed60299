# The classes of contextvars are no base classes.
import contextvars

for make in (lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar(1),
             lambda: contextvars.Context(1), lambda: contextvars.Token(),
             lambda: type('C', (contextvars.Context,), {}),
             lambda: type('C', (contextvars.ContextVar,), {})):
    try:
        make()
    except (TypeError, RuntimeError) as error:
        print(error)
# expect-stdout:
# ContextVar() takes exactly 1 positional argument (0 given)
# context variable name must be a str
# Context() does not accept any arguments
# Tokens can only be created by ContextVars
# type '_contextvars.Context' is not an acceptable base type
# type '_contextvars.ContextVar' is not an acceptable base type
