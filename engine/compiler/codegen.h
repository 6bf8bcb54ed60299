// Code generation: one CodeGenerator walks a whole tree; it has a UnitState for every unit that it
// is inside of.
//
// Registers. Locals have registers of their own, temporaries are a stack above them. An expression
// is compiled either into a given register (To) or to wherever its value is (Operand): a local is
// used where it stands. A local's register is written only by the last instruction of what is
// assigned to it, so that what raises or reads the local before sees the old value.
//
// Every path out of a block (Block below) runs its clean-up: the code for it is emitted again at
// each exit, outside of the exception ranges of the blocks that are left.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code_unit.h"
#include "compiler/compiler.h"
#include "compiler/error_sink.h"
#include "compiler/names.h"
#include "compiler/scope.h"
#include "compiler/unit_builder.h"
#include "syntax/parser.h"

namespace heddle::compiler {

// Where a name lives, as seen from the code being compiled.
struct Place {
  enum Kind : uint8_t {
    kRegister,
    kCell,
    kGlobal,
    kName,        // in the mapping of locals
    kNameOrCell,  // in a class body: in the mapping, else in the cell
    kClassDict,   // in the mapping of the class around, else global
    kClassDictOrCell,
  } kind;
  Reg reg = 0;  // The register, or the one with the cell.
};

struct Block {
  enum Kind : uint8_t {
    kLoop,
    kTry,           // a region whose exits need nothing
    kHandler,       // an exception is being handled: restore the one in `reg`
    kNamedHandler,  // `except E as name`
    kFinally,       // the body of try: exits run `body`
    kWith,          // exits leave the context of the token in `reg`
    kAsyncWith,
    kStarHandler,  // no exits allowed
  } kind;
  std::optional<RegionId> region;
  Reg reg = 0;
  NameId name = kNoName;
  syntax::Seq<syntax::Stmt*> body;
  syntax::SourceSpan span;
  Label on_break{}, on_continue{};
};

struct UnitState {
  Scope* scope;
  UnitState* parent;
  UnitBuilder code;
  std::vector<const Scope*> comprehensions;  // Inlined ones around the current code.
  std::vector<Block> blocks;
  std::set<std::string, std::less<>> static_attributes;  // Of a class.
};

class CodeGenerator {
 public:
  CodeGenerator(const CompileOptions& options, bool future_annotations, uint32_t future_line,
                NameTable& names, const ScopeTree& scopes, ErrorSink& errors);

  std::shared_ptr<const bytecode::CodeUnit> Run(const syntax::ParseResult& tree);

 private:
  using Span = syntax::SourceSpan;

  // ---- support (codegen.cc)
  bool Fail(const Span& span, std::string message) {
    return errors_.Report(span, std::move(message));
  }
  void Warn(const Span& span, std::optional<std::string> message) {
    if (message) errors_.Warn(span, *std::move(message));
  }
  UnitBuilder& code() { return unit_->code; }
  std::string Text(NameId name) const { return std::string(names_.Text(name)); }
  uint32_t NameIndex(NameId name) { return code().AddName(name, names_.Text(name)); }
  NameId Mangled(std::string_view name);
  const Scope& CurrentScope() const;
  void LoadConstant(const Span& span, Reg dst, bytecode::Constant value);
  void LoadNone(const Span& span, Reg dst);
  void LoadText(const Span& span, Reg dst, std::string_view text);
  std::shared_ptr<const bytecode::CodeUnit> FinishUnit(const Span& span);

  // ---- names (names in codegen_names.cc)
  Place PlaceOf(NameId name) const;
  std::optional<Reg> RegisterOf(const syntax::Expr* expr);
  void LoadName(const Span& span, NameId name, Reg dst);
  void StoreName(const Span& span, NameId name, Reg value);
  void DeleteName(const Span& span, NameId name);
  Reg CellFor(NameId name) const;
  bool CheckAssignable(const Span& span, std::string_view name, bool deleting = false);

