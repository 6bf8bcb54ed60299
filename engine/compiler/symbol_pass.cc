#include "compiler/symbol_pass.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace heddle::compiler {

namespace {

using namespace syntax;

class SymbolPass {
 public:
  SymbolPass(bool future_annotations, NameTable& names, ErrorSink& errors)
      : future_annotations_(future_annotations), names_(names), errors_(errors) {}

  ScopeTree Run(const ParseResult& tree) {
    Enter(ScopeKind::kModule, kNameModule, &tree, {});
    if (tree.module != nullptr) VisitBody(tree.module->body);
    if (tree.interactive != nullptr) VisitBody(tree.interactive->body);
    if (tree.expression != nullptr) VisitExpr(tree.expression->body);
    if (!errors_.failed()) ResolveNames(tree_, directives_, names_, errors_);
    return std::move(tree_);
  }

 private:
  bool Fail(const SourceSpan& span, std::string message) {
    return errors_.Report(span, std::move(message));
  }
  std::string Quoted(NameId name) { return "'" + std::string(names_.Text(name)) + "'"; }

  // ---- scopes

  Scope* Enter(ScopeKind kind, NameId name, const void* key, const SourceSpan& span) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->name = name;
    scope->span = span;
    scope->parent = current_;
    if (current_ != nullptr) {
      scope->private_name = current_->private_name;
      scope->nested = current_->nested || current_->FunctionLike();
      scope->in_type_parameters = current_->kind == ScopeKind::kTypeParameters;
      current_->children.push_back(scope.get());
    }
    current_ = scope.get();
    tree_.by_node.emplace(key, current_);
    tree_.scopes.push_back(std::move(scope));
    return current_;
  }
  void Leave() { current_ = current_->parent; }

  // Type parameters, bounds and the like in a class body see the names of the class.
  void EnterAnnotationScope(ScopeKind kind, NameId name, const void* key, const SourceSpan& span) {
    const bool in_class = current_->kind == ScopeKind::kClass || current_->sees_class;
    Enter(kind, name, key, span);
    if (!in_class) return;
    current_->sees_class = true;
    current_->FindOrAdd(kNameClassDict).flags |= kUsed;
  }

  // ---- names

  NameId Mangled(std::string_view name) { return names_.Mangle(current_->private_name, name); }

  bool Define(std::string_view name, uint16_t flag, const SourceSpan& span) {
    return DefineIn(*current_, Mangled(name), flag, span);
  }

  bool DefineIn(Scope& scope, NameId name, uint16_t flag, const SourceSpan& span) {
    Symbol& symbol = scope.FindOrAdd(name);
    if ((flag & kDefParameter) != 0 && (symbol.flags & kDefParameter) != 0) {
      return Fail(span, "duplicate argument " + Quoted(name) + " in function definition");
    }
    if ((flag & kDefTypeParameter) != 0 && (symbol.flags & kDefTypeParameter) != 0) {
      return Fail(span, "duplicate type parameter " + Quoted(name));
    }
    symbol.flags |= flag;
    if (in_iteration_target_ && scope.comprehension != ComprehensionKind::kNone) {
      if ((symbol.flags & (kDefGlobal | kDefNonlocal)) != 0) {
        return Fail(span, "comprehension inner loop cannot rebind assignment expression target " +
                              Quoted(name));
      }
      symbol.flags |= kDefIteration;
    }
    if ((flag & kDefParameter) != 0) scope.parameters.push_back(name);
    if ((flag & kDefGlobal) != 0 && scope.kind != ScopeKind::kModule) {
      tree_.scopes[0]->FindOrAdd(name).flags |= kDefGlobal;
    }
    return true;
  }

  // ---- statements

  void VisitBody(Seq<Stmt*> body) {
    for (const Stmt* stmt : body) {
      if (errors_.failed()) return;
      VisitStmt(stmt);
    }
  }

