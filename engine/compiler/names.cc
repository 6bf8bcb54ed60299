#include "compiler/names.h"

namespace heddle::compiler {

namespace {

uint32_t HashOf(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char ch : text) hash = (hash ^ static_cast<unsigned char>(ch)) * 16777619u;
  return hash ^ hash >> 15;
}

}  // namespace

NameTable::NameTable() : slots_(1024) {
#define HEDDLE_NAME(id, text) Intern(text);
  HEDDLE_COMPILER_NAMES(HEDDLE_NAME)
#undef HEDDLE_NAME
}

NameId NameTable::Intern(std::string_view text) {
  const uint32_t hash = HashOf(text);
  uint32_t at = hash;
  for (;; at++) {
    const uint32_t slot = slots_[at & (slots_.size() - 1)];
    if (slot == 0) break;
    if (hashes_[slot - 1] == hash && texts_[slot - 1] == text) return slot - 1;
  }
  texts_.push_back(storage_.emplace_back(text));
  hashes_.push_back(hash);
  slots_[at & (slots_.size() - 1)] = static_cast<uint32_t>(texts_.size());
  if (texts_.size() * 2 > slots_.size()) Grow();
  return static_cast<NameId>(texts_.size() - 1);
}

void NameTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (uint32_t i = 0; i < texts_.size(); i++) {
    uint32_t at = hashes_[i];
    while (slots_[at & (slots_.size() - 1)] != 0) at++;
    slots_[at & (slots_.size() - 1)] = i + 1;
  }
}

NameId NameTable::Mangle(NameId class_name, std::string_view name) {
  if (class_name == kNoName || !name.starts_with("__") || name.ends_with("__") ||
      name.find('.') != std::string_view::npos) {
    return Intern(name);
  }
  std::string_view prefix = Text(class_name);
  const size_t first = prefix.find_first_not_of('_');
  if (first == std::string_view::npos) return Intern(name);
  prefix.remove_prefix(first);
  std::string mangled = "_";
  mangled.append(prefix).append(name);
  return Intern(mangled);
}

}  // namespace heddle::compiler
