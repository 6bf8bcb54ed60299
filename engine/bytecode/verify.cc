#include <string>
#include <vector>

#include "bytecode/code_unit.h"
#include "bytecode/operands.h"

namespace heddle::bytecode {

RegisterSpan WindowOf(const Word* code) {
  const Word w = code[0];
  const uint32_t a = FieldA(w), b = FieldB(w), c = FieldC(w);
  switch (OpOf(w)) {
    case Op::kLoadMethod:
    case Op::kBeforeWith:
    case Op::kBeforeAsyncWith:
    case Op::kCheckEgMatch: return {a, 2};
    case Op::kBuildSlice:
    case Op::kCallEx: return {b, 3};
    case Op::kUnpackSequence: return {a, c};
    case Op::kUnpackEx: return {a, c + 1 + static_cast<uint32_t>(ExtS32(code[1]))};
    case Op::kBuildTuple:
    case Op::kBuildList:
    case Op::kBuildSet:
    case Op::kBuildString: return {b, c};
    case Op::kBuildMap: return {b, 2 * c};
    case Op::kFormatValue: return {b, (c & 0x100) != 0 ? 2u : 1u};
    case Op::kCall: return {b, 1 + c};
    case Op::kCallMethod:
    case Op::kCallKw: return {b, 2 + c};
    case Op::kMakeFunction: {
      uint32_t count = 0;
      for (uint32_t flags = c; flags != 0; flags >>= 1) count += flags & 1;
      return {b, count};
    }
    case Op::kMatchClass: return {c, 2};
    default: return {0, 0};
  }
}

namespace {

class Verifier {
 public:
  explicit Verifier(const CodeUnit& unit) : unit_(unit) {}

  std::string Run() {
    CheckFrame();
    FindStarts();
    if (!error_.empty()) return Message();
    for (at_ = 0; at_ < unit_.words.size() && error_.empty();
         at_ += WordsOf(OpOf(unit_.words[at_]))) {
      CheckInstruction();
    }
    CheckTables();
    for (const Constant& constant : unit_.constants) CheckNested(constant);
    return Message();
  }

 private:
  void CheckFrame() {
    const uint32_t parameters = unit_.positional + unit_.keyword_only +
                                ((unit_.flags & kVarArgs) != 0) +
                                ((unit_.flags & kVarKeywords) != 0);
    if (unit_.positional_only > unit_.positional) Fail("positional_only out of range");
    if (parameters > unit_.local_count) Fail("more parameters than locals");
    if (unit_.locals.size() != static_cast<size_t>(unit_.local_count) + unit_.free_count) {
      Fail("wrong number of local names");
    }
    if (unit_.register_count < unit_.locals.size()) Fail("too few registers");
    if (unit_.has_docstring && (unit_.constants.empty() ||
                                !std::holds_alternative<Constant::Str>(unit_.constants[0].value))) {
      Fail("docstring missing");
    }
  }

  void FindStarts() {
    is_start_.assign(unit_.words.size() + 1, false);
    Op last = Op::kNop;
    for (at_ = 0; at_ < unit_.words.size();) {
      is_start_[at_] = true;
      const Op op = OpOf(unit_.words[at_]);
      if (op >= Op::kCount) return Fail("no such opcode");
      if (at_ + WordsOf(op) > unit_.words.size()) return Fail("instruction cut off");
      last = op;
      at_ += WordsOf(op);
    }
    if (!NeverFallsThrough(last)) Fail("falls off the end");
  }

  void CheckInstruction() {
    const Word* code = &unit_.words[at_];
    const Op op = OpOf(code[0]);
    const bool back = op == Op::kJumpBack;
    ForEachOperand(code, [&](char letter, int64_t value) {
      switch (letter) {
        case 'd':
        case 'u':
        case 'm':
          if (value >= unit_.register_count) Fail("register out of range");
          break;
        case 'n':
          if (value >= static_cast<int64_t>(unit_.names.size())) Fail("name out of range");
          break;
        case 'k':
        case 'K':
        case 'N':
          if (value < 0 || value >= static_cast<int64_t>(unit_.constants.size())) {
            Fail("constant out of range");
          }
          break;
        case 'J':
        case 'j': {
          const int64_t target = at_ + value;
          if (target < 0 || target >= static_cast<int64_t>(unit_.words.size()) ||
              !is_start_[target]) {
            Fail("jump out of range");
          } else if ((value <= 0) != back) {
            Fail("jump in the wrong direction");
          }
          break;
        }
        default: break;
      }
    });
    const RegisterSpan window = WindowOf(code);
    if (window.first + window.count > unit_.register_count && window.count > 0) {
      Fail("operands out of range");
    }
    if (op == Op::kMakeFunction && error_.empty()) CheckMakeFunction(code);
    if (op == Op::kCallKw && error_.empty()) CheckCallKw(code);
  }

  void CheckMakeFunction(const Word* code) {
    if (!std::holds_alternative<std::shared_ptr<const CodeUnit>>(
            unit_.constants[ExtS32(code[1])].value)) {
      Fail("not code");
    }
  }

  void CheckCallKw(const Word* code) {
    const auto* names = std::get_if<Constant::Tuple>(&unit_.constants[ExtS32(code[1])].value);
    if (names == nullptr || names->items.size() > FieldC(code[0])) Fail("wrong keyword names");
  }

  void CheckTables() {
    for (const ExceptionEntry& entry : unit_.exceptions) {
      at_ = entry.start;
      if (entry.start >= entry.end || entry.end > unit_.words.size() || !is_start_[entry.start] ||
          (entry.end < unit_.words.size() && !is_start_[entry.end])) {
        Fail("exception range out of range");
      } else if (entry.handler >= unit_.words.size() || !is_start_[entry.handler]) {
        Fail("handler out of range");
      } else if (entry.reg >= unit_.register_count) {
        Fail("handler register out of range");
      }
    }
    for (size_t i = 0; i < unit_.lines.size(); i++) {
      at_ = unit_.lines[i].start;
      if (at_ >= unit_.words.size() || !is_start_[at_]) Fail("line entry out of range");
      if (i > 0 && unit_.lines[i - 1].start >= at_) Fail("line entries out of order");
    }
  }

  void CheckNested(const Constant& constant) {
    if (!error_.empty()) return;
    if (const auto* code = std::get_if<std::shared_ptr<const CodeUnit>>(&constant.value)) {
      nested_error_ = Verify(**code);
      if (!nested_error_.empty()) error_ = nested_error_;
    }
  }

  void Fail(const char* what) {
    if (error_.empty()) error_ = "word " + std::to_string(at_) + ": " + what;
  }

  std::string Message() const {
    if (error_.empty() || !nested_error_.empty()) return error_;
    return unit_.qualname + ": " + error_;
  }

  const CodeUnit& unit_;
  std::vector<bool> is_start_;
  size_t at_ = 0;
  std::string error_;
  std::string nested_error_;
};

}  // namespace

std::string Verify(const CodeUnit& unit) { return Verifier(unit).Run(); }

}  // namespace heddle::bytecode
