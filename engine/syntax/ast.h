// The syntax tree: CPython 3.13's Python.asdl, node for node and field for field.
//
// Nodes live in the Arena of their ParseResult and are never changed after parsing. A pointer field
// is null exactly where Python.asdl says `?` (and for the entries of Dict::keys and
// arguments::kw_defaults that CPython has as None). Names that differ from Python.asdl:
//   Constant::kind        -> Constant::u_prefix (Node::kind is the kind of node)
//   bool-like int fields  -> bool
//   patterns              -> struct Pattern and its descendants
//
// Depth. No path from the root to a leaf has more than kMaxTreeDepth nodes: the parser reports
// deeper source as an error, so consumers may recurse. One kind of chain does not count and must be
// walked in a loop: `elif`, an If whose `orelse` is one If (each costs one level in Python.asdl).
// `a and b and c`, `a < b < c` and `x = y = z` are flat nodes of any length; `a + b + c` and
// `a.b().c()` are left-nested and count in full, as in CPython.
//
// Dispatch is a switch on Node::kind and As<T>():
//   switch (expr->kind) {
//     case NodeKind::kName: return Load(expr->As<Name>()->id);
#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/arena.h"

namespace heddle::syntax {

inline constexpr int kMaxTreeDepth = 1500;

// Lines count from 1, columns from 0 in code points; the end is exclusive.
struct SourceSpan {
  uint32_t line = 0;
  uint32_t col = 0;
  uint32_t end_line = 0;
  uint32_t end_col = 0;
};

// NODE(name): every struct below that has a kind of its own.
// clang-format off
#define HEDDLE_SYNTAX_STATEMENTS(NODE)                                                         \
  NODE(FunctionDef) NODE(AsyncFunctionDef) NODE(ClassDef) NODE(Return) NODE(Delete)            \
  NODE(Assign) NODE(TypeAlias) NODE(AugAssign) NODE(AnnAssign) NODE(For) NODE(AsyncFor)        \
  NODE(While) NODE(If) NODE(With) NODE(AsyncWith) NODE(Match) NODE(Raise) NODE(Try)            \
  NODE(TryStar) NODE(Assert) NODE(Import) NODE(ImportFrom) NODE(Global) NODE(Nonlocal)         \
  NODE(ExprStmt) NODE(Pass) NODE(Break) NODE(Continue)
// clang-format on
// clang-format off
#define HEDDLE_SYNTAX_EXPRESSIONS(NODE)                                                        \
  NODE(BoolOp) NODE(NamedExpr) NODE(BinOp) NODE(UnaryOp) NODE(Lambda) NODE(IfExp) NODE(Dict)   \
  NODE(Set) NODE(ListComp) NODE(SetComp) NODE(DictComp) NODE(GeneratorExp) NODE(Await)         \
  NODE(Yield) NODE(YieldFrom) NODE(Compare) NODE(Call) NODE(FormattedValue) NODE(JoinedStr)    \
  NODE(Constant) NODE(Attribute) NODE(Subscript) NODE(Starred) NODE(Name) NODE(List)           \
  NODE(Tuple) NODE(Slice)
// clang-format on
// clang-format off
#define HEDDLE_SYNTAX_PATTERNS(NODE)                                                           \
  NODE(MatchValue) NODE(MatchSingleton) NODE(MatchSequence) NODE(MatchMapping)                 \
  NODE(MatchClass) NODE(MatchStar) NODE(MatchAs) NODE(MatchOr)
// clang-format on
#define HEDDLE_SYNTAX_TYPE_PARAMS(NODE) NODE(TypeVar) NODE(ParamSpec) NODE(TypeVarTuple)

enum class NodeKind : uint8_t {
#define HEDDLE_NODE(name) k##name,
  HEDDLE_SYNTAX_STATEMENTS(HEDDLE_NODE) HEDDLE_SYNTAX_EXPRESSIONS(HEDDLE_NODE)
      HEDDLE_SYNTAX_PATTERNS(HEDDLE_NODE) HEDDLE_SYNTAX_TYPE_PARAMS(HEDDLE_NODE)
#undef HEDDLE_NODE
  // Helper nodes without a common base class.
  kModule,
  kExpression,
  kInteractive,
  kComprehension,
  kExceptHandler,
  kArguments,
  kArg,
  kKeyword,
  kAlias,
  kWithItem,
  kMatchCase,
};

enum class ExprContext : uint8_t { kLoad, kStore, kDel };

// In the order of Python.asdl.
enum class BoolOperator : uint8_t { kAnd, kOr };
enum class Operator : uint8_t {
  kAdd,
  kSub,
  kMult,
  kMatMult,
  kDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kBitOr,
  kBitXor,
  kBitAnd,
  kFloorDiv,
};
enum class UnaryOperator : uint8_t { kInvert, kNot, kUAdd, kUSub };
enum class CmpOperator : uint8_t {
  kEq,
  kNotEq,
  kLt,
  kLtE,
  kGt,
  kGtE,
  kIs,
  kIsNot,
  kIn,
  kNotIn,
};

// UTF-8. Two identifiers of one tree are equal exactly when their data() are: the parser interns.
using Identifier = std::string_view;

struct Node {
  NodeKind kind;
  SourceSpan span;

