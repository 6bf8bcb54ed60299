#include "compiler/unparse.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "compiler/fold.h"

namespace heddle::compiler {

namespace {

using namespace syntax;

enum Level {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kExpression,
  kBitOr = kExpression,
  kBitXor,
  kBitAnd,
  kShift,
  kArith,
  kTerm,
  kFactor,
  kPower,
  kAwaitLevel,
  kAtom,
};

struct BinaryForm {
  const char* text;
  Level level;
  bool right_associative;
};

BinaryForm FormOf(Operator op) {
  switch (op) {
    case Operator::kAdd: return {" + ", kArith, false};
    case Operator::kSub: return {" - ", kArith, false};
    case Operator::kMult: return {" * ", kTerm, false};
    case Operator::kMatMult: return {" @ ", kTerm, false};
    case Operator::kDiv: return {" / ", kTerm, false};
    case Operator::kMod: return {" % ", kTerm, false};
    case Operator::kLShift: return {" << ", kShift, false};
    case Operator::kRShift: return {" >> ", kShift, false};
    case Operator::kBitOr: return {" | ", kBitOr, false};
    case Operator::kBitXor: return {" ^ ", kBitXor, false};
    case Operator::kBitAnd: return {" & ", kBitAnd, false};
    case Operator::kFloorDiv: return {" // ", kTerm, false};
    case Operator::kPow: return {" ** ", kPower, true};
  }
  return {"", kTest, false};
}

const char* TextOf(CmpOperator op) {
  static constexpr const char* kTexts[] = {" == ", " != ", " < ",      " <= ", " > ",
                                           " >= ", " is ", " is not ", " in ", " not in "};
  return kTexts[static_cast<int>(op)];
}

class Unparser {
 public:
  std::string Take() { return std::move(out_); }

  void Write(const Expr* expr, Level level) {
    switch (expr->kind) {
      case NodeKind::kBoolOp: return WriteBoolOp(expr->As<BoolOp>(), level);
      case NodeKind::kNamedExpr: {
        Paren paren(*this, level > kTuple);
        Write(expr->As<NamedExpr>()->target, kAtom);
        out_ += " := ";
        return Write(expr->As<NamedExpr>()->value, kAtom);
      }
      case NodeKind::kBinOp: return WriteBinOp(expr->As<BinOp>(), level);
      case NodeKind::kUnaryOp: return WriteUnaryOp(expr->As<UnaryOp>(), level);
      case NodeKind::kLambda: {
        Paren paren(*this, level > kTest);
        const Arguments* args = expr->As<Lambda>()->args;
        out_ += HasAny(*args) ? "lambda " : "lambda";
        WriteArguments(*args);
        out_ += ": ";
        return Write(expr->As<Lambda>()->body, kTest);
      }
      case NodeKind::kIfExp: {
        Paren paren(*this, level > kTest);
        Write(expr->As<IfExp>()->body, static_cast<Level>(kTest + 1));
        out_ += " if ";
        Write(expr->As<IfExp>()->test, static_cast<Level>(kTest + 1));
        out_ += " else ";
        return Write(expr->As<IfExp>()->orelse, kTest);
      }
      case NodeKind::kDict: return WriteDict(expr->As<Dict>());
      case NodeKind::kSet: return WriteItems("{", expr->As<Set>()->elts, "}");
      case NodeKind::kListComp:
        return WriteComp("[", expr->As<ListComp>()->elt, nullptr, expr->As<ListComp>()->generators,
                         "]");
      case NodeKind::kSetComp:
        return WriteComp("{", expr->As<SetComp>()->elt, nullptr, expr->As<SetComp>()->generators,
                         "}");
      case NodeKind::kDictComp:
        return WriteComp("{", expr->As<DictComp>()->key, expr->As<DictComp>()->value,
                         expr->As<DictComp>()->generators, "}");
      case NodeKind::kGeneratorExp:
        return WriteComp("(", expr->As<GeneratorExp>()->elt, nullptr,
                         expr->As<GeneratorExp>()->generators, ")");
      case NodeKind::kAwait: {
        Paren paren(*this, level > kAwaitLevel);
        out_ += "await ";
        return Write(expr->As<Await>()->value, kAtom);
      }
      case NodeKind::kYield:
        if (expr->As<Yield>()->value == nullptr) {
          out_ += "(yield)";
          return;
        }
        out_ += "(yield ";
        Write(expr->As<Yield>()->value, kTest);
        out_ += ')';
        return;
      case NodeKind::kYieldFrom:
        out_ += "(yield from ";
        Write(expr->As<YieldFrom>()->value, kTest);
        out_ += ')';
        return;
      case NodeKind::kCompare: return WriteCompare(expr->As<Compare>(), level);
      case NodeKind::kCall: return WriteCall(expr->As<Call>());
      case NodeKind::kFormattedValue:
      case NodeKind::kJoinedStr: return WriteFormatted(expr);
      case NodeKind::kConstant: return WriteConstant(*expr->As<Constant>());
      case NodeKind::kAttribute: return WriteAttribute(expr->As<Attribute>());
      case NodeKind::kSubscript:
        Write(expr->As<Subscript>()->value, kAtom);
        out_ += '[';
        Write(expr->As<Subscript>()->slice, kTuple);
        out_ += ']';
        return;
      case NodeKind::kStarred: out_ += '*'; return Write(expr->As<Starred>()->value, kExpression);
      case NodeKind::kName: out_ += expr->As<Name>()->id; return;
      case NodeKind::kList: return WriteItems("[", expr->As<List>()->elts, "]");
      case NodeKind::kTuple: return WriteTuple(expr->As<syntax::Tuple>(), level);
      case NodeKind::kSlice: return WriteSlice(expr->As<Slice>());
      default: return;
    }
  }

