// Objects of the library's own types (Kind::kNative1): all share one kind, and each says for itself
// how it is traced and finalised.
#pragma once

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

// What the collector has to know of a type. Either may be null. An object with a finalizer is
// registered with Heap::RegisterFinalizable when it owns something.
struct NativeLayout {
  void (*trace)(Object* object, heap::Marker& marker);
  void (*finalize)(Object* object);
};

struct NativeObject : Object {
  const NativeLayout* layout;  // null: holds no values and owns nothing
};
static_assert(sizeof(NativeObject) == 24);

}  // namespace heddle