  // REQUIRES: kind is that of T.
  template <typename T>
  T* As() {
    return static_cast<T*>(this);
  }
  template <typename T>
  const T* As() const {
    return static_cast<const T*>(this);
  }
  template <typename T>
  bool Is() const {
    return kind == T::kKind;
  }

 protected:
  explicit Node(NodeKind node_kind) : kind(node_kind) {}
};

struct Expr : Node {
  // Nodes on the longest path down from this one, itself included.
  uint16_t height = 1;
  // The source has this expression in parentheses of its own (not part of `span`).
  bool parenthesized = false;

 protected:
  using Node::Node;
};
struct Stmt : Node {
 protected:
  using Node::Node;
};
struct Pattern : Node {
  uint16_t height = 1;

 protected:
  using Node::Node;
};
struct TypeParam : Node {
 protected:
  using Node::Node;
};

// Gives a node its kind; N is the node type itself.
// clang-format off
#define HEDDLE_NODE_KIND(name, base)                     \
  static constexpr NodeKind kKind = NodeKind::k##name;   \
  name() : base(kKind) {}
// clang-format on

// Helper nodes

struct Comprehension : Node {
  HEDDLE_NODE_KIND(Comprehension, Node)
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Expr*> ifs;
  bool is_async = false;
};

struct ExceptHandler : Node {
  HEDDLE_NODE_KIND(ExceptHandler, Node)
  Expr* type = nullptr;  // Nullable: bare `except:`.
  Identifier name;       // Empty when absent.
  Seq<Stmt*> body;
};

struct Arg : Node {
  HEDDLE_NODE_KIND(Arg, Node)
  Identifier arg;
  Expr* annotation = nullptr;  // Nullable.
};

struct Arguments : Node {
  HEDDLE_NODE_KIND(Arguments, Node)
  Seq<Arg*> posonlyargs;
  Seq<Arg*> args;
  Arg* vararg = nullptr;  // Nullable.
  Seq<Arg*> kwonlyargs;
  Seq<Expr*> kw_defaults;  // As long as kwonlyargs; null entry: required.
  Arg* kwarg = nullptr;    // Nullable.
  Seq<Expr*> defaults;     // Of the last of posonlyargs + args.
};

struct Keyword : Node {
  HEDDLE_NODE_KIND(Keyword, Node)
  Identifier arg;  // Empty: `**value`.
  Expr* value = nullptr;
};

struct Alias : Node {
  HEDDLE_NODE_KIND(Alias, Node)
  Identifier name;    // Dotted, or "*".
  Identifier asname;  // Empty when absent.
};

struct WithItem : Node {
  HEDDLE_NODE_KIND(WithItem, Node)
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;  // Nullable.
};

struct MatchCase : Node {
  HEDDLE_NODE_KIND(MatchCase, Node)
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;  // Nullable.
  Seq<Stmt*> body;
};

// Roots

struct Module : Node {
  HEDDLE_NODE_KIND(Module, Node)
  Seq<Stmt*> body;
};
struct Expression : Node {
  HEDDLE_NODE_KIND(Expression, Node)
  Expr* body = nullptr;
};
struct Interactive : Node {
  HEDDLE_NODE_KIND(Interactive, Node)
  Seq<Stmt*> body;
};

// Statements

struct FunctionDefBase : Stmt {
  Identifier name;
  Arguments* args = nullptr;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
  Expr* returns = nullptr;  // Nullable.
  Seq<TypeParam*> type_params;

