#include "lib/source_tree.h"

#include <string>
#include <vector>

#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "syntax/parser.h"
#include "vm/character_names.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

namespace ast = heddle::syntax;

constexpr const char* kKindNames[] = {
#define HEDDLE_NODE(name) #name,
    HEDDLE_SYNTAX_STATEMENTS(HEDDLE_NODE) HEDDLE_SYNTAX_EXPRESSIONS(HEDDLE_NODE)
        HEDDLE_SYNTAX_PATTERNS(HEDDLE_NODE) HEDDLE_SYNTAX_TYPE_PARAMS(HEDDLE_NODE)
#undef HEDDLE_NODE
            "Module",
    "Expression",
    "Interactive",
    "comprehension",
    "ExceptHandler",
    "arguments",
    "arg",
    "keyword",
    "alias",
    "withitem",
    "match_case",
};

// Columns in bytes of UTF-8, as Python's ast counts them; the tree counts code points.
class Columns {
 public:
  explicit Columns(std::string_view source) : source_(source) {
    starts_.push_back(0);
    for (size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\n') starts_.push_back(i + 1);
    }
  }

  uint32_t InBytes(uint32_t line, uint32_t column) const {
    if (line == 0 || line > starts_.size()) return column;
    size_t at = starts_[line - 1];
    for (uint32_t i = 0; i < column && at < source_.size(); ++i) {
      ++at;
      while (at < source_.size() && (static_cast<uint8_t>(source_[at]) & 0xc0) == 0x80) ++at;
    }
    return static_cast<uint32_t>(at - starts_[line - 1]);
  }

 private:
  std::string_view source_;
  std::vector<size_t> starts_;
};

// Recursion goes no deeper than ast::kMaxTreeDepth; chains of elif are walked in a loop.
class Converter {
 public:
  Converter(Context& cx, std::string_view source) : cx_(cx), columns_(source) {}

  Value Root(const ast::ParseResult& tree) {
    if (tree.module != nullptr) return Make(*tree.module, {All(tree.module->body)});
    if (tree.expression != nullptr) return Make(*tree.expression, {One(tree.expression->body)});
    return Make(*tree.interactive, {All(tree.interactive->body)});
  }

 private:
  Value Make(const ast::Node& node, std::initializer_list<Value> fields) {
    const char* name = kKindNames[size_t(node.kind)];
    if (node.kind == ast::NodeKind::kExprStmt) name = "Expr";
    const auto& span = node.span;
    std::vector<Value> items = {Value::Of(cx_.Intern(name)), Value::Small(span.line),
                                Value::Small(columns_.InBytes(span.line, span.col)),
                                Value::Small(span.end_line),
                                Value::Small(columns_.InBytes(span.end_line, span.end_col))};
    items.insert(items.end(), fields.begin(), fields.end());
    return MakeTuple(cx_, items);
  }

  template <typename T>
  Value All(const ast::Seq<T>& nodes) {
    List* const list = NewList(cx_.heap);
    for (const auto& node : nodes) ListAppend(cx_, list, One(node));
    return Value::Of(list);
  }

  Value One(ast::CmpOperator op) { return Value::Small(int(op)); }
  Value One(ast::Identifier name) {
    return name.empty() ? Value::None() : Value::Of(cx_.Intern(name));
  }
  Value One(const ast::Node* node) {
    if (node == nullptr) return Value::None();
    if (node->kind == ast::NodeKind::kIf) return Chain(node->As<ast::If>());
    return Convert(*node);
  }

  // An `if` with its `elif`s, the innermost first.
  Value Chain(const ast::If* first) {
    std::vector<const ast::If*> chain = {first};
    const auto is_elif = [](const ast::If* node) {
      return node->orelse.size() == 1 && node->orelse[0]->kind == ast::NodeKind::kIf;
    };
    while (is_elif(chain.back())) chain.push_back(chain.back()->orelse[0]->As<ast::If>());
    Value rest = All(chain.back()->orelse);
    Value node;
    for (size_t i = chain.size(); i-- > 0;) {
      node = Make(*chain[i], {One(chain[i]->test), All(chain[i]->body), rest});
      List* const list = NewList(cx_.heap);
      ListAppend(cx_, list, node);
      rest = Value::Of(list);
    }
    return node;
  }