 private:
  struct Paren {
    Paren(Unparser& unparser, bool needed) : out(unparser.out_), on(needed) {
      if (on) out += '(';
    }
    ~Paren() {
      if (on) out += ')';
    }
    std::string& out;
    bool on;
  };

  void WriteBoolOp(const BoolOp* expr, Level level) {
    const bool is_and = expr->op == BoolOperator::kAnd;
    const Level own = is_and ? kAnd : kOr;
    Paren paren(*this, level > own);
    for (size_t i = 0; i < expr->values.size(); i++) {
      if (i > 0) out_ += is_and ? " and " : " or ";
      Write(expr->values[i], static_cast<Level>(own + 1));
    }
  }

  void WriteBinOp(const BinOp* expr, Level level) {
    const BinaryForm form = FormOf(expr->op);
    Paren paren(*this, level > form.level);
    Write(expr->left, static_cast<Level>(form.level + form.right_associative));
    out_ += form.text;
    Write(expr->right, static_cast<Level>(form.level + !form.right_associative));
  }

  void WriteUnaryOp(const UnaryOp* expr, Level level) {
    static constexpr const char* kTexts[] = {"~", "not ", "+", "-"};
    const Level own = expr->op == UnaryOperator::kNot ? kNot : kFactor;
    Paren paren(*this, level > own);
    out_ += kTexts[static_cast<int>(expr->op)];
    Write(expr->operand, own);
  }

  void WriteCompare(const Compare* expr, Level level) {
    Paren paren(*this, level > kCompare);
    Write(expr->left, static_cast<Level>(kCompare + 1));
    for (size_t i = 0; i < expr->ops.size(); i++) {
      out_ += TextOf(expr->ops[i]);
      Write(expr->comparators[i], static_cast<Level>(kCompare + 1));
    }
  }

  void WriteItems(const char* open, Seq<Expr*> items, const char* close) {
    out_ += open;
    for (size_t i = 0; i < items.size(); i++) {
      if (i > 0) out_ += ", ";
      Write(items[i], kTest);
    }
    out_ += close;
  }

  void WriteTuple(const syntax::Tuple* expr, Level level) {
    if (expr->elts.empty()) {
      out_ += "()";
      return;
    }
    Paren paren(*this, level > kTuple);
    WriteItems("", expr->elts, expr->elts.size() == 1 ? "," : "");
  }

  void WriteDict(const Dict* expr) {
    out_ += '{';
    for (size_t i = 0; i < expr->values.size(); i++) {
      if (i > 0) out_ += ", ";
      if (expr->keys[i] != nullptr) {
        Write(expr->keys[i], kTest);
        out_ += ": ";
        Write(expr->values[i], kTest);
      } else {
        out_ += "**";
        Write(expr->values[i], kExpression);
      }
    }
    out_ += '}';
  }