 protected:
  using Stmt::Stmt;
};
struct FunctionDef : FunctionDefBase {
  HEDDLE_NODE_KIND(FunctionDef, FunctionDefBase)
};
struct AsyncFunctionDef : FunctionDefBase {
  HEDDLE_NODE_KIND(AsyncFunctionDef, FunctionDefBase)
};
struct ClassDef : Stmt {
  HEDDLE_NODE_KIND(ClassDef, Stmt)
  Identifier name;
  Seq<Expr*> bases;
  Seq<Keyword*> keywords;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
  Seq<TypeParam*> type_params;
};
struct Return : Stmt {
  HEDDLE_NODE_KIND(Return, Stmt)
  Expr* value = nullptr;  // Nullable.
};
struct Delete : Stmt {
  HEDDLE_NODE_KIND(Delete, Stmt)
  Seq<Expr*> targets;
};
struct Assign : Stmt {
  HEDDLE_NODE_KIND(Assign, Stmt)
  Seq<Expr*> targets;
  Expr* value = nullptr;
};
struct TypeAlias : Stmt {
  HEDDLE_NODE_KIND(TypeAlias, Stmt)
  Expr* name = nullptr;
  Seq<TypeParam*> type_params;
  Expr* value = nullptr;
};
struct AugAssign : Stmt {
  HEDDLE_NODE_KIND(AugAssign, Stmt)
  Expr* target = nullptr;
  Operator op = Operator::kAdd;
  Expr* value = nullptr;
};
struct AnnAssign : Stmt {
  HEDDLE_NODE_KIND(AnnAssign, Stmt)
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;  // Nullable.
  bool simple = false;    // The target is a name without parentheses.
};

struct ForBase : Stmt {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;

 protected:
  using Stmt::Stmt;
};
struct For : ForBase {
  HEDDLE_NODE_KIND(For, ForBase)
};
struct AsyncFor : ForBase {
  HEDDLE_NODE_KIND(AsyncFor, ForBase)
};
struct While : Stmt {
  HEDDLE_NODE_KIND(While, Stmt)
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};
struct If : Stmt {
  HEDDLE_NODE_KIND(If, Stmt)
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;  // `elif`: one If.
};
struct WithBase : Stmt {
  Seq<WithItem*> items;
  Seq<Stmt*> body;

 protected:
  using Stmt::Stmt;
};
struct With : WithBase {
  HEDDLE_NODE_KIND(With, WithBase)
};
struct AsyncWith : WithBase {
  HEDDLE_NODE_KIND(AsyncWith, WithBase)
};
struct Match : Stmt {
  HEDDLE_NODE_KIND(Match, Stmt)
  Expr* subject = nullptr;
  Seq<MatchCase*> cases;
};
struct Raise : Stmt {
  HEDDLE_NODE_KIND(Raise, Stmt)
  Expr* exc = nullptr;    // Nullable.
  Expr* cause = nullptr;  // Nullable.
};
struct TryBase : Stmt {
  Seq<Stmt*> body;
  Seq<ExceptHandler*> handlers;
  Seq<Stmt*> orelse;
  Seq<Stmt*> finalbody;

