#include "help/model.h"

#include <algorithm>

namespace heddle::help {

using namespace syntax;

Symbol& SymbolTable::Add(std::string_view name) {
  auto [found, is_new] = index_.try_emplace(name, nullptr);
  if (is_new) {
    symbols_.push_back({name, {}, {}});
    found->second = &symbols_.back();
  }
  return *found->second;
}

const Symbol* SymbolTable::Find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : found->second;
}

namespace {

// The first paragraph, its lines joined.
std::string FirstParagraph(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      if (!out.empty()) break;
    } else {
      line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
      if (!out.empty()) out += '\n';
      out += line;
    }
    at = end + 1;
  }
  return out;
}

std::string Docstring(Seq<Stmt*> body) {
  if (body.empty() || !body[0]->Is<ExprStmt>()) return "";
  const Expr* value = body[0]->As<ExprStmt>()->value;
  if (!value->Is<Constant>() || value->As<Constant>()->type != ConstantType::kStr) return "";
  return FirstParagraph(value->As<Constant>()->text);
}

bool IsNamed(const Expr* expr, std::string_view name) {
  return expr->Is<Name>() && expr->As<Name>()->id == name;
}

// The last name of `a.b.c` or of a call of it.
std::string_view LastName(const Expr* expr) {
  if (expr->Is<Call>()) expr = expr->As<Call>()->func;
  if (expr->Is<Attribute>()) return expr->As<Attribute>()->attr;
  if (expr->Is<Name>()) return expr->As<Name>()->id;
  return "";
}

class Analyst {
 public:
  explicit Analyst(Module* module) : module_(*module) {}

  void Run() {
    module_.scope.kind = Scope::Kind::kModule;
    module_.scope.name = module_.name;
    bool first = true;
    for (const PlacedPiece& placed : module_.pieces) {
      piece_ = placed.piece.get();
      lines_before_ = placed.lines_before;
      scope_ = &module_.scope;
      const Seq<Stmt*> body = piece_->tree.module->body;
      if (first && !body.empty()) module_.scope.doc = Docstring(body);
      if (!body.empty()) first = false;
      VisitBody(body);
    }
  }

 private:
  uint32_t LineOf(const Node* node) const { return node->span.line + lines_before_; }
  uint32_t LastLineOf(const Node* node) const { return node->span.end_line + lines_before_; }

  Binding Make(Binding::Kind kind, const Node* node, const Expr* expr = nullptr) {
    Binding binding;
    binding.kind = kind;
    binding.line = LineOf(node);
    binding.expr = expr;
    binding.scope = scope_;
    return binding;
  }

  void Bind(std::string_view name, Binding binding) {
    const auto outer = outer_names_.find(scope_);
    if (outer != outer_names_.end() && outer->second.contains(name)) {
      Scope* target = &module_.scope;
      binding.line = 0;
      target->symbols.Add(name).bindings.push_back(binding);
      return;
    }
    scope_->symbols.Add(name).bindings.push_back(binding);
  }

  // Binds an assignment's target, with its parts.
  void BindTarget(const Expr* target, const Binding& binding) {
    switch (target->kind) {
      case NodeKind::kName: Bind(target->As<Name>()->id, binding); break;
      case NodeKind::kStarred: {
        Binding rest = binding;
        rest.item = kUnknownItem;
        BindTarget(target->As<Starred>()->value, rest);
        break;
      }
      case NodeKind::kTuple: BindItems(target->As<Tuple>()->elts, binding); break;
      case NodeKind::kList: BindItems(target->As<List>()->elts, binding); break;
      case NodeKind::kAttribute: {
        const auto* attribute = target->As<Attribute>();
        if (receiver_class_ != nullptr && IsNamed(attribute->value, receiver_)) {
          receiver_class_->attributes.Add(attribute->attr).bindings.push_back(binding);
        } else if (IsNamed(attribute->value, "builtins") && module_.name == "_prelude") {
          Bind(attribute->attr, binding);
        }
        break;
      }
      default: break;
    }
  }

  void BindItems(Seq<Expr*> targets, const Binding& binding) {
    for (size_t i = 0; i < targets.size(); ++i) {
      Binding part = binding;
      part.item = binding.item == -1 ? int(i) : kUnknownItem;
      BindTarget(targets[i], part);
    }
  }

