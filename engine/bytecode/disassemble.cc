#include <cinttypes>
#include <cstdio>
#include <string>
#include <vector>

#include "bytecode/code_unit.h"
#include "bytecode/operands.h"

namespace heddle::bytecode {

namespace {

std::string Quoted(const std::string& text, const char* prefix) {
  std::string out = std::string(prefix) + "'";
  for (const unsigned char ch : text) {
    if (ch == '\\' || ch == '\'') {
      out += '\\';
      out += static_cast<char>(ch);
    } else if (ch == '\n') {
      out += "\\n";
    } else if (ch < 0x20 || ch == 0x7f) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02x", ch);
      out += escape;
    } else {
      out += static_cast<char>(ch);
    }
  }
  return out + "'";
}

std::string Number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

std::string Describe(const Constant& constant);

std::string Items(const std::vector<Constant>& items) {
  std::string out;
  for (const Constant& item : items) out += (out.empty() ? "" : ", ") + Describe(item);
  return out;
}

struct Describer {
  std::string operator()(Constant::None) const { return "None"; }
  std::string operator()(Constant::Ellipsis) const { return "..."; }
  std::string operator()(bool value) const { return value ? "True" : "False"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return Number(value); }
  std::string operator()(const Constant::BigInt& value) const { return value.digits; }
  std::string operator()(const Constant::Complex& value) const {
    return Number(value.real) + "+" + Number(value.imag) + "j";
  }
  std::string operator()(const Constant::Str& value) const { return Quoted(value.utf8, ""); }
  std::string operator()(const Constant::Bytes& value) const { return Quoted(value.data, "b"); }
  std::string operator()(const Constant::Tuple& value) const {
    return "(" + Items(value.items) + (value.items.size() == 1 ? ",)" : ")");
  }
  std::string operator()(const Constant::FrozenSet& value) const {
    return "frozenset({" + Items(value.items) + "})";
  }
  std::string operator()(const std::shared_ptr<const CodeUnit>& code) const {
    return "<code " + code->qualname + ">";
  }
};

std::string Describe(const Constant& constant) { return std::visit(Describer{}, constant.value); }

class Disassembler {
 public:
  Disassembler(const CodeUnit& unit, std::string& out) : unit_(unit), out_(out) {}

  void Run() {
    Header();
    for (at_ = 0; at_ < unit_.words.size(); at_ += WordsOf(OpOf(unit_.words[at_]))) {
      Instruction();
    }
    for (const ExceptionEntry& entry : unit_.exceptions) {
      out_ += "  except " + std::to_string(entry.start) + ".." + std::to_string(entry.end) +
              " -> " + std::to_string(entry.handler) + " " + Register(entry.reg) + "\n";
    }
    for (const Constant& constant : unit_.constants) {
      if (const auto* code = std::get_if<std::shared_ptr<const CodeUnit>>(&constant.value)) {
        out_ += "\n";
        Disassembler(**code, out_).Run();
      }
    }
  }

 private:
  void Header() {
    out_ += unit_.qualname + "(";
    uint32_t parameters = unit_.positional + unit_.keyword_only + ((unit_.flags & kVarArgs) != 0) +
                          ((unit_.flags & kVarKeywords) != 0);
    for (uint32_t i = 0; i < parameters; i++) {
      out_ += (i > 0 ? ", " : "") + unit_.locals[i].name;
    }
    out_ += ") registers " + std::to_string(unit_.register_count);
    static constexpr struct {
      uint32_t flag;
      const char* name;
    } kFlagNames[] = {{kVarArgs, "varargs"},
                      {kVarKeywords, "varkeywords"},
                      {kGenerator, "generator"},
                      {kCoroutine, "coroutine"},
                      {kAsyncGenerator, "async-generator"},
                      {kClassBody, "class"},
                      {kUsesLocalsMapping, "mapping"}};
    for (const auto& [flag, name] : kFlagNames) {
      if ((unit_.flags & flag) != 0) out_ += std::string(" ") + name;
    }
    out_ += "\n";
  }

  // A local by its name, a temporary by its distance from the last local.
  std::string Register(int64_t index) const {
    if (index < static_cast<int64_t>(unit_.locals.size())) return unit_.locals[index].name;
    return "%" + std::to_string(index - static_cast<int64_t>(unit_.locals.size()));
  }

  void Instruction() {
    const Word* code = &unit_.words[at_];
    char line[64];
    std::snprintf(line, sizeof line, "%4zu %4" PRId32 "  %s", at_,
                  unit_.LocationOf(static_cast<uint32_t>(at_)).line, NameOf(OpOf(code[0])));
    out_ += line;
    bool first = true;
    ForEachOperand(code, [&](char letter, int64_t value) {
      out_ += first ? " " : ", ";
      first = false;
      out_ += Operand(letter, value);
    });
    out_ += "\n";
  }

  std::string Operand(char letter, int64_t value) const {
    switch (letter) {
      case 'd':
      case 'u':
      case 'm': return Register(value);
      case 'n': return unit_.names[value];
      case 'k':
      case 'K':
      case 'N': return Describe(unit_.constants[value]);
      case 'J':
      case 'j': return "->" + std::to_string(static_cast<int64_t>(at_) + value);
      default: return std::to_string(value);
    }
  }

  const CodeUnit& unit_;
  std::string& out_;
  size_t at_ = 0;
};

}  // namespace

std::string Disassemble(const CodeUnit& unit) {
  std::string out;
  Disassembler(unit, out).Run();
  return out;
}

}  // namespace heddle::bytecode
