#include "dump.h"

#include <cstdio>
#include <cstring>

namespace heddle::syntax {
namespace {

const char* const kOperators[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                  "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                  "BitXor", "BitAnd", "FloorDiv"};
const char* const kUnary[] = {"Invert", "Not", "UAdd", "USub"};
const char* const kCompare[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                "GtE", "Is",    "IsNot", "In",  "NotIn"};
const char* const kContexts[] = {"Load", "Store", "Del"};

class Dumper {
 public:
  explicit Dumper(DumpSpans spans) : spans_(spans) {}

  std::string Take() { return std::move(out_); }

  void Root(const ParseResult& result) {
    if (result.module != nullptr) {
      Open("Module", nullptr);
      Field("body", result.module->body);
    } else if (result.expression != nullptr) {
      Open("Expression", nullptr);
      Field("body", result.expression->body);
    } else {
      Open("Interactive", nullptr);
      Field("body", result.interactive->body);
    }
    Close();
  }

 private:
  void Open(const char* name, const Node* node) {
    out_ += name;
    if (node != nullptr && spans_ == DumpSpans::kYes) {
      const SourceSpan& s = node->span;
      out_ += "@" + std::to_string(s.line) + ":" + std::to_string(s.col) + "-" +
              std::to_string(s.end_line) + ":" + std::to_string(s.end_col);
    }
    out_ += '(';
    first_ = true;
  }
  void Close() {
    out_ += ')';
    first_ = false;
  }
  void Label(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }

  void Text(std::string_view text) {
    out_ += '\'';
    for (char c : text) {
      auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x20 && byte < 0x7F && c != '\'' && c != '\\') {
        out_ += c;
      } else {
        char code[8];
        std::snprintf(code, sizeof code, "\\x%02x", byte);
        out_ += code;
      }
    }
    out_ += '\'';
  }

  void Value(std::string_view text) { Text(text); }
  void Value(const Node* node) { Visit(node); }
  void Value(CmpOperator op) { out_ += std::string(kCompare[static_cast<int>(op)]) + "()"; }

  template <typename T>
  void Field(const char* name, Seq<T> items) {
    Label(name);
    out_ += '[';
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ", ";
      Value(items[i]);
    }
    out_ += ']';
    first_ = false;
  }
  // Absent fields are left out, as ast.dump() does.
  void Field(const char* name, const Node* node) {
    if (node == nullptr) return;
    Label(name);
    Visit(node);
    first_ = false;
  }
  void Field(const char* name, std::string_view text) {
    if (text.empty()) return;
    Label(name);
    Text(text);
  }
  void Field(const char* name, int number) {
    Label(name);
    out_ += std::to_string(number);
  }
  void Raw(const char* name, const std::string& text) {
    Label(name);
    out_ += text;
  }
  void Context(ExprContext context) {
    Raw("ctx", std::string(kContexts[static_cast<int>(context)]) + "()");
  }
  void Singleton(const char* name, ConstantType type) {
    Raw(name, type == ConstantType::kNone    ? "None"
              : type == ConstantType::kTrue  ? "True"
              : type == ConstantType::kFalse ? "False"
                                             : "Ellipsis");
  }
  static std::string Bits(double real) {
    uint64_t bits;
    std::memcpy(&bits, &real, sizeof bits);
    char text[24];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(bits));
    return text;
  }

  void Constant_(const Constant* node) {
    switch (node->type) {
      case ConstantType::kInt: Raw("value", std::to_string(node->integer)); break;
      case ConstantType::kBigInt:
        Raw("value", "big" + std::to_string(node->radix) + ":" + std::string(node->text));
        break;
      case ConstantType::kFloat: Raw("value", "float:" + Bits(node->real)); break;
      case ConstantType::kImaginary: Raw("value", "imaginary:" + Bits(node->real)); break;
      case ConstantType::kStr:
      case ConstantType::kBytes:
        Label("value");
        if (node->type == ConstantType::kBytes) out_ += 'b';
        Text(node->text);
        break;
      default: Singleton("value", node->type);
    }
    if (node->u_prefix) Raw("kind", "'u'");
  }