  Value ConstantValue(ast::ConstantType type) {
    if (type == ast::ConstantType::kNone) return Value::None();
    return Value::Bool(type == ast::ConstantType::kTrue);
  }

  Value ConstantOf(const ast::Constant& c) {
    switch (c.type) {
      case ast::ConstantType::kEllipsis: return Value::Ellipsis();
      case ast::ConstantType::kInt: return IntFromInt64(cx_.heap, c.integer);
      case ast::ConstantType::kBigInt: return IntFromDigits(cx_, c.text, c.radix);
      case ast::ConstantType::kFloat: return Value::Double(c.real);
      case ast::ConstantType::kImaginary: return NewComplex(cx_.heap, 0.0, c.real);
      case ast::ConstantType::kStr: return cx_.NewString(c.text);
      case ast::ConstantType::kBytes: return Value::Of(NewBytes(cx_.heap, c.text));
      default: return ConstantValue(c.type);
    }
  }

  Value Number(int n) { return Value::Small(n); }
  template <typename E>
  Value Index(E e) {
    return Value::Small(static_cast<int>(e));
  }

  Value Function(const ast::FunctionDefBase& f) {
    return Make(f, {One(f.name), One(f.args), All(f.body), All(f.decorator_list), One(f.returns),
                    Value::None(), All(f.type_params)});
  }
  Value Loop(const ast::ForBase& f) {
    return Make(f, {One(f.target), One(f.iter), All(f.body), All(f.orelse), Value::None()});
  }
  Value TryOf(const ast::TryBase& t) {
    return Make(t, {All(t.body), All(t.handlers), All(t.orelse), All(t.finalbody)});
  }

  Value Convert(const ast::Node& node) {
    switch (node.kind) {
#define CASE(T, ...)                    \
  case ast::NodeKind::k##T: {           \
    const auto& n = *node.As<ast::T>(); \
    return Make(n, {__VA_ARGS__});      \
  }
      case ast::NodeKind::kFunctionDef: return Function(*node.As<ast::FunctionDef>());
      case ast::NodeKind::kAsyncFunctionDef: return Function(*node.As<ast::AsyncFunctionDef>());
      case ast::NodeKind::kFor: return Loop(*node.As<ast::For>());
      case ast::NodeKind::kAsyncFor: return Loop(*node.As<ast::AsyncFor>());
      case ast::NodeKind::kTry: return TryOf(*node.As<ast::Try>());
      case ast::NodeKind::kTryStar:
        return TryOf(*node.As<ast::TryStar>());
        CASE(ClassDef, One(n.name), All(n.bases), All(n.keywords), All(n.body),
             All(n.decorator_list), All(n.type_params))
        CASE(Return, One(n.value))
        CASE(Delete, All(n.targets))
        CASE(Assign, All(n.targets), One(n.value), Value::None())
        CASE(TypeAlias, One(n.name), All(n.type_params), One(n.value))
        CASE(AugAssign, One(n.target), Index(n.op), One(n.value))
        CASE(AnnAssign, One(n.target), One(n.annotation), One(n.value), Number(n.simple))
        CASE(While, One(n.test), All(n.body), All(n.orelse))
        CASE(With, All(n.items), All(n.body), Value::None())
        CASE(AsyncWith, All(n.items), All(n.body), Value::None())
        CASE(Match, One(n.subject), All(n.cases))
        CASE(Raise, One(n.exc), One(n.cause))
        CASE(Assert, One(n.test), One(n.msg))
        CASE(Import, All(n.names))
        CASE(ImportFrom, One(n.module), All(n.names), Number(n.level))
        CASE(Global, All(n.names))
        CASE(Nonlocal, All(n.names))
        CASE(ExprStmt, One(n.value))
        CASE(BoolOp, Index(n.op), All(n.values))
        CASE(NamedExpr, One(n.target), One(n.value))
        CASE(BinOp, One(n.left), Index(n.op), One(n.right))
        CASE(UnaryOp, Index(n.op), One(n.operand))
        CASE(Lambda, One(n.args), One(n.body))
        CASE(IfExp, One(n.test), One(n.body), One(n.orelse))
        CASE(Dict, All(n.keys), All(n.values))
        CASE(Set, All(n.elts))
        CASE(ListComp, One(n.elt), All(n.generators))
        CASE(SetComp, One(n.elt), All(n.generators))
        CASE(DictComp, One(n.key), One(n.value), All(n.generators))
        CASE(GeneratorExp, One(n.elt), All(n.generators))
        CASE(Await, One(n.value))
        CASE(Yield, One(n.value))
        CASE(YieldFrom, One(n.value))
        CASE(Compare, One(n.left), All(n.ops), All(n.comparators))
        CASE(Call, One(n.func), All(n.args), All(n.keywords))
        CASE(FormattedValue, One(n.value), Number(n.conversion), One(n.format_spec))
        CASE(JoinedStr, All(n.values))
        CASE(Constant, ConstantOf(n), n.u_prefix ? cx_.NewString("u") : Value::None())
        CASE(Attribute, One(n.value), One(n.attr), Index(n.ctx))
        CASE(Subscript, One(n.value), One(n.slice), Index(n.ctx))
        CASE(Starred, One(n.value), Index(n.ctx))
        CASE(Name, One(n.id), Index(n.ctx))
        CASE(List, All(n.elts), Index(n.ctx))
        CASE(Tuple, All(n.elts), Index(n.ctx))
        CASE(Slice, One(n.lower), One(n.upper), One(n.step))
        CASE(MatchValue, One(n.value))
        CASE(MatchSingleton, ConstantValue(n.value))
        CASE(MatchSequence, All(n.patterns))
        CASE(MatchMapping, All(n.keys), All(n.patterns), One(n.rest))
        CASE(MatchClass, One(n.cls), All(n.patterns), All(n.kwd_attrs), All(n.kwd_patterns))
        CASE(MatchStar, One(n.name))
        CASE(MatchAs, One(n.pattern), One(n.name))
        CASE(MatchOr, All(n.patterns))
        CASE(TypeVar, One(n.name), One(n.bound), One(n.default_value))
        CASE(ParamSpec, One(n.name), One(n.default_value))
        CASE(TypeVarTuple, One(n.name), One(n.default_value))
        CASE(Comprehension, One(n.target), One(n.iter), All(n.ifs), Number(n.is_async))
        CASE(ExceptHandler, One(n.type), One(n.name), All(n.body))
        CASE(Arguments, All(n.posonlyargs), All(n.args), One(n.vararg), All(n.kwonlyargs),
             All(n.kw_defaults), One(n.kwarg), All(n.defaults))
        CASE(Arg, One(n.arg), One(n.annotation), Value::None())
        CASE(Keyword, One(n.arg), One(n.value))
        CASE(Alias, One(n.name), One(n.asname))
        CASE(WithItem, One(n.context_expr), One(n.optional_vars))
        CASE(MatchCase, One(n.pattern), One(n.guard), All(n.body))
#undef CASE
      default: return Make(node, {});  // Pass, Break, Continue; the roots and If are not met here.
    }
  }

  Context& cx_;
  Columns columns_;
};

}  // namespace

