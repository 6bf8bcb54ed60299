# What __import__() refuses.
def attempt(*args):
    try:
        print(__import__(*args).__name__)
    except Exception as error:
        print(type(error).__name__, error)


attempt('json.decoder')
attempt('json.decoder', None, None, ['x'])
attempt(1)
attempt('')
attempt('xyz', None, None, None, -1)
attempt('builtins', 'globals')
attempt('builtins', 'globals', None, None, 1)
attempt('builtins', {'__name__': 'top'}, None, None, 1)

# expect-stdout:
# json
# json.decoder
# TypeError module name must be a string
# ValueError Empty module name
# ValueError level must be >= 0
# builtins
# TypeError globals must be a dict
# ImportError attempted relative import with no known parent package