  void VisitBody(Seq<Stmt*> body) {
    for (const Stmt* statement : body) Visit(statement);
  }

  void VisitIf(const If* statement) {
    while (statement != nullptr) {
      VisitExpr(statement->test);
      VisitBody(statement->body);
      if (statement->orelse.size() == 1 && statement->orelse[0]->Is<If>()) {
        statement = statement->orelse[0]->As<If>();
      } else {
        VisitBody(statement->orelse);
        return;
      }
    }
  }

  void VisitTry(const TryBase* statement) {
    VisitBody(statement->body);
    for (const ExceptHandler* handler : statement->handlers) {
      if (!handler->name.empty() && handler->type != nullptr) {
        Bind(handler->name, Make(Binding::Kind::kException, handler, handler->type));
      }
      VisitBody(handler->body);
    }
    VisitBody(statement->orelse);
    VisitBody(statement->finalbody);
  }

  void VisitAssign(const Assign* statement) {
    VisitExpr(statement->value);
    for (const Expr* target : statement->targets) {
      BindTarget(target, Make(Binding::Kind::kValue, statement, statement->value));
      if (scope_ == &module_.scope && IsNamed(target, "__all__")) ReadListed(statement->value);
    }
  }

  void ReadListed(const Expr* names) {
    const Seq<Expr*> items = names->Is<syntax::List>() ? names->As<syntax::List>()->elts
                             : names->Is<Tuple>()      ? names->As<Tuple>()->elts
                                                       : Seq<Expr*>();
    for (const Expr* item : items) {
      if (item->Is<Constant>() && item->As<Constant>()->type == ConstantType::kStr) {
        module_.listed.push_back(item->As<Constant>()->text);
      }
    }
  }

  void Visit(const Stmt* statement) {
    statement_ = statement;
    switch (statement->kind) {
      case NodeKind::kFunctionDef: VisitFunction(statement->As<FunctionDef>(), false); break;
      case NodeKind::kAsyncFunctionDef:
        VisitFunction(statement->As<AsyncFunctionDef>(), true);
        break;
      case NodeKind::kClassDef: VisitClass(statement->As<ClassDef>()); break;
      case NodeKind::kReturn:
        if (const Expr* value = statement->As<Return>()->value; value != nullptr) {
          VisitExpr(value);
          if (scope_->kind == Scope::Kind::kFunction)
            scope_->returns.push_back({value, LineOf(statement)});
        }
        break;
      case NodeKind::kAssign: VisitAssign(statement->As<Assign>()); break;
      case NodeKind::kAugAssign: {
        const auto* assign = statement->As<AugAssign>();
        VisitExpr(assign->value);
        if (assign->op == Operator::kAdd && IsNamed(assign->target, "__all__"))
          ReadListed(assign->value);
        break;
      }
      case NodeKind::kAnnAssign: {
        const auto* assign = statement->As<AnnAssign>();
        if (assign->value != nullptr) VisitExpr(assign->value);
        if (assign->value != nullptr) {
          BindTarget(assign->target, Make(Binding::Kind::kValue, statement, assign->value));
        }
        BindTarget(assign->target, Make(Binding::Kind::kAnnotation, statement, assign->annotation));
        break;
      }
      case NodeKind::kFor:
      case NodeKind::kAsyncFor: {
        const auto* loop = static_cast<const ForBase*>(statement);
        VisitExpr(loop->iter);
        BindTarget(loop->target, Make(Binding::Kind::kElement, statement, loop->iter));
        VisitBody(loop->body);
        VisitBody(loop->orelse);
        break;
      }
      case NodeKind::kWhile:
        VisitExpr(statement->As<While>()->test);
        VisitBody(statement->As<While>()->body);
        VisitBody(statement->As<While>()->orelse);
        break;
      case NodeKind::kIf: VisitIf(statement->As<If>()); break;
      case NodeKind::kWith:
      case NodeKind::kAsyncWith:
        for (const WithItem* item : static_cast<const WithBase*>(statement)->items) {
          VisitExpr(item->context_expr);
          if (item->optional_vars != nullptr) {
            BindTarget(item->optional_vars,
                       Make(Binding::Kind::kEntered, statement, item->context_expr));
          }
        }
        VisitBody(static_cast<const WithBase*>(statement)->body);
        break;
      case NodeKind::kMatch:
        VisitExpr(statement->As<Match>()->subject);
        for (const MatchCase* match : statement->As<Match>()->cases) {
          VisitPattern(match->pattern);
          VisitBody(match->body);
        }
        break;
      case NodeKind::kTry:
      case NodeKind::kTryStar: VisitTry(static_cast<const TryBase*>(statement)); break;
      case NodeKind::kImport: VisitImport(statement->As<Import>()); break;
      case NodeKind::kImportFrom: VisitImportFrom(statement->As<ImportFrom>()); break;
      case NodeKind::kGlobal:
        for (const Identifier name : statement->As<Global>()->names) {
          outer_names_[scope_].insert(name);
        }
        break;
      case NodeKind::kExprStmt: VisitExpr(statement->As<ExprStmt>()->value); break;
      case NodeKind::kTypeAlias:
        BindTarget(statement->As<TypeAlias>()->name,
                   Make(Binding::Kind::kValue, statement, statement->As<TypeAlias>()->value));
        break;
      default: break;
    }
  }

