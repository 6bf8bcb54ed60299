# skip: wasm only packages with an __init__.py go along with a program
# A folder without an __init__.py is a package too.
import _plain_folder._deep.leaf
from _plain_folder import _deep

print(_plain_folder._deep.leaf.value)       # expect: 7
print(_deep.__name__)                       # expect: _plain_folder._deep