  void VisitStmt(const Stmt* stmt) {
    switch (stmt->kind) {
      case NodeKind::kFunctionDef:
        return VisitFunction(static_cast<const FunctionDefBase*>(stmt), false);
      case NodeKind::kAsyncFunctionDef:
        return VisitFunction(static_cast<const FunctionDefBase*>(stmt), true);
      case NodeKind::kClassDef: return VisitClass(stmt->As<ClassDef>());
      case NodeKind::kReturn: return VisitOptional(stmt->As<Return>()->value);
      case NodeKind::kDelete: return VisitAll(stmt->As<Delete>()->targets);
      case NodeKind::kAssign:
        VisitAll(stmt->As<Assign>()->targets);
        return VisitExpr(stmt->As<Assign>()->value);
      case NodeKind::kTypeAlias: return VisitTypeAlias(stmt->As<TypeAlias>());
      case NodeKind::kAugAssign:
        VisitExpr(stmt->As<AugAssign>()->target);
        return VisitExpr(stmt->As<AugAssign>()->value);
      case NodeKind::kAnnAssign: return VisitAnnAssign(stmt->As<AnnAssign>());
      case NodeKind::kFor:
      case NodeKind::kAsyncFor: return VisitFor(static_cast<const ForBase*>(stmt));
      case NodeKind::kWhile:
        VisitExpr(stmt->As<While>()->test);
        VisitBody(stmt->As<While>()->body);
        return VisitBody(stmt->As<While>()->orelse);
      case NodeKind::kIf: return VisitIf(stmt->As<If>());
      case NodeKind::kWith:
      case NodeKind::kAsyncWith: return VisitWith(static_cast<const WithBase*>(stmt));
      case NodeKind::kMatch: return VisitMatch(stmt->As<Match>());
      case NodeKind::kRaise:
        VisitOptional(stmt->As<Raise>()->exc);
        return VisitOptional(stmt->As<Raise>()->cause);
      case NodeKind::kTry:
      case NodeKind::kTryStar: return VisitTry(static_cast<const TryBase*>(stmt));
      case NodeKind::kAssert:
        VisitExpr(stmt->As<Assert>()->test);
        return VisitOptional(stmt->As<Assert>()->msg);
      case NodeKind::kImport: return VisitAliases(stmt->As<Import>()->names, stmt->span);
      case NodeKind::kImportFrom: return VisitAliases(stmt->As<ImportFrom>()->names, stmt->span);
      case NodeKind::kGlobal: return VisitGlobal(stmt->As<Global>());
      case NodeKind::kNonlocal: return VisitNonlocal(stmt->As<Nonlocal>());
      case NodeKind::kExprStmt: return VisitExpr(stmt->As<ExprStmt>()->value);
      default: return;
    }
  }

  void VisitIf(const If* stmt) {
    for (;;) {
      VisitExpr(stmt->test);
      VisitBody(stmt->body);
      if (errors_.failed()) return;
      if (stmt->orelse.size() != 1 || !stmt->orelse[0]->Is<If>()) break;
      stmt = stmt->orelse[0]->As<If>();
    }
    VisitBody(stmt->orelse);
  }

  void VisitFor(const ForBase* stmt) {
    VisitExpr(stmt->target);
    VisitExpr(stmt->iter);
    VisitBody(stmt->body);
    VisitBody(stmt->orelse);
  }

  void VisitWith(const WithBase* stmt) {
    for (const WithItem* item : stmt->items) {
      VisitExpr(item->context_expr);
      VisitOptional(item->optional_vars);
    }
    VisitBody(stmt->body);
  }

  void VisitTry(const TryBase* stmt) {
    VisitBody(stmt->body);
    for (const ExceptHandler* handler : stmt->handlers) {
      VisitOptional(handler->type);
      if (!handler->name.empty()) Define(handler->name, kDefLocal, handler->span);
      VisitBody(handler->body);
    }
    VisitBody(stmt->orelse);
    VisitBody(stmt->finalbody);
  }

