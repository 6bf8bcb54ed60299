# stdin: Ada
# stdin: 42
name = input()
print('hello', name)     # expect: hello Ada
print(int(input()) + 1)  # expect: 43
try:
    input()
except EOFError as error:
    print(error)         # expect: EOF when reading a line
