// How the fields of an instruction are to be read: the operand letters of opcodes.def.
#pragma once

#include "bytecode/code_unit.h"

namespace heddle::bytecode {

inline constexpr const char* kOperandLetters[] = {
#define OP(name, words, operands, traits) operands,
#include "bytecode/opcodes.def"
#undef OP
};
inline constexpr const char* kTraitLetters[] = {
#define OP(name, words, operands, traits) traits,
#include "bytecode/opcodes.def"
#undef OP
};

inline bool HasLetter(const char* letters, char letter) {
  for (; *letters != '\0'; letters++) {
    if (*letters == letter) return true;
  }
  return false;
}

// The operand letters of `op`; a letter K or J stands for the fields b and c together.
inline const char* OperandsOf(Op op) { return kOperandLetters[static_cast<int>(op)]; }
inline bool NeverFallsThrough(Op op) { return HasLetter(kTraitLetters[static_cast<int>(op)], 'T'); }

// Calls f(letter, value) for every operand of the instruction at `code`.
template <typename F>
void ForEachOperand(const Word* code, F f) {
  const Word w = code[0];
  int field = 0;
  for (const char* p = OperandsOf(OpOf(w)); *p != '\0'; p++) {
    switch (*p) {
      case 'J':
      case 'K':
        f(*p, static_cast<int64_t>(FieldS32(w)));
        field = 3;
        break;
      case 'e':
      case 'j':
      case 'N': f(*p, static_cast<int64_t>(ExtS32(code[1]))); break;
      default: {
        const uint32_t value = field == 0 ? FieldA(w) : field == 1 ? FieldB(w) : FieldC(w);
        field++;
        if (*p == 'i') {
          f(*p, static_cast<int64_t>(static_cast<int16_t>(value)));
        } else if (*p != '-') {
          f(*p, static_cast<int64_t>(value));
        }
      }
    }
  }
}

// How many registers, from the one in its field on, an operand of `code` stands for.
struct RegisterSpan {
  uint32_t first;
  uint32_t count;
};

// The run of registers that the instruction reads or writes through its field b (arguments, items
// of a display) or a (unpacking); count 0 when it has none.
RegisterSpan WindowOf(const Word* code);

}  // namespace heddle::bytecode