  void VisitMatch(const Match* stmt) {
    VisitExpr(stmt->subject);
    for (const MatchCase* match_case : stmt->cases) {
      VisitPattern(match_case->pattern);
      VisitOptional(match_case->guard);
      VisitBody(match_case->body);
    }
  }

  void VisitAliases(Seq<Alias*> aliases, const SourceSpan&) {
    for (const Alias* alias : aliases) {
      if (alias->name == "*") {
        if (current_->kind != ScopeKind::kModule) {
          Fail(alias->span, "import * only allowed at module level");
          return;
        }
        continue;
      }
      const std::string_view stored =
          !alias->asname.empty() ? alias->asname : alias->name.substr(0, alias->name.find('.'));
      Define(stored, kDefImport, alias->span);
    }
  }

  void VisitGlobal(const Global* stmt) {
    for (const Identifier text : stmt->names) {
      const NameId name = Mangled(text);
      if (!CheckDirective(name, stmt->span, "global")) return;
      DefineIn(*current_, name, kDefGlobal, stmt->span);
      directives_.push_back({current_, name, stmt->span});
    }
  }

  void VisitNonlocal(const Nonlocal* stmt) {
    for (const Identifier text : stmt->names) {
      const NameId name = Mangled(text);
      if (!CheckDirective(name, stmt->span, "nonlocal")) return;
      DefineIn(*current_, name, kDefNonlocal, stmt->span);
      directives_.push_back({current_, name, stmt->span});
    }
  }

  // Whether nothing before the statement says something else about the name.
  bool CheckDirective(NameId name, const SourceSpan& span, const char* word) {
    const Symbol* symbol = current_->Find(name);
    if (symbol == nullptr) return true;
    if ((symbol->flags & (kDefParameter | kDefLocal | kUsed | kDefAnnotated | kDefImport)) == 0) {
      return true;
    }
    const std::string text(names_.Text(name));
    if ((symbol->flags & kDefParameter) != 0) {
      return Fail(span, "name '" + text + "' is parameter and " + word);
    }
    if ((symbol->flags & kUsed) != 0) {
      return Fail(span, "name '" + text + "' is used prior to " + word + " declaration");
    }
    if ((symbol->flags & kDefAnnotated) != 0) {
      return Fail(span, "annotated name '" + text + "' can't be " + word);
    }
    if ((symbol->flags & kDefLocal) == 0) return true;
    return Fail(span, "name '" + text + "' is assigned to before " + word + " declaration");
  }

  void VisitAnnAssign(const AnnAssign* stmt) {
    if (stmt->target->Is<Name>()) {
      const Name* target = stmt->target->As<Name>();
      const NameId name = Mangled(target->id);
      const Symbol* old = current_->Find(name);
      if (old != nullptr && current_->kind != ScopeKind::kModule && stmt->simple &&
          (old->flags & (kDefGlobal | kDefNonlocal)) != 0) {
        Fail(stmt->span, "annotated name " + Quoted(name) + " can't be " +
                             ((old->flags & kDefGlobal) != 0 ? "global" : "nonlocal"));
        return;
      }
      if (stmt->simple) {
        Define(target->id, kDefAnnotated | kDefLocal, target->span);
        current_->has_annotations = true;
      } else if (stmt->value != nullptr) {
        Define(target->id, kDefLocal, target->span);
      }
    } else {
      VisitExpr(stmt->target);
    }
    VisitAnnotation(stmt->annotation);
    VisitOptional(stmt->value);
  }

  // ---- definitions

  void VisitAnnotation(const Expr* annotation) {
    if (annotation == nullptr) return;
    if (!future_annotations_) return VisitExpr(annotation);
    // Text names nothing, so its scopes are thrown away.
    SymbolPass scratch(false, names_, errors_);
    scratch.Enter(ScopeKind::kModule, kNameModule, this, {});
    scratch.Enter(ScopeKind::kAnnotation, kNameAnnotations, annotation, annotation->span);
    scratch.VisitExpr(annotation);
  }

