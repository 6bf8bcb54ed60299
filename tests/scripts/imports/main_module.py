import os
import sys

print(__name__, __doc__, __package__, __spec__ is None)  # expect: __main__ None None True
print(os.path.basename(__file__), os.path.isabs(__file__))  # expect: main_module.py True
print(sys.modules['__main__'].__dict__ is globals())  # expect: True
print(sys.path[0] == os.path.dirname(__file__))  # expect: True
print(os.path.basename(sys.argv[0]), sys.argv[1:])  # expect: main_module.py []
