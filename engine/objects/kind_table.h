#pragma once

#include "heap/heap.h"

namespace heddle {

// How to trace and finalise the kinds of objects that live in this folder. Layers below copy the
// table and add theirs (frames, generators, locks, …).
const heap::KindTable& Kinds();

}  // namespace heddle
