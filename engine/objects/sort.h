// Sorting: a stable merge sort (natural runs, galloping merges) over keys that C++ can compare.
#pragma once

#include <cstdint>

#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

// Sorts `keys` and, along with them, `values` (null: keys are the values). The slots must be
// private to the caller. kTrue: sorted; kPython: some pair of keys cannot be compared without
// Python code; nothing has moved.
Tri SortSimple(Context& cx, Slot* keys, Slot* values, uint32_t count, bool reverse);

}  // namespace heddle
