// Names as small numbers, equal exactly when the texts are.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace heddle::compiler {

using NameId = uint32_t;
inline constexpr NameId kNoName = ~0u;

// Names that the compiler itself uses; NameTable gives them these numbers.
// clang-format off
#define HEDDLE_COMPILER_NAMES(NAME)                                                       \
  NAME(Empty, "") NAME(Class, "__class__") NAME(ClassDict, "__classdict__")               \
  NAME(ClassCell, "__classcell__") NAME(ClassDictCell, "__classdictcell__")               \
  NAME(Super, "super") NAME(Self, "self") NAME(Dot0, ".0") NAME(Doc, "__doc__")           \
  NAME(ModuleAttr, "__module__") NAME(NameAttr, "__name__") NAME(Qualname, "__qualname__") \
  NAME(FirstLine, "__firstlineno__") NAME(StaticAttributes, "__static_attributes__")      \
  NAME(TypeParamsAttr, "__type_params__") NAME(TypeParams, ".type_params")                \
  NAME(GenericBase, ".generic_base") NAME(Defaults, ".defaults")                          \
  NAME(KwDefaults, ".kwdefaults") NAME(Annotations, "__annotations__")                    \
  NAME(Debug, "__debug__") NAME(Lambda, "<lambda>") NAME(Module, "<module>")              \
  NAME(ListComp, "<listcomp>") NAME(SetComp, "<setcomp>") NAME(DictComp, "<dictcomp>")    \
  NAME(GenExpr, "<genexpr>")
// clang-format on

enum KnownName : NameId {
#define HEDDLE_NAME(id, text) kName##id,
  HEDDLE_COMPILER_NAMES(HEDDLE_NAME)
#undef HEDDLE_NAME
};

class NameTable {
 public:
  NameTable();

  NameId Intern(std::string_view text);
  std::string_view Text(NameId name) const { return texts_[name]; }

  // The name that `name` stands for inside class `class_name` (kNoName: in none): private names
  // get the class's name in front.
  NameId Mangle(NameId class_name, std::string_view name);

 private:
  void Grow();

  std::vector<std::string_view> texts_;
  std::vector<uint32_t> hashes_;
  std::vector<uint32_t> slots_;  // Open addressing: number + 1, 0 when free.
  std::deque<std::string> storage_;
};

// Maps names to numbers; small maps are searched in order.
class NameMap {
 public:
  static constexpr uint32_t kMissing = ~0u;

  uint32_t Find(NameId name) const {
    if (slots_.empty()) {
      for (size_t i = 0; i < keys_.size(); i++) {
        if (keys_[i] == name) return static_cast<uint32_t>(i);
      }
      return kMissing;
    }
    for (uint32_t at = Hash(name);; at++) {
      const uint32_t slot = slots_[at & (slots_.size() - 1)];
      if (slot == 0) return kMissing;
      if (keys_[slot - 1] == name) return slot - 1;
    }
  }

  // Numbers are given in order from 0. REQUIRES: Find(name) == kMissing.
  uint32_t Add(NameId name) {
    keys_.push_back(name);
    if (keys_.size() > kSmall && keys_.size() * 2 > slots_.size()) {
      Rehash();
    } else if (!slots_.empty()) {
      Place(static_cast<uint32_t>(keys_.size()));
    }
    return static_cast<uint32_t>(keys_.size() - 1);
  }

  size_t size() const { return keys_.size(); }
  NameId key(size_t i) const { return keys_[i]; }

 private:
  static constexpr size_t kSmall = 8;
  static uint32_t Hash(NameId name) { return name * 2654435761u >> 8; }

  void Place(uint32_t number) {
    uint32_t at = Hash(keys_[number - 1]);
    while (slots_[at & (slots_.size() - 1)] != 0) at++;
    slots_[at & (slots_.size() - 1)] = number;
  }
  void Rehash() {
    slots_.assign(slots_.empty() ? 4 * kSmall : slots_.size() * 2, 0);
    for (uint32_t i = 1; i <= keys_.size(); i++) Place(i);
  }

  std::vector<NameId> keys_;
  std::vector<uint32_t> slots_;
};

}  // namespace heddle::compiler