  void VisitImport(const Import* statement) {
    for (const Alias* alias : statement->names) {
      Binding binding = Make(Binding::Kind::kModule, statement);
      binding.module = alias->name;
      std::string_view name = alias->asname;
      if (name.empty()) {
        name = binding.module = alias->name.substr(0, alias->name.find('.'));
      }
      Bind(name, binding);
    }
  }

  void VisitImportFrom(const ImportFrom* statement) {
    const std::string_view module = Absolute(statement);
    for (const Alias* alias : statement->names) {
      if (alias->name == "*") {
        module_.stars.emplace_back(module);
        continue;
      }
      Binding binding = Make(Binding::Kind::kImported, statement);
      binding.module = module;
      binding.name = alias->name;
      Bind(alias->asname.empty() ? alias->name : alias->asname, binding);
    }
  }

  // The module that a relative import names.
  std::string_view Absolute(const ImportFrom* statement) {
    if (statement->level == 0) return statement->module;
    std::string base = module_.name;
    for (int i = module_.is_package ? 1 : 0; i < statement->level; ++i) {
      const size_t dot = base.rfind('.');
      base.resize(dot == std::string::npos ? 0 : dot);
    }
    if (!statement->module.empty()) {
      if (!base.empty()) base += '.';
      base += statement->module;
    }
    return module_.names.emplace_back(std::move(base));
  }

  Scope* NewScope(Scope::Kind kind, std::string_view name, const Node* node) {
    Scope* scope = &module_.scopes.emplace_back();
    scope->kind = kind;
    scope->name = name;
    scope->parent = scope_;
    scope->module = &module_;
    scope->line = LineOf(node);
    scope->last_line = LastLineOf(node);
    return scope;
  }

  void VisitClass(const ClassDef* definition) {
    Scope* scope = NewScope(Scope::Kind::kClass, definition->name, definition);
    Binding binding = Make(Binding::Kind::kDefinition, definition);
    binding.defined = scope;
    Bind(definition->name, binding);
    scope->doc = Docstring(definition->body);
    for (const Expr* base : definition->bases) scope->bases.push_back(base);
    for (const Expr* decorator : definition->decorator_list) {
      if (LastName(decorator) == "dataclass") scope->is_dataclass = true;
    }
    Scope* const outer = scope_;
    scope_ = scope;
    VisitBody(definition->body);
    scope_ = outer;
  }

  void AddParameter(Scope* scope, const Arg* arg, Parameter::Kind kind, const Expr* default_value) {
    Parameter parameter;
    parameter.name = arg->arg;
    parameter.kind = kind;
    parameter.annotation = arg->annotation;
    if (arg->annotation != nullptr) parameter.annotation_text = piece_->Text(arg->annotation->span);
    parameter.default_value = default_value;
    parameter.has_default = default_value != nullptr;
    if (default_value != nullptr) parameter.default_text = piece_->Text(default_value->span);
    Binding binding = Make(Binding::Kind::kParameter, arg);
    binding.line = 0;
    binding.scope = scope;
    binding.item = int(scope->parameters.size());
    scope->parameters.push_back(parameter);
    scope->symbols.Add(arg->arg).bindings.push_back(binding);
  }

