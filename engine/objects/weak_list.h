// A list of objects that it does not keep alive: one Slot of its owner, which holds an Array of
// WeakRefs, filled from the front. Readers need no lock; writers hold the owner's.
#pragma once

#include <algorithm>
#include <vector>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/array.h"
#include "objects/weakref.h"

namespace heddle {

template <typename Visit>
void ForEachInWeakList(const Slot& list, const Visit& visit) {
  const Value entries = list.LoadAcquire();
  if (entries.IsUndefined()) return;
  auto* array = entries.As<Array>();
  for (uint32_t i = 0; i < array->capacity; ++i) {
    const Value entry = array->slots()[i].LoadAcquire();
    if (entry.IsUndefined()) return;
    if (Object* object = entry.As<WeakRef>()->referent.Load()) visit(object);
  }
}

// A full list forgets the dead, and the living for which `keep` is false, and gets room for as many
// again: adding takes logarithmic time on average.
template <typename Keep>
void AddToWeakList(heap::Allocator& heap, Slot* list, Object* object, const Keep& keep) {
  auto* ref = heap.New<WeakRef>(Kind::kWeakRef);
  ref->referent.Store(object);
  ref->callback.Store(Value::None());
  const Value entries = list->Load();
  const uint32_t capacity = entries.IsUndefined() ? 0 : entries.As<Array>()->capacity;
  Slot* const first = capacity == 0 ? nullptr : entries.As<Array>()->slots();
  Slot* const unused = std::partition_point(
      first, first + capacity, [](const Slot& slot) { return !slot.Load().IsUndefined(); });
  if (unused != first + capacity) return unused->Publish(Value::Of(ref));
  std::vector<Value> kept;
  for (Slot* slot = first; slot != unused; ++slot) {
    Object* const other = slot->Load().As<WeakRef>()->referent.Load();
    if (other != nullptr && keep(other)) kept.push_back(slot->Load());
  }
  kept.push_back(Value::Of(ref));
  Array* larger = NewArray(heap, static_cast<uint32_t>(kept.size() * 2));
  for (size_t i = 0; i < kept.size(); ++i) larger->slots()[i].Store(kept[i]);
  list->Publish(Value::Of(larger));
}

}  // namespace heddle
