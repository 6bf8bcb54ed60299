import os
import sys

os.mkdir('lib')
with open('lib/one_a.py', 'w') as f:
    f.write('import one_b\nA = 1\n')
with open('lib/one_b.py', 'w') as f:
    f.write('from one_a import A\n')
with open('lib/two_a.py', 'w') as f:
    f.write('import two_b\nA = 1\n')
with open('lib/two_b.py', 'w') as f:
    f.write('import two_a\ndef get(): return two_a.A\n')
sys.path.append(os.path.join(os.getcwd(), 'lib'))
try:
    import one_a
except ImportError as error:
    print(str(error).replace(os.getcwd(), ''))  # expect: cannot import name 'A' from partially initialized module 'one_a' (most likely due to a circular import) (/lib/one_a.py)
print('one_a' in sys.modules)  # expect: False
import two_a
print(two_a.two_b.get())  # expect: 1