 protected:
  using Stmt::Stmt;
};
struct Try : TryBase {
  HEDDLE_NODE_KIND(Try, TryBase)
};
struct TryStar : TryBase {
  HEDDLE_NODE_KIND(TryStar, TryBase)
};
struct Assert : Stmt {
  HEDDLE_NODE_KIND(Assert, Stmt)
  Expr* test = nullptr;
  Expr* msg = nullptr;  // Nullable.
};
struct Import : Stmt {
  HEDDLE_NODE_KIND(Import, Stmt)
  Seq<Alias*> names;
};
struct ImportFrom : Stmt {
  HEDDLE_NODE_KIND(ImportFrom, Stmt)
  Identifier module;  // Dotted; empty: `from . import x`.
  Seq<Alias*> names;
  int level = 0;  // Leading dots.
};
struct Global : Stmt {
  HEDDLE_NODE_KIND(Global, Stmt)
  Seq<Identifier> names;
};
struct Nonlocal : Stmt {
  HEDDLE_NODE_KIND(Nonlocal, Stmt)
  Seq<Identifier> names;
};
// `Expr` in Python.asdl; here Expr is the base of all expressions.
struct ExprStmt : Stmt {
  HEDDLE_NODE_KIND(ExprStmt, Stmt)
  Expr* value = nullptr;
};
struct Pass : Stmt {
  HEDDLE_NODE_KIND(Pass, Stmt)
};
struct Break : Stmt {
  HEDDLE_NODE_KIND(Break, Stmt)
};
struct Continue : Stmt {
  HEDDLE_NODE_KIND(Continue, Stmt)
};

// Expressions

struct BoolOp : Expr {
  HEDDLE_NODE_KIND(BoolOp, Expr)
  BoolOperator op = BoolOperator::kAnd;
  Seq<Expr*> values;
};
struct NamedExpr : Expr {
  HEDDLE_NODE_KIND(NamedExpr, Expr)
  Expr* target = nullptr;
  Expr* value = nullptr;
};
struct BinOp : Expr {
  HEDDLE_NODE_KIND(BinOp, Expr)
  Expr* left = nullptr;
  Operator op = Operator::kAdd;
  Expr* right = nullptr;
};
struct UnaryOp : Expr {
  HEDDLE_NODE_KIND(UnaryOp, Expr)
  UnaryOperator op = UnaryOperator::kNot;
  Expr* operand = nullptr;
};
struct Lambda : Expr {
  HEDDLE_NODE_KIND(Lambda, Expr)
  Arguments* args = nullptr;
  Expr* body = nullptr;
};
struct IfExp : Expr {
  HEDDLE_NODE_KIND(IfExp, Expr)
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};
struct Dict : Expr {
  HEDDLE_NODE_KIND(Dict, Expr)
  Seq<Expr*> keys;  // Null entry: `**value`.
  Seq<Expr*> values;
};
struct Set : Expr {
  HEDDLE_NODE_KIND(Set, Expr)
  Seq<Expr*> elts;
};
struct ListComp : Expr {
  HEDDLE_NODE_KIND(ListComp, Expr)
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct SetComp : Expr {
  HEDDLE_NODE_KIND(SetComp, Expr)
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct DictComp : Expr {
  HEDDLE_NODE_KIND(DictComp, Expr)
  Expr* key = nullptr;
  Expr* value = nullptr;
  Seq<Comprehension*> generators;
};
struct GeneratorExp : Expr {
  HEDDLE_NODE_KIND(GeneratorExp, Expr)
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};
struct Await : Expr {
  HEDDLE_NODE_KIND(Await, Expr)
  Expr* value = nullptr;
};
struct Yield : Expr {
  HEDDLE_NODE_KIND(Yield, Expr)
  Expr* value = nullptr;  // Nullable.
};
struct YieldFrom : Expr {
  HEDDLE_NODE_KIND(YieldFrom, Expr)
  Expr* value = nullptr;
};
struct Compare : Expr {
  HEDDLE_NODE_KIND(Compare, Expr)
  Expr* left = nullptr;
  Seq<CmpOperator> ops;
  Seq<Expr*> comparators;
};
struct Call : Expr {
  HEDDLE_NODE_KIND(Call, Expr)
  Expr* func = nullptr;
  Seq<Expr*> args;  // May hold Starred.
  Seq<Keyword*> keywords;
};
struct FormattedValue : Expr {
  HEDDLE_NODE_KIND(FormattedValue, Expr)
  Expr* value = nullptr;
  int conversion = -1;          // 's', 'r', 'a', or -1.
  Expr* format_spec = nullptr;  // Nullable; a JoinedStr.
};
struct JoinedStr : Expr {
  HEDDLE_NODE_KIND(JoinedStr, Expr)
  Seq<Expr*> values;  // Constant strings (never empty ones) and FormattedValues.
};

enum class ConstantType : uint8_t {
  kNone,
  kFalse,
  kTrue,
  kEllipsis,
  kInt,        // `integer`; never negative.
  kBigInt,     // `text`: digits in `radix`, without prefix, underscores and leading zeros.
  kFloat,      // `real`
  kImaginary,  // `real` is the imaginary part.
  kStr,        // `text`: UTF-8; lone surrogates as three bytes (WTF-8).
  kBytes,      // `text`
};
struct Constant : Expr {
  HEDDLE_NODE_KIND(Constant, Expr)
  ConstantType type = ConstantType::kNone;
  bool u_prefix = false;  // u"…"
  uint8_t radix = 10;     // 2, 8, 10 or 16.
  union {
    int64_t integer = 0;
    double real;
  };
  std::string_view text;
};

struct Attribute : Expr {
  HEDDLE_NODE_KIND(Attribute, Expr)
  Expr* value = nullptr;
  Identifier attr;
  ExprContext ctx = ExprContext::kLoad;
};
struct Subscript : Expr {
  HEDDLE_NODE_KIND(Subscript, Expr)
  Expr* value = nullptr;
  Expr* slice = nullptr;  // Slice, Tuple (may hold Slice and Starred) or any other.
  ExprContext ctx = ExprContext::kLoad;
};
struct Starred : Expr {
  HEDDLE_NODE_KIND(Starred, Expr)
  Expr* value = nullptr;
  ExprContext ctx = ExprContext::kLoad;
};
struct Name : Expr {
  HEDDLE_NODE_KIND(Name, Expr)
  Identifier id;
  ExprContext ctx = ExprContext::kLoad;
};
struct List : Expr {
  HEDDLE_NODE_KIND(List, Expr)
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::kLoad;
};
struct Tuple : Expr {
  HEDDLE_NODE_KIND(Tuple, Expr)
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::kLoad;
};
struct Slice : Expr {
  HEDDLE_NODE_KIND(Slice, Expr)
  Expr* lower = nullptr;  // Nullable, as are the others.
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// Patterns

struct MatchValue : Pattern {
  HEDDLE_NODE_KIND(MatchValue, Pattern)
  Expr* value = nullptr;
};
struct MatchSingleton : Pattern {
  HEDDLE_NODE_KIND(MatchSingleton, Pattern)
  ConstantType value = ConstantType::kNone;  // kNone, kTrue or kFalse.
};
struct MatchSequence : Pattern {
  HEDDLE_NODE_KIND(MatchSequence, Pattern)
  Seq<Pattern*> patterns;
};
struct MatchMapping : Pattern {
  HEDDLE_NODE_KIND(MatchMapping, Pattern)
  Seq<Expr*> keys;
  Seq<Pattern*> patterns;
  Identifier rest;  // Empty when absent.
};
struct MatchClass : Pattern {
  HEDDLE_NODE_KIND(MatchClass, Pattern)
  Expr* cls = nullptr;
  Seq<Pattern*> patterns;
  Seq<Identifier> kwd_attrs;
  Seq<Pattern*> kwd_patterns;
};
struct MatchStar : Pattern {
  HEDDLE_NODE_KIND(MatchStar, Pattern)
  Identifier name;  // Empty: `*_`.
};
struct MatchAs : Pattern {
  HEDDLE_NODE_KIND(MatchAs, Pattern)
  Pattern* pattern = nullptr;  // Nullable: a bare name or `_`.
  Identifier name;             // Empty: `_`.
};
struct MatchOr : Pattern {
  HEDDLE_NODE_KIND(MatchOr, Pattern)
  Seq<Pattern*> patterns;
};

// Type parameters; `bound` and `default_value` are nullable.

struct TypeVar : TypeParam {
  HEDDLE_NODE_KIND(TypeVar, TypeParam)
  Identifier name;
  Expr* bound = nullptr;
  Expr* default_value = nullptr;
};
struct ParamSpec : TypeParam {
  HEDDLE_NODE_KIND(ParamSpec, TypeParam)
  Identifier name;
  Expr* default_value = nullptr;
};
struct TypeVarTuple : TypeParam {
  HEDDLE_NODE_KIND(TypeVarTuple, TypeParam)
  Identifier name;
  Expr* default_value = nullptr;
};

#undef HEDDLE_NODE_KIND

}  // namespace heddle::syntax