  void VisitFunction(const FunctionDefBase* stmt, bool is_async) {
    Define(stmt->name, kDefLocal, stmt->span);
    VisitAll(stmt->args->defaults);
    for (const Expr* value : stmt->args->kw_defaults) VisitOptional(value);
    VisitAll(stmt->decorator_list);
    const bool generic = !stmt->type_params.empty();
    if (generic) {
      EnterAnnotationScope(ScopeKind::kTypeParameters, Mangled(stmt->name), &stmt->type_params,
                           stmt->span);
      if (!stmt->args->defaults.empty()) {
        DefineIn(*current_, kNameDefaults, kDefParameter, stmt->span);
      }
      if (HasKwDefaults(*stmt->args)) {
        DefineIn(*current_, kNameKwDefaults, kDefParameter, stmt->span);
      }
      VisitTypeParams(stmt->type_params);
    }
    VisitParameterAnnotations(*stmt->args);
    VisitAnnotation(stmt->returns);
    Scope* scope = Enter(ScopeKind::kFunction, names_.Intern(stmt->name), stmt, stmt->span);
    scope->is_async_def = is_async;
    scope->is_coroutine = is_async;
    DefineParameters(*stmt->args);
    VisitBody(stmt->body);
    Leave();
    if (generic) Leave();
  }

  static bool HasKwDefaults(const Arguments& args) {
    for (const Expr* value : args.kw_defaults) {
      if (value != nullptr) return true;
    }
    return false;
  }

  void VisitParameterAnnotations(const Arguments& args) {
    for (const Arg* arg : args.posonlyargs) VisitAnnotation(arg->annotation);
    for (const Arg* arg : args.args) VisitAnnotation(arg->annotation);
    if (args.vararg != nullptr) VisitAnnotation(args.vararg->annotation);
    if (args.kwarg != nullptr) VisitAnnotation(args.kwarg->annotation);
    for (const Arg* arg : args.kwonlyargs) VisitAnnotation(arg->annotation);
  }

  void DefineParameters(const Arguments& args) {
    for (const Arg* arg : args.posonlyargs) Define(arg->arg, kDefParameter, arg->span);
    for (const Arg* arg : args.args) Define(arg->arg, kDefParameter, arg->span);
    for (const Arg* arg : args.kwonlyargs) Define(arg->arg, kDefParameter, arg->span);
    if (args.vararg != nullptr) Define(args.vararg->arg, kDefParameter, args.vararg->span);
    if (args.kwarg != nullptr) Define(args.kwarg->arg, kDefParameter, args.kwarg->span);
  }

  void VisitClass(const ClassDef* stmt) {
    Define(stmt->name, kDefLocal, stmt->span);
    VisitAll(stmt->decorator_list);
    const bool generic = !stmt->type_params.empty();
    if (generic) {
      EnterAnnotationScope(ScopeKind::kTypeParameters, Mangled(stmt->name), &stmt->type_params,
                           stmt->span);
      current_->private_name = names_.Intern(stmt->name);
      DefineIn(*current_, kNameTypeParams, kDefLocal, stmt->span);
      DefineIn(*current_, kNameGenericBase, kDefLocal, stmt->span);
      VisitTypeParams(stmt->type_params);
    }
    VisitAll(stmt->bases);
    for (const Keyword* keyword : stmt->keywords) VisitExpr(keyword->value);
    Enter(ScopeKind::kClass, names_.Intern(stmt->name), stmt, stmt->span);
    current_->private_name = names_.Intern(stmt->name);
    if (generic) {
      DefineIn(*current_, kNameTypeParamsAttr, kDefLocal, stmt->span);
      DefineIn(*current_, kNameTypeParams, kUsed, stmt->span);
    }
    VisitBody(stmt->body);
    Leave();
    if (generic) Leave();
  }

