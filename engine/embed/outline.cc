#include "embed/outline.h"

#include <algorithm>
#include <set>
#include <vector>

#include "syntax/parser.h"
#include "syntax/utf8.h"

namespace heddle::embed {

using namespace syntax;

namespace {

constexpr size_t kLongestValue = 60;

bool IsPrivate(std::string_view name) { return name.starts_with('_') && !name.ends_with("__"); }

class Outliner {
 public:
  Outliner(std::string_view source, std::string* out) : source_(source), out_(*out) {
    line_starts_.push_back(0);
    for (size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  void Body(Seq<Stmt*> body, int indent) {
    if (indent == 0) NoteBases(body);
    indent_ = indent;
    const size_t before = out_.size();
    Docstring(body);
    for (const Stmt* statement : body) {
      indent_ = indent;
      Statement(statement, indent);
    }
    indent_ = indent;
    if (indent > 0 && out_.size() == before) Line("pass");
  }

 private:
  std::string_view Text(const SourceSpan& span) const {
    const size_t start = Offset(span.line, span.col), end = Offset(span.end_line, span.end_col);
    return source_.substr(start, end - start);
  }
  size_t Offset(uint32_t line, uint32_t column) const {
    size_t at = line_starts_[line - 1];
    while (column-- > 0) at += SequenceLength(static_cast<unsigned char>(source_[at]));
    return at;
  }

  void Line(std::string_view text) {
    out_.append(size_t(indent_), ' ');
    out_ += text;
    out_ += '\n';
  }

  // On one line, or "..." where that is long.
  std::string Short(const Expr* expr) const {
    const std::string_view text = Text(expr->span);
    if (text.size() > kLongestValue || text.find('\n') != std::string_view::npos) return "...";
    return expr->parenthesized ? "(" + std::string(text) + ")" : std::string(text);
  }

  void Docstring(Seq<Stmt*> body) {
    if (body.empty() || !body[0]->Is<ExprStmt>()) return;
    const Expr* value = body[0]->As<ExprStmt>()->value;
    if (!value->Is<Constant>() || value->As<Constant>()->type != ConstantType::kStr) return;
    std::string_view text = value->As<Constant>()->text;
    text = text.substr(0, text.find("\n\n"));
    if (text.find('\\') != std::string_view::npos ||
        text.find("\"\"\"") != std::string_view::npos || text.ends_with('"')) {
      return;
    }
    Line("\"\"\"" + std::string(text) + "\"\"\"");
  }

  static std::string_view TargetName(const Expr* target) {
    return target->Is<Name>() ? std::string_view(target->As<Name>()->id) : std::string_view();
  }

  void Statement(const Stmt* statement, int indent) {
    switch (statement->kind) {
      case NodeKind::kImport:
      case NodeKind::kImportFrom: Line(OneLine(Text(statement->span))); break;
      case NodeKind::kAssign: {
        const auto* assign = statement->As<Assign>();
        const std::string_view name = TargetName(assign->targets[0]);
        const bool listed = name == "__all__";
        if (name.empty() && !assign->targets[0]->Is<Tuple>()) break;
        if (IsPrivate(name) && !assign->value->Is<Attribute>() && !assign->value->Is<Call>()) break;
        if (name.starts_with("__") && !listed) break;
        std::string line;
        for (const Expr* target : assign->targets) line += std::string(Text(target->span)) + " = ";
        Line(OneLine(line) + (listed ? OneLine(Text(assign->value->span)) : Short(assign->value)));
        break;
      }
      case NodeKind::kAnnAssign: {
        const auto* assign = statement->As<AnnAssign>();
        Line(std::string(Text(assign->target->span)) + ": " + Short(assign->annotation));
        break;
      }
      case NodeKind::kFunctionDef: Function(statement->As<FunctionDef>(), false, indent); break;
      case NodeKind::kAsyncFunctionDef:
        Function(statement->As<AsyncFunctionDef>(), true, indent);
        break;
      case NodeKind::kClassDef: Class(statement->As<ClassDef>(), indent); break;
      case NodeKind::kIf: {
        Statements(statement->As<If>()->body, indent);
        Statements(statement->As<If>()->orelse, indent);
        break;
      }
      case NodeKind::kTry:
        Statements(static_cast<const TryBase*>(statement)->body, indent);
        for (const ExceptHandler* handler : static_cast<const TryBase*>(statement)->handlers) {
          Statements(handler->body, indent);
        }
        break;
      default: break;
    }
  }

  void Statements(Seq<Stmt*> body, int indent) {
    for (const Stmt* statement : body) Statement(statement, indent);
  }

  static std::string OneLine(std::string_view text) {
    std::string line;
    for (const char c : text) {
      if (c == '\n' || c == ' ') {
        if (!line.empty() && line.back() != ' ') line += ' ';
      } else {
        line += c;
      }
    }
    return line;
  }

  void Decorators(Seq<Expr*> decorators) {
    for (const Expr* decorator : decorators) Line("@" + Short(decorator));
  }

  // Names that classes derive from.
  void NoteBases(Seq<Stmt*> body) {
    for (const Stmt* statement : body) {
      if (!statement->Is<ClassDef>()) continue;
      for (const Expr* base : statement->As<ClassDef>()->bases) bases_.emplace(Text(base->span));
      NoteBases(statement->As<ClassDef>()->body);
    }
  }

  void Class(const ClassDef* definition, int indent) {
    if (IsPrivate(definition->name) && !bases_.contains(std::string(definition->name))) return;
    Decorators(definition->decorator_list);
    std::string header = "class " + std::string(definition->name);
    std::string bases;
    for (const Expr* base : definition->bases) {
      if (!bases.empty()) bases += ", ";
      bases += Text(base->span);
    }
    if (!bases.empty()) header += "(" + OneLine(bases) + ")";
    Line(header + ":");
    Body(definition->body, indent + 1);
    indent_ = indent;
  }

  void Function(const FunctionDefBase* definition, bool async, int indent) {
    if (IsPrivate(definition->name)) return;
    const bool special = definition->name.ends_with("__");
    static const std::set<std::string_view> kTold = {"__init__",  "__new__",    "__call__",
                                                     "__enter__", "__aenter__", "__iter__",
                                                     "__next__",  "__getitem__"};
    if (special && !kTold.contains(definition->name)) return;
    Decorators(definition->decorator_list);
    std::string header = async ? "async def " : "def ";
    header += std::string(definition->name) + "(" + Parameters(definition->args) + ")";
    if (definition->returns != nullptr) header += " -> " + Short(definition->returns);
    Line(header + ":");
    indent_ = indent + 1;
    const size_t before = out_.size();
    Docstring(definition->body);
    told_.clear();
    returns_ = 0;
    Effects(definition->body, ReceiverOf(definition->args));
    if (out_.size() == before) {
      out_.back() = ' ';
      out_ += "pass\n";
    }
    indent_ = indent;
  }

  static std::string_view ReceiverOf(const Arguments* args) {
    if (!args->posonlyargs.empty()) return args->posonlyargs[0]->arg;
    return args->args.empty() ? std::string_view() : std::string_view(args->args[0]->arg);
  }

  // Whether the text of an expression says what it is.
  static bool IsTelling(const Expr* value) {
    return value->Is<Name>() || value->Is<Call>() || value->Is<Attribute>();
  }

  // What a body gives to its receiver's attributes, and returns.
  void Effects(Seq<Stmt*> body, std::string_view receiver) {
    for (const Stmt* statement : body) {
      switch (statement->kind) {
        case NodeKind::kAssign:
          for (const Expr* target : statement->As<Assign>()->targets) {
            if (!target->Is<Attribute>()) continue;
            const auto* attribute = target->As<Attribute>();
            if (TargetName(attribute->value) != receiver || IsPrivate(attribute->attr) ||
                !told_.insert(std::string(attribute->attr)).second) {
              continue;
            }
            Line(std::string(receiver) + "." + std::string(attribute->attr) + " = " +
                 Short(statement->As<Assign>()->value));
          }
          break;
        case NodeKind::kReturn: {
          const Expr* value = statement->As<Return>()->value;
          if (value == nullptr || returns_ == 1 || !IsTelling(value)) break;
          const std::string text = Short(value);
          if (text != "...") {
            Line("return " + text);
            ++returns_;
          }
          break;
        }
        case NodeKind::kIf:
          Effects(statement->As<If>()->body, receiver);
          Effects(statement->As<If>()->orelse, receiver);
          break;
        case NodeKind::kWith: Effects(statement->As<With>()->body, receiver); break;
        case NodeKind::kTry: Effects(statement->As<Try>()->body, receiver); break;
        default: break;
      }
    }
  }

  std::string Parameters(const Arguments* args) const {
    std::string out;
    const auto add = [&](const std::string& text) {
      if (!out.empty()) out += ", ";
      out += text;
    };
    const auto one = [&](const Arg* arg, const Expr* value) {
      std::string text(arg->arg);
      if (arg->annotation != nullptr) text += ": " + Short(arg->annotation);
      if (value != nullptr) text += "=" + Short(value);
      return text;
    };
    const size_t only = args->posonlyargs.size(), positional = only + args->args.size();
    const size_t required = positional - args->defaults.size();
    for (size_t i = 0; i < positional; ++i) {
      add(one(i < only ? args->posonlyargs[i] : args->args[i - only],
              i < required ? nullptr : args->defaults[i - required]));
      if (i + 1 == only) add("/");
    }
    if (args->vararg != nullptr) {
      add("*" + one(args->vararg, nullptr));
    } else if (!args->kwonlyargs.empty()) {
      add("*");
    }
    for (size_t i = 0; i < args->kwonlyargs.size(); ++i) {
      add(one(args->kwonlyargs[i], args->kw_defaults[i]));
    }
    if (args->kwarg != nullptr) add("**" + one(args->kwarg, nullptr));
    return out;
  }

  std::string_view source_;
  std::string& out_;
  std::vector<size_t> line_starts_;
  int indent_ = 0;
  std::set<std::string> bases_;
  std::set<std::string> told_;  // attributes of the function
  int returns_ = 0;
};

}  // namespace

bool Outline(std::string_view source, std::string* outline) {
  const ParseResult tree = Parse(source);
  if (tree.module == nullptr) return false;
  outline->clear();
  Outliner(source, outline).Body(tree.module->body, 0);
  return Parse(*outline).ok();
}

}  // namespace heddle::embed
