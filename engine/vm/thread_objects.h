// The handle of a thread as a Python object: what outlives its fiber.
#pragma once

#include <atomic>
#include <new>

#include "heap/value.h"
#include "sync/event.h"

namespace heddle::vm {

struct ThreadObject : Object {
  Slot thread;  // the threading.Thread, or Undefined
  uint64_t ident;
  bool daemon;
  sync::Event done;  // set when the thread has ended: what join() waits for
};

}  // namespace heddle::vm
