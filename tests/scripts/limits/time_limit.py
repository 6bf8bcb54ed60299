# --time-limit ends a program that would not end.
# options: --time-limit 0.3
# expect-status: 124
# skip: cpython it has no time limit
# skip: wasm the page stops its runs itself
# skip: chromium the page stops its runs itself
print('begins')    # expect: begins
while True:
    pass
