// What a Runtime keeps behind its public fields. Only objects/ includes this.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "objects/context.h"
#include "objects/intern_table.h"
#include "objects/shape.h"
#include "objects/weakref.h"

namespace heddle {

struct Runtime::Tables {
  struct InternShard {
    std::mutex mu;
    InternTable strings;  // weak: AfterMarking drops the dead
  };
  static constexpr size_t kInternShards = 16;
  std::array<InternShard, kInternShards> interned;  // by the lowest bits of the hash

  ShapeTable shapes;
  std::atomic<uint32_t> next_version{1};
  // Guards changes of types: their dicts, specials, flags, subclasses and root shapes.
  std::recursive_mutex types_mu;

  std::mutex signatures_mu;
  std::unordered_map<const NativeDef*, std::unique_ptr<Signature>> signatures;
  std::unordered_map<const TypeDef*, Type*> builtin_types;  // constant after construction
  std::unordered_map<Str*, Special> special_of_name;        // constant after construction

  std::mutex weak_mu;
  // The weak references to each object, from the oldest to the newest; first the one without a
  // callback if there is one.
  std::unordered_map<Object*, std::vector<WeakRef*>> weak_refs;
  std::vector<WeakRef*> callbacks;             // cleared references that have a callback
  std::vector<Object*> dying;                  // to be finalized by Python code
  std::unordered_set<Object*> dying_referred;  // those with weak references
  uint64_t next_weakref = 0;
  uint64_t deaths_seen = 0;

  std::mutex ids_mu;
  std::unordered_map<Object*, uint64_t> ids;
  uint64_t next_id = 0;
};

// The signature of a row, parsed once.
const Signature* SignatureOf(Context& cx, const NativeDef* def);

}  // namespace heddle
