#include "bytecode/liveness.h"

#include "bytecode/operands.h"

namespace heddle::bytecode {

namespace {

// What one instruction does, as far as the analysis cares.
struct Effect {
  std::vector<uint32_t> reads;
  std::vector<uint32_t> writes;
  int64_t jump = 0;  // offset of the jump, 0: none
  bool falls_through = true;
};

bool WritesWindow(Op op) {
  switch (op) {
    case Op::kLoadMethod:
    case Op::kBeforeWith:
    case Op::kBeforeAsyncWith:
    case Op::kCheckEgMatch:
    case Op::kUnpackSequence:
    case Op::kUnpackEx: return true;
    default: return false;
  }
}

Effect EffectOf(const CodeUnit& unit, uint32_t at) {
  const Word* const code = unit.words.data() + at;
  const Op op = OpOf(code[0]);
  Effect effect;
  effect.falls_through = !NeverFallsThrough(op);
  ForEachOperand(code, [&](char letter, int64_t value) {
    const auto reg = static_cast<uint32_t>(value);
    if (letter == 'u' || letter == 'm') effect.reads.push_back(reg);
    if (letter == 'd') effect.writes.push_back(reg);
    if (letter == 'J' || letter == 'j') effect.jump = value;
  });
  const RegisterSpan window = WindowOf(code);
  auto& into = WritesWindow(op) ? effect.writes : effect.reads;
  for (uint32_t i = 0; i < window.count; ++i) into.push_back(window.first + i);
  if (op == Op::kIntrinsic) {
    constexpr uint32_t kMostArguments = 3;
    for (uint32_t i = 0; i < kMostArguments && FieldB(code[0]) + i < unit.register_count; ++i) {
      effect.reads.push_back(FieldB(code[0]) + i);
    }
  }
  // A loop that ends leaves its variable as it was.
  if (effect.jump != 0) effect.writes.clear();
  return effect;
}

}  // namespace

Liveness::Liveness(const CodeUnit& unit)
    : stride_((unit.register_count + 63) / 64), bits_((unit.words.size() + 1) * stride_) {
  struct Instruction {
    uint32_t at, next;
    Effect effect;
  };
  std::vector<Instruction> instructions;
  for (uint32_t at = 0; at < unit.words.size();) {
    const auto next = at + static_cast<uint32_t>(WordsOf(OpOf(unit.words[at])));
    instructions.push_back({at, next, EffectOf(unit, at)});
    at = next;
  }
  std::vector<uint64_t> live(stride_);
  const auto join = [&](uint32_t from) {
    for (size_t i = 0; i < stride_; ++i) live[i] |= bits_[from * stride_ + i];
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t n = instructions.size(); n-- > 0;) {
      const auto& [at, next, effect] = instructions[n];
      live.assign(stride_, 0);
      if (effect.falls_through && next < unit.words.size()) join(next);
      if (effect.jump != 0) join(static_cast<uint32_t>(at + effect.jump));
      for (uint32_t reg : effect.writes) live[reg / 64] &= ~(uint64_t{1} << (reg % 64));
      // It may raise before it writes.
      for (const ExceptionEntry& entry : unit.exceptions) {
        if (at < entry.start || at >= entry.end) continue;
        const uint64_t bit = uint64_t{1} << (entry.reg % 64);
        const uint64_t had = live[entry.reg / 64] & bit;
        join(entry.handler);
        live[entry.reg / 64] = (live[entry.reg / 64] & ~bit) | had;
        break;
      }
      for (uint32_t reg : effect.reads) live[reg / 64] |= uint64_t{1} << (reg % 64);
      for (size_t i = 0; i < stride_; ++i) {
        uint64_t& known = bits_[at * stride_ + i];
        changed |= known != live[i];
        known = live[i];
      }
    }
  }
}

}  // namespace heddle::bytecode
