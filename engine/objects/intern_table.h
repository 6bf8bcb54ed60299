// The strings of which there is one object each, by text. Guarded by its owner.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "objects/str.h"
#include "objects/str_ops.h"

namespace heddle {

class InternTable {
 public:
  // The interned string with this ASCII text, whose hash this is; or null.
  Str* Find(std::string_view ascii, uint32_t hash) {
    if (slots_.empty()) return nullptr;
    return Probe(
               hash,
               [&](const Str* known) { return known->ascii != 0 && known->ascii_view() == ascii; })
        .str;
  }

  // The interned string with the text of `str`: itself if there was none.
  Str* Insert(Str* str) {
    if (2 * (count_ + 1) > slots_.size()) Rehash(slots_.empty() ? 16 : 2 * slots_.size());
    const uint32_t hash = StrHash(str);
    Slot& slot = Probe(hash, [&](const Str* known) { return StrEqual(known, str); });
    if (slot.str == nullptr) {
      slot = {hash, str};
      ++count_;
    }
    return slot.str;
  }

  template <typename Dead>
  void EraseIf(Dead is_dead) {
    for (Slot& slot : slots_) {
      if (slot.str == nullptr || !is_dead(slot.str)) continue;
      slot.str = nullptr;
      --count_;
    }
    Rehash(slots_.size());  // what was found behind the erased ones
  }

 private:
  struct Slot {
    uint32_t hash;
    Str* str;  // null: free
  };

  // The slot of the string for which `is_it` holds, or the free one where it would be. REQUIRES:
  // there are slots.
  template <typename Is>
  Slot& Probe(uint32_t hash, Is is_it) {
    const size_t mask = slots_.size() - 1;
    // The lowest bits chose the table.
    for (size_t i = (hash >> 4) & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.str == nullptr || (slot.hash == hash && is_it(slot.str))) return slot;
    }
  }

  void Rehash(size_t size) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(size));
    for (const Slot& slot : old) {
      if (slot.str == nullptr) continue;
      Probe(slot.hash, [](const Str*) { return false; }) = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, or none; at most half are taken
  size_t count_ = 0;
};

}  // namespace heddle
