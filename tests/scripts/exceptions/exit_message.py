# expect-error: ^goodbye$
import sys

print('before')  # expect: before
sys.exit('goodbye')
