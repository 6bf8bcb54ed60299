import json

print(json.dumps({'a': [1, {'b': 2}], 'c': [], 'd': {}}, indent=2))
print(json.dumps([1, [2]], indent='\t'))
# expect-stdout:
# {
#   "a": [
#     1,
#     {
#       "b": 2
#     }
#   ],
#   "c": [],
#   "d": {}
# }
# [
# 	1,
# 	[
# 		2
# 	]
# ]