  void WriteComp(const char* open, const Expr* element, const Expr* value,
                 Seq<Comprehension*> generators, const char* close) {
    out_ += open;
    Write(element, kTest);
    if (value != nullptr) {
      out_ += ": ";
      Write(value, kTest);
    }
    for (const Comprehension* generator : generators) {
      out_ += generator->is_async ? " async for " : " for ";
      Write(generator->target, kTuple);
      out_ += " in ";
      Write(generator->iter, static_cast<Level>(kTest + 1));
      for (const Expr* test : generator->ifs) {
        out_ += " if ";
        Write(test, static_cast<Level>(kTest + 1));
      }
    }
    out_ += close;
  }

  void WriteCall(const Call* expr) {
    Write(expr->func, kAtom);
    if (expr->args.size() == 1 && expr->keywords.empty() && expr->args[0]->Is<GeneratorExp>()) {
      return Write(expr->args[0], kTest);
    }
    out_ += '(';
    bool first = true;
    for (const Expr* arg : expr->args) {
      if (!first) out_ += ", ";
      first = false;
      Write(arg, kTest);
    }
    for (const Keyword* keyword : expr->keywords) {
      if (!first) out_ += ", ";
      first = false;
      if (keyword->arg.empty()) {
        out_ += "**";
      } else {
        out_.append(keyword->arg) += '=';
      }
      Write(keyword->value, kTest);
    }
    out_ += ')';
  }

  void WriteAttribute(const Attribute* expr) {
    Write(expr->value, kAtom);
    // 1.real would be read as a float.
    const bool digits =
        expr->value->Is<Constant>() && (expr->value->As<Constant>()->type == ConstantType::kInt ||
                                        expr->value->As<Constant>()->type == ConstantType::kBigInt);
    out_ += digits ? " ." : ".";
    out_ += expr->attr;
  }

  void WriteSlice(const Slice* expr) {
    if (expr->lower != nullptr) Write(expr->lower, kTest);
    out_ += ':';
    if (expr->upper != nullptr) Write(expr->upper, kTest);
    if (expr->step != nullptr) {
      out_ += ':';
      Write(expr->step, kTest);
    }
  }

  static bool HasAny(const Arguments& args) {
    return !args.posonlyargs.empty() || !args.args.empty() || args.vararg != nullptr ||
           !args.kwonlyargs.empty() || args.kwarg != nullptr;
  }

  void WriteArguments(const Arguments& args) {
    bool first = true;
    auto comma = [&] {
      if (!first) out_ += ", ";
      first = false;
    };
    const size_t positional = args.posonlyargs.size() + args.args.size();
    const size_t first_default = positional - args.defaults.size();
    for (size_t i = 0; i < positional; i++) {
      comma();
      const bool only = i < args.posonlyargs.size();
      out_ += only ? args.posonlyargs[i]->arg : args.args[i - args.posonlyargs.size()]->arg;
      if (i >= first_default) {
        out_ += '=';
        Write(args.defaults[i - first_default], kTest);
      }
      if (only && i + 1 == args.posonlyargs.size()) out_ += ", /";
    }
    if (args.vararg != nullptr || !args.kwonlyargs.empty()) {
      comma();
      out_ += '*';
      if (args.vararg != nullptr) out_ += args.vararg->arg;
    }
    for (size_t i = 0; i < args.kwonlyargs.size(); i++) {
      comma();
      out_ += args.kwonlyargs[i]->arg;
      if (args.kw_defaults[i] == nullptr) continue;
      out_ += '=';
      Write(args.kw_defaults[i], kTest);
    }
    if (args.kwarg != nullptr) {
      comma();
      out_.append("**").append(args.kwarg->arg);
    }
  }

  // ---- constants