  void AddParameters(Scope* scope, const Arguments* arguments) {
    using Kind = Parameter::Kind;
    const size_t positional = arguments->posonlyargs.size() + arguments->args.size();
    const size_t required = positional - arguments->defaults.size();
    for (size_t i = 0; i < positional; ++i) {
      const bool only = i < arguments->posonlyargs.size();
      const Arg* arg =
          only ? arguments->posonlyargs[i] : arguments->args[i - arguments->posonlyargs.size()];
      AddParameter(scope, arg, only ? Kind::kPositionalOnly : Kind::kPlain,
                   i < required ? nullptr : arguments->defaults[i - required]);
    }
    if (arguments->vararg != nullptr) AddParameter(scope, arguments->vararg, Kind::kRest, nullptr);
    for (size_t i = 0; i < arguments->kwonlyargs.size(); ++i) {
      AddParameter(scope, arguments->kwonlyargs[i], Kind::kKeywordOnly, arguments->kw_defaults[i]);
    }
    if (arguments->kwarg != nullptr)
      AddParameter(scope, arguments->kwarg, Kind::kKeywords, nullptr);
  }

  void VisitFunction(const FunctionDefBase* definition, bool async) {
    Scope* scope = NewScope(Scope::Kind::kFunction, definition->name, definition);
    scope->is_async = async;
    for (const Expr* decorator : definition->decorator_list) {
      const std::string_view name = LastName(decorator);
      if (name == "staticmethod") scope->method = Scope::Method::kStatic;
      if (name == "classmethod") scope->method = Scope::Method::kClass;
      if (name == "property" || name == "cached_property") {
        scope->method = Scope::Method::kProperty;
      }
      // The second half of a property is no definition of its own.
      if (name == "setter" || name == "deleter") return;
    }
    if (definition->name == "__new__") scope->method = Scope::Method::kStatic;
    if (definition->name == "__class_getitem__" || definition->name == "__init_subclass__") {
      scope->method = Scope::Method::kClass;
    }
    Binding binding = Make(Binding::Kind::kDefinition, definition);
    binding.defined = scope;
    Bind(definition->name, binding);
    scope->doc = Docstring(definition->body);
    scope->returns_annotation = definition->returns;
    if (definition->returns != nullptr)
      scope->returns_text = piece_->Text(definition->returns->span);
    AddParameters(scope, definition->args);

    Scope* const outer = scope_;
    Scope* const outer_class = receiver_class_;
    const std::string_view outer_receiver = receiver_;
    if (scope->IsMethod() && !scope->parameters.empty() &&
        (scope->method == Scope::Method::kInstance || scope->method == Scope::Method::kProperty)) {
      receiver_class_ = scope->parent;
      receiver_ = scope->parameters[0].name;
    }
    scope_ = scope;
    VisitBody(definition->body);
    scope_ = outer;
    receiver_class_ = outer_class;
    receiver_ = outer_receiver;
  }

  void VisitPattern(const Pattern* pattern) {
    const auto capture = [&](Identifier name) {
      if (name.empty()) return;
      Binding binding = Make(Binding::Kind::kAttribute, pattern);
      Bind(name, binding);
    };
    switch (pattern->kind) {
      case NodeKind::kMatchSequence:
        for (const Pattern* part : pattern->As<MatchSequence>()->patterns) VisitPattern(part);
        break;
      case NodeKind::kMatchMapping:
        for (const Pattern* part : pattern->As<MatchMapping>()->patterns) VisitPattern(part);
        capture(pattern->As<MatchMapping>()->rest);
        break;
      case NodeKind::kMatchClass:
        for (const Pattern* part : pattern->As<MatchClass>()->patterns) VisitPattern(part);
        for (const Pattern* part : pattern->As<MatchClass>()->kwd_patterns) VisitPattern(part);
        break;
      case NodeKind::kMatchStar: capture(pattern->As<MatchStar>()->name); break;
      case NodeKind::kMatchAs: {
        const auto* as = pattern->As<MatchAs>();
        if (as->pattern != nullptr && as->pattern->Is<MatchClass>() && !as->name.empty()) {
          Bind(as->name,
               Make(Binding::Kind::kException, pattern, as->pattern->As<MatchClass>()->cls));
          VisitPattern(as->pattern);
          break;
        }
        if (as->pattern != nullptr) VisitPattern(as->pattern);
        capture(as->name);
        break;
      }
      case NodeKind::kMatchOr:
        for (const Pattern* part : pattern->As<MatchOr>()->patterns) VisitPattern(part);
        break;
      default: break;
    }
  }

