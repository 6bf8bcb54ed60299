# A file that nobody refers to any more is complete for whoever looks at it next.
import os

open('a.txt', 'w').write('text of a')
print(open('a.txt').read())          # expect: text of a
open('b.txt', 'w').write('12345')
print(os.path.getsize('b.txt'))      # expect: 5
open('module_c.py', 'w').write('value = 7\n')
import sys
sys.path.insert(0, os.getcwd())
import module_c
print(module_c.value)                # expect: 7
