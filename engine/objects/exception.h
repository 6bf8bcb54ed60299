// Exception instances and tracebacks.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

enum class Exc : uint8_t {
#define EXC(name, base) k##name,
#include "objects/exceptions.def"
#undef EXC
  kCount,
};

// Every exception class is laid out like this; attributes of particular classes (errno, name, obj,
// value, exceptions, …) and of subclasses written in Python are ordinary attributes in the slots
// that follow.
struct Exception : Object {
  Slot args;                           // tuple
  Slot traceback;                      // Traceback or None
  Slot cause;                          // exception or None
  Slot context;                        // exception or None
  Relaxed<uint64_t> suppress_context;  // 0 or 1
};

// One level of a traceback: where a frame was when the exception passed through it. `next` leads
// towards the place that raised.
struct Traceback : Object {
  Slot next;  // Traceback or None
  Slot code;
  Slot frame;              // FrameView; Undefined: it was not kept
  Relaxed<uint32_t> word;  // of the instruction in the code
  Relaxed<int32_t> line;
};

}  // namespace heddle
