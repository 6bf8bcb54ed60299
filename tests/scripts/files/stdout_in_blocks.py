# Standard output that is no terminal is written in blocks; what is flushed comes before what goes
# past it.
import os
import sys

print('flushed', flush=True)              # expect: flushed
os.write(1, b'written past it\n')        # expect: written past it
sys.stdout.write('written')
sys.stdout.flush()
os.write(1, b' in pieces\n')             # expect: written in pieces
print('last')                            # expect: last