  void WriteConstant(const Constant& node) {
    switch (node.type) {
      case ConstantType::kNone: out_ += "None"; return;
      case ConstantType::kFalse: out_ += "False"; return;
      case ConstantType::kTrue: out_ += "True"; return;
      case ConstantType::kEllipsis: out_ += "..."; return;
      case ConstantType::kInt: out_ += std::to_string(node.integer); return;
      case ConstantType::kBigInt:
        out_ += std::get<bytecode::Constant::BigInt>(ToConstant(node).value).digits;
        return;
      case ConstantType::kFloat: WriteFloat(node.real); return;
      case ConstantType::kImaginary:
        WriteNumber(node.real);
        out_ += 'j';
        return;
      case ConstantType::kStr:
        if (node.u_prefix) out_ += 'u';
        WriteQuoted(node.text, false);
        return;
      case ConstantType::kBytes:
        out_ += 'b';
        WriteQuoted(node.text, true);
        return;
    }
  }

  void WriteFloat(double value) {
    const size_t start = out_.size();
    WriteNumber(value);
    if (out_.find_first_of(".en", start) == std::string::npos) out_ += ".0";
  }

  // The shortest digits that read back as the number, laid out as repr() does.
  void WriteNumber(double value) {
    if (std::isinf(value)) {
      out_ += "1e309";
      return;
    }
    char text[40];
    for (int precision = 0; precision < 17; precision++) {
      std::snprintf(text, sizeof text, "%.*e", precision, value);
      if (std::strtod(text, nullptr) == value) break;
    }
    const std::string_view scientific = text;
    const size_t e = scientific.find('e');
    const int exponent = std::atoi(text + e + 1);
    if (exponent < -4 || exponent >= 16) {
      out_ += scientific;
      return;
    }
    std::string digits(scientific.substr(0, e));
    std::erase(digits, '.');
    const int whole = exponent + 1;
    if (whole <= 0) {
      out_.append("0.").append(static_cast<size_t>(-whole), '0') += digits;
    } else if (static_cast<size_t>(whole) >= digits.size()) {
      out_.append(digits).append(static_cast<size_t>(whole) - digits.size(), '0');
    } else {
      out_.append(digits, 0, static_cast<size_t>(whole)) += '.';
      out_.append(digits, static_cast<size_t>(whole), std::string::npos);
    }
  }

  void WriteQuoted(std::string_view text, bool bytes) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    const bool has_double = text.find('"') != std::string_view::npos;
    const char quote = has_single && !has_double ? '"' : '\'';
    out_ += quote;
    for (const unsigned char ch : text) {
      if (ch == '\\' || ch == static_cast<unsigned char>(quote)) {
        out_ += '\\';
        out_ += static_cast<char>(ch);
      } else if (ch == '\n') {
        out_ += "\\n";
      } else if (ch == '\t') {
        out_ += "\\t";
      } else if (ch == '\r') {
        out_ += "\\r";
      } else if (ch < 0x20 || ch == 0x7f || (bytes && ch >= 0x80)) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02x", ch);
        out_ += escape;
      } else {
        out_ += static_cast<char>(ch);
      }
    }
    out_ += quote;
  }

  void WriteFormatted(const Expr* expr) {
    std::string body;
    std::swap(body, out_);
    WriteFormattedBody(expr);
    std::swap(body, out_);
    out_ += 'f';
    WriteQuoted(body, false);
  }

  void WriteFormattedBody(const Expr* expr) {
    if (expr->Is<JoinedStr>()) {
      for (const Expr* value : expr->As<JoinedStr>()->values) WriteFormattedBody(value);
      return;
    }
    if (expr->Is<Constant>()) {
      for (const char ch : expr->As<Constant>()->text) {
        out_ += ch;
        if (ch == '{' || ch == '}') out_ += ch;
      }
      return;
    }
    const auto* value = expr->As<FormattedValue>();
    Unparser inner;
    inner.Write(value->value, static_cast<Level>(kTest + 1));
    const std::string text = inner.Take();
    out_ += text.starts_with('{') ? "{ " : "{";
    out_ += text;
    if (value->conversion > 0) {
      out_ += '!';
      out_ += static_cast<char>(value->conversion);
    }
    if (value->format_spec != nullptr) {
      out_ += ':';
      WriteFormattedBody(value->format_spec);
    }
    out_ += '}';
  }

  std::string out_;
};

}  // namespace

std::string Unparse(const Expr* expr) {
  Unparser unparser;
  unparser.Write(expr, kTest);
  return unparser.Take();
}

}  // namespace heddle::compiler