  // ---- expressions (expressions.cc, calls.cc)
  void To(const syntax::Expr* expr, Reg dst);
  Reg ToTemp(const syntax::Expr* expr);
  Reg Operand(const syntax::Expr* expr, const syntax::Expr* later = nullptr,
              std::optional<Reg> hint = std::nullopt);
  void Discard(const syntax::Expr* expr);
  void JumpIf(const syntax::Expr* test, Label target, bool sense);
  void JumpIfCompare(const syntax::Compare* test, Label target, bool sense);
  void JumpIfComparison(const Span& span, syntax::CmpOperator op, Reg left,
                        const syntax::Expr* left_expr, const syntax::Expr* right, Label target,
                        bool sense, std::optional<Reg> right_reg);
  void ComputedTo(const syntax::Expr* expr, Reg dst);
  void BoolOpTo(const syntax::BoolOp* expr, Reg dst);
  void BinOpTo(const syntax::BinOp* expr, Reg dst);
  void UnaryOpTo(const syntax::UnaryOp* expr, Reg dst);
  void IfExpTo(const syntax::IfExp* expr, Reg dst);
  void CompareTo(const syntax::Compare* expr, Reg dst);
  std::optional<std::vector<bytecode::Constant>> FoldItems(syntax::Seq<syntax::Expr*> items);
  Reg ItemsOperand(const syntax::Expr* expr, std::optional<Reg> hint = std::nullopt);
  Reg ComparedOperand(syntax::CmpOperator op, const syntax::Expr* right);
  void DictTo(const syntax::Dict* expr, Reg dst);
  void SetTo(const syntax::Set* expr, Reg dst);
  void SequenceTo(const syntax::Expr* expr, syntax::Seq<syntax::Expr*> items, bool tuple, Reg dst);
  void ListWithStars(const Span& span, syntax::Seq<syntax::Expr*> items, Reg list);
  void ExtendList(const Span& span, syntax::Seq<syntax::Expr*> items, Reg list);
  void SubscriptTo(const syntax::Subscript* expr, Reg dst);
  Reg SliceOperand(const syntax::Expr* slice);
  void JoinedStrTo(const syntax::JoinedStr* expr, Reg dst);
  void FormattedValueTo(const syntax::FormattedValue* expr, Reg dst);
  void NamedExprTo(const syntax::NamedExpr* expr, Reg dst);
  void YieldTo(const syntax::Expr* expr, Reg dst);
  void AwaitValue(const Span& span, Reg value, Reg dst, uint32_t where);
  void CallTo(const syntax::Call* expr, Reg dst);
  bool SuperCallTo(const syntax::Call* expr, Reg dst);
  // The function is in r[base] (and self, or nothing, in r[base + 1] with two_slots), `placed`
  // arguments follow; the registers are the topmost.
  struct CallWindow {
    Reg base;
    bool two_slots;
    uint32_t placed;
  };
  static Span AtAttribute(Span span, const syntax::Attribute* attribute);
  Reg WindowFor(Reg dst, uint32_t count);
  void FinishCall(const Span& span, Reg dst, CallWindow window, syntax::Seq<syntax::Expr*> args,
                  syntax::Seq<syntax::Keyword*> keywords, std::optional<Reg> last);
  void UnpackedCall(const Span& span, Reg dst, Reg function, Reg first, uint32_t placed,
                    syntax::Seq<syntax::Expr*> args, syntax::Seq<syntax::Keyword*> keywords,
                    std::optional<Reg> last);
  void UnpackedKeywords(const Span& span, syntax::Seq<syntax::Keyword*> keywords, Reg dict,
                        Reg function);
  bool IsOwnVarargs(const syntax::Expr* expr);
  bool CheckKeywords(syntax::Seq<syntax::Keyword*> keywords);

  // ---- targets (targets.cc)
  void Store(const syntax::Expr* target, Reg value);
  void UnpackTo(const syntax::Expr* target, syntax::Seq<syntax::Expr*> items, Reg value);
  std::optional<Reg> ConsecutiveLocals(syntax::Seq<syntax::Expr*> items);
  void Delete(const syntax::Expr* target);
  void Assign(const syntax::Assign* stmt);
  bool AssignTuple(const syntax::Expr* target, const syntax::Expr* value);
  void AugAssign(const syntax::AugAssign* stmt);
  void AnnAssign(const syntax::AnnAssign* stmt);
  void InPlace(const syntax::AugAssign* stmt, Reg dst, Reg left);
  void NoteStaticAttribute(const syntax::Attribute* target);
  void Annotation(const syntax::Expr* annotation, Reg dst);

  // ---- comprehensions (comprehensions.cc)
  struct CompParts {
    const syntax::Expr* expr;
    syntax::Seq<syntax::Comprehension*> generators;
    const syntax::Expr* element;
    const syntax::Expr* value;
    ComprehensionKind kind;
  };
  void ComprehensionTo(const CompParts& parts, Reg dst);
  void InlineComprehension(const CompParts& parts, const Scope* scope, Reg dst);
  void NestedComprehension(const CompParts& parts, Scope* scope, Reg dst);
  void Generators(const CompParts& parts, size_t depth, Reg iterator, Reg result);
  void Element(const CompParts& parts, Reg result);
  void PrepareHidden(const CompParts& parts, const Scope* scope);
  void IterateFirst(const CompParts& parts, Reg dst);

