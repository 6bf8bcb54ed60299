items = [3, 2, 1]


def key(x):
    items.append(x)
    return x


try:
    items.sort(key=key)
except ValueError as error:
    print(error)  # expect: list modified during sort