ParsedSource::ParsedSource(Context& cx, Args args) {
  std::string storage;
  source_ = args[0].Is(Kind::kStr) ? ToUtf8(args[0].As<Str>())
                                   : std::string(BytesView(args[0], &storage));
  if (source_.find('\0') != std::string::npos) {
    cx.Raise(Exc::kSyntaxError, "source code string cannot contain null bytes");
    return;
  }
  const std::string filename = ToUtf8(args[1].As<Str>());
  const std::string mode = ToUtf8(args[2].As<Str>());
  ast::ParseOptions options;
  options.filename = filename;
  options.mode = mode == "eval"     ? ast::ParseMode::kEval
                 : mode == "single" ? ast::ParseMode::kSingle
                                    : ast::ParseMode::kExec;
  vm::CharacterNames names{static_cast<vm::Interpreter&>(cx).program()};
  options.lookup_character_name = vm::CharacterNames::Lookup;
  options.normalize_identifier = vm::CharacterNames::Normalize;
  options.lookup_context = &names;
  tree_ = ast::Parse(source_, options);
  if (!names.problem.empty()) {
    cx.Raise(Exc::kImportError, "{}", names.problem);
  } else if (!tree_.ok()) {
    vm::RaiseSyntaxError(cx, *tree_.error, filename);
  } else {
    ok_ = true;
  }
}

Value SourceTree(Context& cx, Args args) {
  const ParsedSource parsed(cx, args);
  return parsed.ok() ? Converter(cx, parsed.source()).Root(parsed.tree()) : Value::Raised();
}

}  // namespace heddle::lib