  // ---- statements (statements.cc, control.cc, try.cc)
  void Body(syntax::Seq<syntax::Stmt*> body);
  void Statement(const syntax::Stmt* stmt);
  void ExpressionStatement(const syntax::ExprStmt* stmt);
  void IfStatement(const syntax::If* stmt);
  void WhileStatement(const syntax::While* stmt);
  void ForStatement(const syntax::For* stmt);
  void AsyncForStatement(const syntax::AsyncFor* stmt);
  void ReturnStatement(const syntax::Return* stmt);
  void LoopExit(const syntax::Stmt* stmt, bool is_break);
  void RaiseStatement(const syntax::Raise* stmt);
  void AssertStatement(const syntax::Assert* stmt);
  void ImportStatement(const syntax::Import* stmt);
  void ImportFromStatement(const syntax::ImportFrom* stmt);
  void TryStatement(const syntax::TryBase* stmt);
  void TryExcept(const syntax::TryBase* stmt);
  void TryStarExcept(const syntax::TryBase* stmt);
  void TryFinally(const syntax::TryBase* stmt);
  void HandlerBody(const syntax::ExceptHandler* handler, Reg exc);
  void WithStatement(const syntax::WithBase* stmt, size_t item);
  void ExitWith(const Block& block);
  void Cleanup(const Span& span, Label cleanup, RegionId region, Reg exc, Reg previous);
  bool IsAsyncFunction() const;

  // Leaves the blocks above `depth`; the caller emits the jump and calls Reenter.
  std::vector<Block> Unwind(size_t depth, const Span& span);
  void Reenter(std::vector<Block> blocks);
  void UnwindOne(const Block& block, const Span& span);

  // ---- definitions (definitions.cc, generics.cc)
  void EnterUnit(Scope* scope, UnitState& state, std::string_view name, const Span& span);
  void AssignHidden(Scope& scope);
  void AssignHiddenIn(Scope& comprehension, std::vector<std::pair<NameId, Reg>>& active);
  void Prologue(const Span& span);
  std::string QualifiedName(const Scope* scope) const;
  void MakeFunction(const Span& span, std::shared_ptr<const bytecode::CodeUnit> function,
                    const Scope* scope, uint32_t flags, Reg window, Reg dst);
  void FunctionStatement(const syntax::FunctionDefBase* stmt);
  void LambdaTo(const syntax::Lambda* expr, Reg dst);
  uint32_t Defaults(const syntax::Arguments& args, const Span& span);
  bool DefaultTuple(const syntax::Arguments& args, const Span& span);
  bool KwDefaults(const syntax::Arguments& args, const Span& span);
  bool Annotations(const syntax::FunctionDefBase* stmt);
  std::shared_ptr<const bytecode::CodeUnit> FunctionUnit(const syntax::FunctionDefBase* stmt,
                                                         Scope* scope);
  void FunctionFlags(const syntax::Arguments& args);
  void CheckParameters(const syntax::Arguments& args);
  void WrapGenerator(const Span& span, Label handler, RegionId region, Reg exc);
  void ClassStatement(const syntax::ClassDef* stmt);
  void ClassCall(const syntax::ClassDef* stmt, Reg dst, bool generic);
  std::shared_ptr<const bytecode::CodeUnit> ClassUnit(const syntax::ClassDef* stmt, Scope* scope);
  void TypeAliasStatement(const syntax::TypeAlias* stmt);
  void TypeAliasValue(const syntax::TypeAlias* stmt, std::optional<Reg> params, Reg dst);
  void TypeParams(syntax::Seq<syntax::TypeParam*> params, const Span& span, Reg dst);
  void LazyFunction(const syntax::Expr* value, const void* key, Reg dst);
  void GenericFunction(const syntax::FunctionDefBase* stmt, Reg dst);
  void GenericClass(const syntax::ClassDef* stmt, Reg dst);
  void Decorated(syntax::Seq<syntax::Expr*> decorators, Reg first, Reg value);
  void Docstring(syntax::Seq<syntax::Stmt*>& body, std::optional<std::string>& doc) const;

  // ---- match (match.cc)
  struct PatternState {
    std::vector<std::pair<NameId, Reg>> captures;
    bool allow_irrefutable = false;
    Label fail{};
  };
  void MatchStatement(const syntax::Match* stmt);
  void MatchPattern(const syntax::Pattern* pattern, Reg subject, PatternState& state);
  void MatchSubpattern(const syntax::Pattern* pattern, Reg subject, PatternState& state);
  void MatchValuePattern(const syntax::MatchValue* pattern, Reg subject, PatternState& state);
  void MatchSequencePattern(const syntax::MatchSequence* pattern, Reg subject, PatternState& state);
  void MatchMappingPattern(const syntax::MatchMapping* pattern, Reg subject, PatternState& state);
  void MatchClassPattern(const syntax::MatchClass* pattern, Reg subject, PatternState& state);
  void MatchAsPattern(const syntax::MatchAs* pattern, Reg subject, PatternState& state);
  void MatchOrPattern(const syntax::MatchOr* pattern, Reg subject, PatternState& state);
  void CaptureName(const syntax::Pattern* pattern, NameId name, Reg value, PatternState& state);

  const CompileOptions& options_;
  bool future_annotations_;
  uint32_t future_line_;
  NameTable& names_;
  const ScopeTree& scopes_;
  ErrorSink& errors_;
  bool interactive_ = false;
  UnitState* unit_ = nullptr;
};

}  // namespace heddle::compiler