  void VisitTypeAlias(const TypeAlias* stmt) {
    VisitExpr(stmt->name);
    const NameId name = names_.Intern(stmt->name->As<Name>()->id);
    const bool generic = !stmt->type_params.empty();
    if (generic) {
      EnterAnnotationScope(ScopeKind::kTypeParameters, name, &stmt->type_params, stmt->span);
      VisitTypeParams(stmt->type_params);
    }
    EnterAnnotationScope(ScopeKind::kTypeAlias, name, stmt, stmt->span);
    VisitExpr(stmt->value);
    Leave();
    if (generic) Leave();
  }

  void VisitTypeParams(Seq<TypeParam*> params) {
    bool seen_default = false;
    for (const TypeParam* param : params) {
      Identifier name;
      const Expr* bound = nullptr;
      const void* bound_key = nullptr;
      const char* bound_part = "a TypeVar bound";
      const Expr* fallback = nullptr;
      const void* fallback_key = nullptr;
      const char* fallback_part = "a TypeVar default";
      if (param->Is<TypeVar>()) {
        const auto* p = param->As<TypeVar>();
        name = p->name, bound = p->bound, fallback = p->default_value;
        bound_key = &p->bound, fallback_key = &p->default_value;
        if (bound != nullptr && bound->Is<Tuple>()) bound_part = "a TypeVar constraint";
      } else if (param->Is<ParamSpec>()) {
        const auto* p = param->As<ParamSpec>();
        name = p->name, fallback = p->default_value, fallback_key = &p->default_value;
        fallback_part = "a ParamSpec default";
      } else {
        const auto* p = param->As<TypeVarTuple>();
        name = p->name, fallback = p->default_value, fallback_key = &p->default_value;
        fallback_part = "a TypeVarTuple default";
      }
      Define(name, kDefTypeParameter | kDefLocal, param->span);
      VisitLazy(bound, bound_key, Mangled(name), param->span, bound_part);
      VisitLazy(fallback, fallback_key, Mangled(name), param->span, fallback_part);
      if (fallback != nullptr) {
        seen_default = true;
      } else if (seen_default) {
        Fail(param->span, "non-default type parameter '" + std::string(name) +
                              "' follows default type parameter");
      }
    }
  }

  void VisitLazy(const Expr* value, const void* key, NameId name, const SourceSpan& span,
                 const char* part) {
    if (value == nullptr) return;
    EnterAnnotationScope(ScopeKind::kTypeVariable, name, key, span);
    type_variable_parts_[current_] = part;
    VisitExpr(value);
    Leave();
  }

  // ---- expressions

  void VisitAll(Seq<Expr*> list) {
    for (const Expr* expr : list) VisitExpr(expr);
  }
  void VisitOptional(const Expr* expr) {
    if (expr != nullptr) VisitExpr(expr);
  }

