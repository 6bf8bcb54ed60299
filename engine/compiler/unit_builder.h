// Builds one CodeUnit: instructions, labels, constants, positions, exception ranges.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bytecode/code_unit.h"
#include "compiler/names.h"
#include "syntax/ast.h"

namespace heddle::compiler {

using Reg = uint32_t;
using bytecode::Op;

enum class Label : uint32_t {};
enum class RegionId : uint32_t {};

// Instructions after one that never falls through, up to the next label that something jumps to,
// are unreachable: they are left out.
class UnitBuilder {
 public:
  UnitBuilder();

  bytecode::CodeUnit& unit() { return *unit_; }
  bool reachable() const { return reachable_; }
  void MarkUnreachable() { reachable_ = false; }

  // A limit of the format (registers, names, operands) was exceeded: the unit is unusable.
  bool too_large() const { return too_large_; }

  void Emit(const syntax::SourceSpan& span, Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0,
            int32_t ext = 0);
  void EmitConst(const syntax::SourceSpan& span, Reg dst, uint32_t constant);

  Label NewLabel();
  // The next instruction is where the label leads.
  void Bind(Label label);
  // Jumps with the target in b and c, or, with two operands, in the extension word.
  void Jump(const syntax::SourceSpan& span, Op op, Label target, uint32_t a = 0, uint32_t b = 0);

  // A region is a set of ranges whose exceptions go to one handler. Ranges are added between
  // Resume and Suspend; Close ends the region. Inner regions close before outer ones.
  RegionId NewRegion(Label handler, Reg reg);
  void Resume(RegionId region);
  void Suspend(RegionId region);
  void Close(RegionId region);

  uint32_t AddConstant(bytecode::Constant value);
  uint32_t AddCode(std::shared_ptr<const bytecode::CodeUnit> code);
  uint32_t AddName(NameId id, std::string_view text);

  // Registers above the locals, used as a stack.
  void SetFirstTemp(Reg first);
  bool IsTemp(Reg reg) const { return reg >= first_temp_; }
  Reg next_temp() const { return next_temp_; }
  Reg Alloc(uint32_t count = 1);
  void FreeTo(Reg mark) { next_temp_ = mark; }

  // dst = Undefined.
  void EmitClear(const syntax::SourceSpan& span, Reg dst);

  std::shared_ptr<const bytecode::CodeUnit> Finish();

 private:
  struct Fixup {
    uint32_t at;
    Label label;
    bool in_extension;
  };
  struct Region {
    Label handler;
    Reg reg;
    bool open = false;
    uint32_t start = 0;
    std::vector<std::pair<uint32_t, uint32_t>> ranges;
  };
  struct Entry {
    uint32_t start, end;
    Label handler;
    Reg reg;
  };
  struct LabelState {
    int32_t position = -1;
    bool used = false;
  };

  uint32_t Here() const { return static_cast<uint32_t>(unit_->words.size()); }
  void MarkPosition(const syntax::SourceSpan& span);

  std::shared_ptr<bytecode::CodeUnit> unit_;
  bool reachable_ = true;
  bool too_large_ = false;
  Reg first_temp_ = 0;
  Reg next_temp_ = 0;
  Reg register_limit_ = 0;
  std::vector<LabelState> labels_;
  std::vector<Fixup> fixups_;
  std::vector<Region> regions_;
  std::vector<Entry> entries_;
  std::vector<uint32_t> clears_;  // Instructions that read the register nobody writes.
  std::unordered_map<std::string, uint32_t> constants_;
  NameMap names_;
};

}  // namespace heddle::compiler
