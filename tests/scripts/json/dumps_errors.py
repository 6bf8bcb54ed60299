import json


def attempt(value, **options):
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(object)  # expect: TypeError Object of type type is not JSON serializable
attempt([set()])  # expect: TypeError Object of type set is not JSON serializable
attempt({(1, 2): 3})  # expect: TypeError keys must be str, int, float, bool or None, not tuple
attempt(float('nan'), allow_nan=False)  # expect: ValueError Out of range float values are not JSON compliant: nan
loop = []
loop.append(loop)
attempt(loop)  # expect: ValueError Circular reference detected
