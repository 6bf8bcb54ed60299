#include "objects/dict_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace heddle::dict_table {

namespace {

struct Geometry {
  uint32_t capacity;
  uint32_t index_slots;
  uint32_t index_width;
};

Geometry GeometryFor(uint32_t entries) {
  if (entries <= kTinyEntries) return {entries <= 4 ? 4 : kTinyEntries, 0, 0};
  // At most two thirds of the index are in use.
  uint32_t slots = std::bit_ceil(std::max<uint32_t>(16, entries + entries / 2));
  uint32_t capacity = static_cast<uint32_t>(uint64_t{slots} * 2 / 3);
  if (capacity < entries) {
    slots *= 2;
    capacity = static_cast<uint32_t>(uint64_t{slots} * 2 / 3);
  }
  return {capacity, slots, capacity < 0xff ? 1u : capacity < 0xffff ? 2u : 4u};
}

void SetIndex(DictTable* table, uint64_t slot, uint32_t number) {
  char* index = table->index();
  switch (table->index_width) {
    case 1:
      reinterpret_cast<Relaxed<uint8_t>*>(index)[slot].StoreRelease(static_cast<uint8_t>(number));
      break;
    case 2:
      reinterpret_cast<Relaxed<uint16_t>*>(index)[slot].StoreRelease(static_cast<uint16_t>(number));
      break;
    default: reinterpret_cast<Relaxed<uint32_t>*>(index)[slot].StoreRelease(number);
  }
}

Tri SameKey(Context& cx, Value stored, Value key) {
  if (stored == key) return Tri::kTrue;
  if (IsPlainStr(key) && IsPlainStr(stored)) {
    return SameText(stored.As<Str>(), key.As<Str>()) ? Tri::kTrue : Tri::kFalse;
  }
  if (key.IsSmall() && stored.IsSmall()) return Tri::kFalse;
  return TrySame(cx, stored, key);
}

}  // namespace

DictTable* New(heap::Allocator& heap, uint32_t entries) {
  const Geometry shape = GeometryFor(entries);
  auto* table =
      heap.New<DictTable>(Kind::kDictTable, shape.capacity * sizeof(DictEntry) +
                                                size_t{shape.index_slots} * shape.index_width);
  table->capacity = shape.capacity;
  table->index_mask = shape.index_slots == 0 ? 0 : shape.index_slots - 1;
  table->index_width = shape.index_width;
  return table;
}

void Append(DictTable* table, uint64_t hash, Value key, Value value) {
  const uint32_t number = table->used.Load();
  DictEntry& entry = table->entries()[number];
  entry.hash.Store(hash);
  entry.value.Publish(value);
  entry.key.Publish(key);
  // Readers of an indexed table come by the index slot, those of a tiny one and iterators by
  // `used`.
  if (table->index_mask != 0) {
    ProbeSequence probe(hash, table->index_mask);
    while (IndexAt(table, probe.slot()) != 0) probe.Advance();
    SetIndex(table, probe.slot(), number + 1);
  }
  table->end.Store(number + 1);
  table->used.StoreRelease(number + 1);
}

DictTable* Rebuild(heap::Allocator& heap, DictTable* from, uint32_t room, bool through_cells) {
  DictEntry* entries = from->entries();
  const uint32_t used = from->used.Load();
  uint32_t live = 0;
  for (uint32_t i = from->first.Load(); i < used; ++i) {
    if (!entries[i].key.Load().IsUndefined()) ++live;
  }
  DictTable* table = New(heap, live + room);
  for (uint32_t i = from->first.Load(); i < used; ++i) {
    const Value key = entries[i].key.Load();
    Value value = entries[i].value.Load();
    if (key.IsUndefined()) continue;
    if (through_cells) value = value.As<Cell>()->value.LoadAcquire();
    if (value.IsUndefined()) continue;
    Append(table, entries[i].hash.Load(), key, value);
  }
  return table;
}

DictTable* Clone(heap::Allocator& heap, DictTable* from) {
  const size_t index_bytes =
      from->index_mask == 0 ? 0 : (size_t{from->index_mask} + 1) * from->index_width;
  const uint32_t used = from->used.Load();
  auto* table = static_cast<DictTable*>(heap.AllocateUnfilled(
      Kind::kDictTable, sizeof(DictTable) + from->capacity * sizeof(DictEntry) + index_bytes,
      sizeof(DictTable)));
  table->capacity = from->capacity;
  table->index_mask = from->index_mask;
  table->index_width = from->index_width;
  for (uint32_t i = 0; i < used; ++i) {
    DictEntry& to = table->entries()[i];
    const DictEntry& entry = from->entries()[i];
    to.hash.Store(entry.hash.Load());
    to.key.Store(entry.key.Load());
    to.value.Store(entry.value.Load());
  }
  std::memset(static_cast<void*>(table->entries() + used), 0,
              (from->capacity - used) * sizeof(DictEntry));
  // Nobody writes to the index of `from` meanwhile.
  std::memcpy(table->index(), from->index(), index_bytes);
  table->first.Store(from->first.Load());
  table->end.Store(from->end.Load());
  table->used.StoreRelease(used);
  return table;
}

Find Locate(Context& cx, DictTable* table, Value key, uint64_t hash, DictEntry** entry) {
  Tri answer = Tri::kFalse;
  *entry = Walk(table, hash, [&](Value stored) {
    answer = SameKey(cx, stored, key);
    return answer != Tri::kFalse;
  });
  if (*entry == nullptr) return Find::kMissing;
  if (answer == Tri::kTrue) return Find::kFound;
  return answer == Tri::kPython ? Find::kPython : Find::kRaised;
}

}  // namespace heddle::dict_table