  void Function(const FunctionDefBase* node) {
    Field("name", node->name);
    Field("args", node->args);
    Field("body", node->body);
    Field("decorator_list", node->decorator_list);
    Field("returns", node->returns);
    Field("type_params", node->type_params);
  }
  void Loop(const ForBase* node) {
    Field("target", node->target);
    Field("iter", node->iter);
    Field("body", node->body);
    Field("orelse", node->orelse);
  }
  void Try_(const TryBase* node) {
    Field("body", node->body);
    Field("handlers", node->handlers);
    Field("orelse", node->orelse);
    Field("finalbody", node->finalbody);
  }

  void Visit(const Node* node) {
    if (node == nullptr) {
      out_ += "None";
      return;
    }
    switch (node->kind) {
#define NODE(name)                    \
  case NodeKind::k##name: {           \
    const auto* n = node->As<name>(); \
    Open(#name, node);
#define END \
  Close();  \
  break;    \
  }
      NODE(FunctionDef) Function(n);
      END NODE(AsyncFunctionDef) Function(n);
      END NODE(ClassDef) Field("name", n->name);
      Field("bases", n->bases);
      Field("keywords", n->keywords);
      Field("body", n->body);
      Field("decorator_list", n->decorator_list);
      Field("type_params", n->type_params);
      END NODE(Return) Field("value", n->value);
      END NODE(Delete) Field("targets", n->targets);
      END NODE(Assign) Field("targets", n->targets);
      Field("value", n->value);
      END NODE(TypeAlias) Field("name", n->name);
      Field("type_params", n->type_params);
      Field("value", n->value);
      END NODE(AugAssign) Field("target", n->target);
      Raw("op", std::string(kOperators[static_cast<int>(n->op)]) + "()");
      Field("value", n->value);
      END NODE(AnnAssign) Field("target", n->target);
      Field("annotation", n->annotation);
      Field("value", n->value);
      Field("simple", n->simple ? 1 : 0);
      END NODE(For) Loop(n);
      END NODE(AsyncFor) Loop(n);
      END NODE(While) Field("test", n->test);
      Field("body", n->body);
      Field("orelse", n->orelse);
      END NODE(If) Field("test", n->test);
      Field("body", n->body);
      Field("orelse", n->orelse);
      END NODE(With) Field("items", n->items);
      Field("body", n->body);
      END NODE(AsyncWith) Field("items", n->items);
      Field("body", n->body);
      END NODE(Match) Field("subject", n->subject);
      Field("cases", n->cases);
      END NODE(Raise) Field("exc", n->exc);
      Field("cause", n->cause);
      END NODE(Try) Try_(n);
      END NODE(TryStar) Try_(n);
      END NODE(Assert) Field("test", n->test);
      Field("msg", n->msg);
      END NODE(Import) Field("names", n->names);
      END NODE(ImportFrom) Field("module", n->module);
      Field("names", n->names);
      Field("level", n->level);
      END NODE(Global) Field("names", n->names);
      END NODE(Nonlocal) Field("names", n->names);
      END NODE(Pass)(void) n;
      END NODE(Break)(void) n;
      END NODE(Continue)(void) n;
      END NODE(BoolOp) Raw("op", n->op == BoolOperator::kAnd ? "And()" : "Or()");
      Field("values", n->values);
      END NODE(NamedExpr) Field("target", n->target);
      Field("value", n->value);
      END NODE(BinOp) Field("left", n->left);
      Raw("op", std::string(kOperators[static_cast<int>(n->op)]) + "()");
      Field("right", n->right);
      END NODE(UnaryOp) Raw("op", std::string(kUnary[static_cast<int>(n->op)]) + "()");
      Field("operand", n->operand);
      END NODE(Lambda) Field("args", n->args);
      Field("body", n->body);
      END NODE(IfExp) Field("test", n->test);
      Field("body", n->body);
      Field("orelse", n->orelse);
      END NODE(Dict) Field("keys", n->keys);
      Field("values", n->values);
      END NODE(Set) Field("elts", n->elts);
      END NODE(ListComp) Field("elt", n->elt);
      Field("generators", n->generators);
      END NODE(SetComp) Field("elt", n->elt);
      Field("generators", n->generators);
      END NODE(DictComp) Field("key", n->key);
      Field("value", n->value);
      Field("generators", n->generators);
      END NODE(GeneratorExp) Field("elt", n->elt);
      Field("generators", n->generators);
      END NODE(Await) Field("value", n->value);
      END NODE(Yield) Field("value", n->value);
      END NODE(YieldFrom) Field("value", n->value);
      END NODE(Compare) Field("left", n->left);
      Field("ops", n->ops);
      Field("comparators", n->comparators);
      END NODE(Call) Field("func", n->func);
      Field("args", n->args);
      Field("keywords", n->keywords);
      END NODE(FormattedValue) Field("value", n->value);
      Field("conversion", n->conversion);
      Field("format_spec", n->format_spec);
      END NODE(JoinedStr) Field("values", n->values);
      END NODE(Constant) Constant_(n);
      END NODE(Attribute) Field("value", n->value);
      Field("attr", n->attr);
      Context(n->ctx);
      END NODE(Subscript) Field("value", n->value);
      Field("slice", n->slice);
      Context(n->ctx);
      END NODE(Starred) Field("value", n->value);
      Context(n->ctx);
      END NODE(Name) Field("id", n->id);
      Context(n->ctx);
      END NODE(List) Field("elts", n->elts);
      Context(n->ctx);
      END NODE(Tuple) Field("elts", n->elts);
      Context(n->ctx);
      END NODE(Slice) Field("lower", n->lower);
      Field("upper", n->upper);
      Field("step", n->step);
      END NODE(MatchValue) Field("value", n->value);
      END NODE(MatchSingleton) Singleton("value", n->value);
      END NODE(MatchSequence) Field("patterns", n->patterns);
      END NODE(MatchMapping) Field("keys", n->keys);
      Field("patterns", n->patterns);
      Field("rest", n->rest);
      END NODE(MatchClass) Field("cls", n->cls);
      Field("patterns", n->patterns);
      Field("kwd_attrs", n->kwd_attrs);
      Field("kwd_patterns", n->kwd_patterns);
      END NODE(MatchStar) Field("name", n->name);
      END NODE(MatchAs) Field("pattern", n->pattern);
      Field("name", n->name);
      END NODE(MatchOr) Field("patterns", n->patterns);
      END NODE(TypeVar) Field("name", n->name);
      Field("bound", n->bound);
      Field("default_value", n->default_value);
      END NODE(ParamSpec) Field("name", n->name);
      Field("default_value", n->default_value);
      END NODE(TypeVarTuple) Field("name", n->name);
      Field("default_value", n->default_value);
      END NODE(ExceptHandler) Field("type", n->type);
      Field("name", n->name);
      Field("body", n->body);
      END
#undef NODE
#define NODE(name, text)              \
  case NodeKind::k##name: {           \
    const auto* n = node->As<name>(); \
    Open(text, nullptr);
#define LOCATED_NODE(name, text)      \
  case NodeKind::k##name: {           \
    const auto* n = node->As<name>(); \
    Open(text, node);
          LOCATED_NODE(ExprStmt, "Expr") Field("value", n->value);
      END LOCATED_NODE(Arg, "arg") Field("arg", n->arg);
      Field("annotation", n->annotation);
      END LOCATED_NODE(Keyword, "keyword") Field("arg", n->arg);
      Field("value", n->value);
      END LOCATED_NODE(Alias, "alias") Field("name", n->name);
      Field("asname", n->asname);
      END NODE(Comprehension, "comprehension") Field("target", n->target);
      Field("iter", n->iter);
      Field("ifs", n->ifs);
      Field("is_async", n->is_async ? 1 : 0);
      END NODE(Arguments, "arguments") Field("posonlyargs", n->posonlyargs);
      Field("args", n->args);
      Field("vararg", n->vararg);
      Field("kwonlyargs", n->kwonlyargs);
      Field("kw_defaults", n->kw_defaults);
      Field("kwarg", n->kwarg);
      Field("defaults", n->defaults);
      END NODE(WithItem, "withitem") Field("context_expr", n->context_expr);
      Field("optional_vars", n->optional_vars);
      END NODE(MatchCase, "match_case") Field("pattern", n->pattern);
      Field("guard", n->guard);
      Field("body", n->body);
      END
#undef NODE
#undef LOCATED_NODE
#undef END
          case NodeKind::kModule : case NodeKind::kExpression : case NodeKind::kInteractive : break;
    }
  }

  DumpSpans spans_;
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string Dump(const ParseResult& result, DumpSpans spans) {
  Dumper dumper(spans);
  dumper.Root(result);
  return dumper.Take();
}

}  // namespace heddle::syntax