  void VisitExpr(const Expr* expr) {
    switch (expr->kind) {
      case NodeKind::kBoolOp: return VisitAll(expr->As<BoolOp>()->values);
      case NodeKind::kNamedExpr: return VisitNamedExpr(expr->As<NamedExpr>());
      case NodeKind::kBinOp:
        VisitExpr(expr->As<BinOp>()->left);
        return VisitExpr(expr->As<BinOp>()->right);
      case NodeKind::kUnaryOp: return VisitExpr(expr->As<UnaryOp>()->operand);
      case NodeKind::kLambda: return VisitLambda(expr->As<Lambda>());
      case NodeKind::kIfExp:
        VisitExpr(expr->As<IfExp>()->test);
        VisitExpr(expr->As<IfExp>()->body);
        return VisitExpr(expr->As<IfExp>()->orelse);
      case NodeKind::kDict:
        for (const Expr* key : expr->As<Dict>()->keys) VisitOptional(key);
        return VisitAll(expr->As<Dict>()->values);
      case NodeKind::kSet: return VisitAll(expr->As<Set>()->elts);
      case NodeKind::kListComp: {
        const auto* comp = expr->As<ListComp>();
        return VisitComprehension(comp, comp->generators, comp->elt, nullptr,
                                  ComprehensionKind::kList, kNameListComp);
      }
      case NodeKind::kSetComp: {
        const auto* comp = expr->As<SetComp>();
        return VisitComprehension(comp, comp->generators, comp->elt, nullptr,
                                  ComprehensionKind::kSet, kNameSetComp);
      }
      case NodeKind::kDictComp: {
        const auto* comp = expr->As<DictComp>();
        return VisitComprehension(comp, comp->generators, comp->key, comp->value,
                                  ComprehensionKind::kDict, kNameDictComp);
      }
      case NodeKind::kGeneratorExp: {
        const auto* comp = expr->As<GeneratorExp>();
        return VisitComprehension(comp, comp->generators, comp->elt, nullptr,
                                  ComprehensionKind::kGenerator, kNameGenExpr);
      }
      case NodeKind::kAwait:
        if (!Forbid(expr, "await expression")) return;
        CheckAwait(expr);
        VisitExpr(expr->As<Await>()->value);
        current_->is_coroutine = true;
        return;
      case NodeKind::kYield:
        if (!Forbid(expr, "yield expression")) return;
        VisitOptional(expr->As<Yield>()->value);
        return MarkYield(expr);
      case NodeKind::kYieldFrom:
        if (!Forbid(expr, "yield expression")) return;
        VisitExpr(expr->As<YieldFrom>()->value);
        return MarkYield(expr);
      case NodeKind::kCompare:
        VisitExpr(expr->As<Compare>()->left);
        return VisitAll(expr->As<Compare>()->comparators);
      case NodeKind::kCall:
        VisitExpr(expr->As<Call>()->func);
        VisitAll(expr->As<Call>()->args);
        for (const Keyword* keyword : expr->As<Call>()->keywords) VisitExpr(keyword->value);
        return;
      case NodeKind::kFormattedValue:
        VisitExpr(expr->As<FormattedValue>()->value);
        return VisitOptional(expr->As<FormattedValue>()->format_spec);
      case NodeKind::kJoinedStr: return VisitAll(expr->As<JoinedStr>()->values);
      case NodeKind::kAttribute: return VisitExpr(expr->As<Attribute>()->value);
      case NodeKind::kSubscript:
        VisitExpr(expr->As<Subscript>()->value);
        return VisitExpr(expr->As<Subscript>()->slice);
      case NodeKind::kStarred: return VisitExpr(expr->As<Starred>()->value);
      case NodeKind::kName: return VisitName(expr->As<Name>());
      case NodeKind::kList: return VisitAll(expr->As<List>()->elts);
      case NodeKind::kTuple: return VisitAll(expr->As<Tuple>()->elts);
      case NodeKind::kSlice:
        VisitOptional(expr->As<Slice>()->lower);
        VisitOptional(expr->As<Slice>()->upper);
        return VisitOptional(expr->As<Slice>()->step);
      default: return;
    }
  }

  void VisitName(const Name* expr) {
    Define(expr->id, expr->ctx == ExprContext::kLoad ? kUsed : kDefLocal, expr->span);
    // super() without arguments is compiled with the cell of the class.
    if (expr->ctx == ExprContext::kLoad && expr->id == "super" && current_->FunctionLike()) {
      DefineIn(*current_, kNameClass, kUsed, expr->span);
    }
  }

  // Reports expressions that annotation scopes do not allow.
  bool Forbid(const Expr* expr, const char* what) {
    const char* where = nullptr;
    switch (current_->kind) {
      case ScopeKind::kTypeVariable: where = type_variable_parts_[current_]; break;
      case ScopeKind::kTypeAlias: where = "a type alias"; break;
      case ScopeKind::kTypeParameters: where = "the definition of a generic"; break;
      case ScopeKind::kAnnotation: where = "an annotation"; break;
      default: return true;
    }
    return Fail(expr->span, std::string(what) + " cannot be used within " + where);
  }

