// Which registers an instruction, or one that may run after it, still reads.
//
// The collector asks: a temporary or a hidden variable that nobody reads any more refers to
// nothing, whatever is left in it. Named locals are not asked about, Python sees them until the
// frame ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bytecode/code_unit.h"

namespace heddle::bytecode {

class Liveness {
 public:
  explicit Liveness(const CodeUnit& unit);

  // Whether `reg` is read by the instruction at `word` or after it. REQUIRES: an instruction starts
  // at `word`, or the code ends there, as behind a raise that waits for the exception to be made.
  bool IsLive(uint32_t word, uint32_t reg) const {
    return (bits_[word * stride_ + reg / 64] >> (reg % 64) & 1) != 0;
  }
  // Whether `reg` loses its value at all before the frame ends: temporaries and hidden variables.
  static bool IsTemporary(const CodeUnit& unit, uint32_t reg) {
    return reg >= unit.locals.size() || (unit.locals[reg].hidden && !unit.locals[reg].is_cell);
  }

 private:
  size_t stride_;  // words of a set of registers
  std::vector<uint64_t> bits_;
};

}  // namespace heddle::bytecode