  void VisitAll(Seq<Expr*> list) {
    for (const Expr* expr : list) {
      if (expr != nullptr) VisitExpr(expr);
    }
  }

  // What a comprehension or lambda binds is known in its own statement only.
  Binding MakeInner(Binding::Kind kind, const Expr* expr = nullptr) {
    Binding binding = Make(kind, statement_, expr);
    binding.last_line = LastLineOf(statement_);
    return binding;
  }

  void VisitComprehension(Seq<Comprehension*> clauses) {
    for (const Comprehension* clause : clauses) {
      VisitExpr(clause->iter);
      BindTarget(clause->target, MakeInner(Binding::Kind::kElement, clause->iter));
      VisitAll(clause->ifs);
    }
  }

  void VisitLambda(const Lambda* lambda) {
    const auto bind = [&](const Arg* arg) {
      if (arg == nullptr) return;
      scope_->symbols.Add(arg->arg).bindings.push_back(MakeInner(Binding::Kind::kAttribute));
    };
    for (const Arg* arg : lambda->args->posonlyargs) bind(arg);
    for (const Arg* arg : lambda->args->args) bind(arg);
    for (const Arg* arg : lambda->args->kwonlyargs) bind(arg);
    bind(lambda->args->vararg);
    bind(lambda->args->kwarg);
    VisitExpr(lambda->body);
  }

  // `items.append(x)` says what the elements of a local or global list are; so does put().
  void NoteAppended(const Call* call) {
    if (!call->func->Is<Attribute>() || call->args.size() != 1) return;
    const auto* method = call->func->As<Attribute>();
    if (method->attr != "append" && method->attr != "add" && method->attr != "appendleft") return;
    Binding binding = Make(Binding::Kind::kValue, call, call->args[0]);
    if (method->value->Is<Name>()) {
      const Identifier name = method->value->As<Name>()->id;
      for (Scope* scope = scope_; scope != nullptr; scope = scope->parent) {
        if (scope->symbols.Find(name) == nullptr) continue;
        scope->symbols.Add(name).appended.push_back(binding);
        return;
      }
    } else if (method->value->Is<Attribute>() && receiver_class_ != nullptr &&
               IsNamed(method->value->As<Attribute>()->value, receiver_)) {
      const Identifier name = method->value->As<Attribute>()->attr;
      receiver_class_->attributes.Add(name).appended.push_back(binding);
    }
  }

