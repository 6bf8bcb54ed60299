# What a match refers to lives as long as the match.
import gc
import re

match = re.search('b+', 'aab' + 'b' * 3 + str(len('x')))
garbage = [str(i) * 10 for i in range(100000)]
gc.collect()
more = [str(i) * 10 for i in range(100000)]
print(match.group(), match.string, match.re.pattern)

# expect-stdout:
# bbbb aabbbb1 b+