  void CheckAwait(const Expr* expr) {
    if (!current_->FunctionLike()) {
      Fail(expr->span, "'await' outside function");
    } else if (!current_->is_async_def && current_->comprehension == ComprehensionKind::kNone) {
      Fail(expr->span, "'await' outside async function");
    }
  }

  void MarkYield(const Expr* expr) {
    static constexpr const char* kWhere[] = {"", "list comprehension", "set comprehension",
                                             "dict comprehension", "generator expression"};
    if (current_->comprehension != ComprehensionKind::kNone) {
      Fail(expr->span,
           std::string("'yield' inside ") + kWhere[static_cast<int>(current_->comprehension)]);
    }
    current_->has_yield = true;
  }

  void VisitLambda(const Lambda* expr) {
    VisitAll(expr->args->defaults);
    for (const Expr* value : expr->args->kw_defaults) VisitOptional(value);
    Enter(ScopeKind::kFunction, kNameLambda, expr, expr->span);
    const bool in_target = in_iteration_target_;
    in_iteration_target_ = false;
    DefineParameters(*expr->args);
    VisitExpr(expr->body);
    in_iteration_target_ = in_target;
    Leave();
  }

  void VisitComprehension(const Expr* expr, Seq<Comprehension*> generators, const Expr* element,
                          const Expr* value, ComprehensionKind kind, NameId name) {
    const Comprehension* outermost = generators[0];
    // The first iterable is evaluated outside.
    iterable_depth_++;
    VisitExpr(outermost->iter);
    iterable_depth_--;
    const bool in_target = in_iteration_target_;
    in_iteration_target_ = false;
    const bool in_class = current_->sees_class;
    Scope* scope = Enter(ScopeKind::kFunction, name, expr, expr->span);
    scope->comprehension = kind;
    scope->inlined = kind != ComprehensionKind::kGenerator && !in_class;
    if (!scope->inlined) DefineIn(*scope, kNameDot0, kDefParameter, expr->span);
    for (const Comprehension* generator : generators) {
      if (generator->is_async) current_->is_coroutine = true;
      in_iteration_target_ = true;
      VisitExpr(generator->target);
      in_iteration_target_ = false;
      if (generator != outermost) {
        iterable_depth_++;
        VisitExpr(generator->iter);
        iterable_depth_--;
      }
      VisitAll(generator->ifs);
    }
    if (value != nullptr) VisitExpr(value);
    VisitExpr(element);
    const bool is_async = scope->is_coroutine && kind != ComprehensionKind::kGenerator;
    in_iteration_target_ = in_target;
    Leave();
    if (kind == ComprehensionKind::kGenerator) scope->has_yield = true;
    if (is_async) current_->is_coroutine = true;
  }

  void VisitNamedExpr(const NamedExpr* expr) {
    if (!Forbid(expr, "named expression")) return;
    if (iterable_depth_ > 0) {
      Fail(expr->span,
           "assignment expression cannot be used in a comprehension iterable expression");
      return;
    }
    current_->has_walrus = true;
    if (current_->comprehension != ComprehensionKind::kNone) {
      if (!BindOutside(expr->target->As<Name>())) return;
    }
    VisitExpr(expr->value);
    VisitExpr(expr->target);
  }