  void VisitExpr(const Expr* expr) {
    switch (expr->kind) {
      case NodeKind::kBoolOp: VisitAll(expr->As<BoolOp>()->values); break;
      case NodeKind::kNamedExpr:
        VisitExpr(expr->As<NamedExpr>()->value);
        BindTarget(expr->As<NamedExpr>()->target,
                   Make(Binding::Kind::kValue, expr, expr->As<NamedExpr>()->value));
        break;
      case NodeKind::kBinOp:
        VisitExpr(expr->As<BinOp>()->left);
        VisitExpr(expr->As<BinOp>()->right);
        break;
      case NodeKind::kUnaryOp: VisitExpr(expr->As<UnaryOp>()->operand); break;
      case NodeKind::kLambda: VisitLambda(expr->As<Lambda>()); break;
      case NodeKind::kIfExp:
        VisitExpr(expr->As<IfExp>()->test);
        VisitExpr(expr->As<IfExp>()->body);
        VisitExpr(expr->As<IfExp>()->orelse);
        break;
      case NodeKind::kDict:
        VisitAll(expr->As<Dict>()->keys);
        VisitAll(expr->As<Dict>()->values);
        break;
      case NodeKind::kSet: VisitAll(expr->As<Set>()->elts); break;
      case NodeKind::kListComp:
        VisitComprehension(expr->As<ListComp>()->generators);
        VisitExpr(expr->As<ListComp>()->elt);
        break;
      case NodeKind::kSetComp:
        VisitComprehension(expr->As<SetComp>()->generators);
        VisitExpr(expr->As<SetComp>()->elt);
        break;
      case NodeKind::kGeneratorExp:
        VisitComprehension(expr->As<GeneratorExp>()->generators);
        VisitExpr(expr->As<GeneratorExp>()->elt);
        break;
      case NodeKind::kDictComp:
        VisitComprehension(expr->As<DictComp>()->generators);
        VisitExpr(expr->As<DictComp>()->key);
        VisitExpr(expr->As<DictComp>()->value);
        break;
      case NodeKind::kAwait: VisitExpr(expr->As<Await>()->value); break;
      case NodeKind::kYield:
        scope_->is_generator = true;
        if (expr->As<Yield>()->value != nullptr) VisitExpr(expr->As<Yield>()->value);
        break;
      case NodeKind::kYieldFrom:
        scope_->is_generator = true;
        VisitExpr(expr->As<YieldFrom>()->value);
        break;
      case NodeKind::kCompare:
        VisitExpr(expr->As<Compare>()->left);
        VisitAll(expr->As<Compare>()->comparators);
        break;
      case NodeKind::kCall: {
        const auto* call = expr->As<Call>();
        NoteAppended(call);
        VisitExpr(call->func);
        VisitAll(call->args);
        for (const Keyword* keyword : call->keywords) VisitExpr(keyword->value);
        break;
      }
      case NodeKind::kFormattedValue: VisitExpr(expr->As<FormattedValue>()->value); break;
      case NodeKind::kJoinedStr: VisitAll(expr->As<JoinedStr>()->values); break;
      case NodeKind::kAttribute: VisitExpr(expr->As<Attribute>()->value); break;
      case NodeKind::kSubscript:
        VisitExpr(expr->As<Subscript>()->value);
        VisitExpr(expr->As<Subscript>()->slice);
        break;
      case NodeKind::kStarred: VisitExpr(expr->As<Starred>()->value); break;
      case NodeKind::kList: VisitAll(expr->As<syntax::List>()->elts); break;
      case NodeKind::kTuple: VisitAll(expr->As<Tuple>()->elts); break;
      default: break;
    }
  }

  static constexpr int kUnknownItem = -2;

  Module& module_;
  const Piece* piece_ = nullptr;
  uint32_t lines_before_ = 0;
  const Stmt* statement_ = nullptr;
  Scope* scope_ = nullptr;
  Scope* receiver_class_ = nullptr;  // of the method that is visited
  std::string_view receiver_;        // its `self`
  std::unordered_map<Scope*, std::unordered_set<std::string_view>> outer_names_;
};

}  // namespace

void Analyse(Module* module) {
  Analyst(module).Run();
  // What a method gives to a property is no attribute.
  for (Scope& scope : module->scopes) {
    for (const Symbol& attribute : scope.attributes.symbols()) {
      const Symbol* symbol = scope.symbols.Find(attribute.name);
      const Scope* defined = symbol == nullptr ? nullptr : symbol->bindings.back().defined;
      if (defined != nullptr && defined->method == Scope::Method::kProperty) {
        scope.attributes.Add(attribute.name).bindings.clear();
      }
    }
  }
}

std::vector<Parameter> NativeParameters(std::string_view text) {
  std::vector<Parameter> parameters;
  bool keyword_only = false;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? "" : text.substr(comma + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part == "/") {
      for (Parameter& parameter : parameters) parameter.kind = Parameter::Kind::kPositionalOnly;
    } else if (part == "*") {
      keyword_only = true;
    } else if (!part.empty()) {
      Parameter parameter{};
      parameter.kind = keyword_only ? Parameter::Kind::kKeywordOnly : Parameter::Kind::kPlain;
      if (part.starts_with("**")) {
        parameter.kind = Parameter::Kind::kKeywords;
        part.remove_prefix(2);
      } else if (part.starts_with('*')) {
        parameter.kind = Parameter::Kind::kRest;
        part.remove_prefix(1);
        keyword_only = true;
      }
      parameter.has_default = part.ends_with('=');
      if (parameter.has_default) part.remove_suffix(1);
      parameter.name = part;
      parameters.push_back(parameter);
    }
  }
  return parameters;
}

}  // namespace heddle::help
