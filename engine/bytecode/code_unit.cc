#include "bytecode/code_unit.h"

#include <algorithm>

namespace heddle::bytecode {

namespace {

constexpr int kWords[] = {
#define OP(name, words, operands, traits) words,
#include "bytecode/opcodes.def"
#undef OP
};

constexpr const char* kNames[] = {
#define OP(name, words, operands, traits) #name,
#include "bytecode/opcodes.def"
#undef OP
};

}  // namespace

int WordsOf(Op op) { return kWords[static_cast<int>(op)]; }

const char* NameOf(Op op) { return kNames[static_cast<int>(op)]; }

Location CodeUnit::LocationOf(uint32_t word) const {
  auto after = std::upper_bound(lines.begin(), lines.end(), word,
                                [](uint32_t w, const LineEntry& entry) { return w < entry.start; });
  if (after == lines.begin()) return {first_line, -1, -1, -1};
  return std::prev(after)->location;
}

}  // namespace heddle::bytecode