  // Binds the target of an assignment expression in a comprehension where the comprehension is.
  bool BindOutside(const Name* target) {
    const NameId name = Mangled(target->id);
    for (Scope* scope = current_; scope != nullptr; scope = scope->parent) {
      scope->has_walrus = true;
      if (scope->comprehension != ComprehensionKind::kNone) {
        const Symbol* symbol = scope->Find(name);
        constexpr uint16_t kBound = kDefIteration | kDefLocal;
        if (symbol != nullptr && (symbol->flags & kBound) == kBound) {
          return Fail(target->span,
                      "assignment expression cannot rebind comprehension iteration variable '" +
                          std::string(target->id) + "'");
        }
        continue;
      }
      switch (scope->kind) {
        case ScopeKind::kModule:
          DefineIn(*current_, name, kDefGlobal, target->span);
          directives_.push_back({current_, name, target->span});
          return true;
        case ScopeKind::kFunction: {
          const Symbol* symbol = scope->Find(name);
          if (symbol != nullptr && (symbol->flags & kDefGlobal) != 0) {
            DefineIn(*current_, name, kDefGlobal, target->span);
          } else {
            DefineIn(*current_, name, kDefNonlocal, target->span);
            DefineIn(*scope, name, kDefLocal, target->span);
          }
          directives_.push_back({current_, name, target->span});
          return true;
        }
        case ScopeKind::kClass:
          return Fail(
              target->span,
              "assignment expression within a comprehension cannot be used in a class body");
        case ScopeKind::kTypeParameters:
          return Fail(target->span,
                      "assignment expression within a comprehension cannot be used "
                      "within the definition of a generic");
        case ScopeKind::kTypeAlias:
          return Fail(target->span,
                      "assignment expression within a comprehension cannot be used "
                      "in a type alias");
        case ScopeKind::kAnnotation:
        case ScopeKind::kTypeVariable:
          return Fail(target->span,
                      "assignment expression within a comprehension cannot be used "
                      "in a TypeVar bound");
      }
    }
    return true;
  }

  // ---- patterns

  void VisitPattern(const Pattern* pattern) {
    switch (pattern->kind) {
      case NodeKind::kMatchValue: return VisitExpr(pattern->As<MatchValue>()->value);
      case NodeKind::kMatchSequence: return VisitPatterns(pattern->As<MatchSequence>()->patterns);
      case NodeKind::kMatchStar: return Capture(pattern->As<MatchStar>()->name, pattern->span);
      case NodeKind::kMatchMapping:
        VisitAll(pattern->As<MatchMapping>()->keys);
        VisitPatterns(pattern->As<MatchMapping>()->patterns);
        return Capture(pattern->As<MatchMapping>()->rest, pattern->span);
      case NodeKind::kMatchClass:
        VisitExpr(pattern->As<MatchClass>()->cls);
        VisitPatterns(pattern->As<MatchClass>()->patterns);
        return VisitPatterns(pattern->As<MatchClass>()->kwd_patterns);
      case NodeKind::kMatchAs:
        if (pattern->As<MatchAs>()->pattern != nullptr) {
          VisitPattern(pattern->As<MatchAs>()->pattern);
        }
        return Capture(pattern->As<MatchAs>()->name, pattern->span);
      case NodeKind::kMatchOr: return VisitPatterns(pattern->As<MatchOr>()->patterns);
      default: return;
    }
  }
  void VisitPatterns(Seq<Pattern*> patterns) {
    for (const Pattern* pattern : patterns) VisitPattern(pattern);
  }
  void Capture(Identifier name, const SourceSpan& span) {
    if (!name.empty()) Define(name, kDefLocal, span);
  }

  bool future_annotations_;
  NameTable& names_;
  ErrorSink& errors_;
  ScopeTree tree_;
  std::vector<ScopeDirective> directives_;
  Scope* current_ = nullptr;
  int iterable_depth_ = 0;  // Inside iterables of comprehensions.
  bool in_iteration_target_ = false;
  // "a TypeVar bound" and the like, of scopes of kind kTypeVariable.
  std::unordered_map<const Scope*, const char*> type_variable_parts_;
};

}  // namespace

ScopeTree FindScopes(const ParseResult& tree, bool future_annotations, NameTable& names,
                     ErrorSink& errors) {
  return SymbolPass(future_annotations, names, errors).Run(tree);
}

}  // namespace heddle::compiler
