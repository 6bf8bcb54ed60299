# options: --workers 1
# A collection before any module has been imported: what the engine keeps for modules is empty then.
import gc

gc.collect()
gc.collect()
lists = [[i] for i in range(200_000)]
print(len(lists), lists[-1])  # expect: 200000 [199999]
