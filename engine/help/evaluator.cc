#include "help/evaluator.h"

#include <algorithm>
#include <string>

namespace heddle::help {

using namespace syntax;

namespace {

constexpr int kMaxDepth = 40;
constexpr int kMaxSteps = 4000;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::shared_ptr<const Entity> Shared(const Entity& entity) {
  return entity.IsKnown() ? std::make_shared<const Entity>(entity) : nullptr;
}

}  // namespace

// Counts the work of one answer while it exists.
class Evaluator::Step {
 public:
  explicit Step(Evaluator* evaluator) : evaluator_(*evaluator) {
    if (evaluator_.depth_++ == 0) evaluator_.steps_ = 0;
    ++evaluator_.steps_;
  }
  ~Step() { --evaluator_.depth_; }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;
  bool ok() const { return evaluator_.depth_ <= kMaxDepth && evaluator_.steps_ <= kMaxSteps; }

 private:
  Evaluator& evaluator_;
};

Entity Evaluator::ModuleEntity(std::string_view name) {
  Entity entity;
  entity.module = library_.FindModule(name);
  if (entity.module != nullptr) entity.kind = Entity::Kind::kModule;
  return entity;
}

Entity Evaluator::InstanceOf(std::string_view native_class) {
  Entity entity;
  entity.scope = library_.NativeClass(native_class);
  if (entity.scope != nullptr) entity.kind = Entity::Kind::kInstance;
  return entity;
}

Entity Evaluator::Container(std::string_view name, const Entity& element) {
  Entity entity = InstanceOf(name);
  entity.element = Shared(element);
  return entity;
}

Entity Evaluator::Instance(const Entity& cls) {
  Entity entity;
  if (cls.kind != Entity::Kind::kClass) return entity;
  entity = cls;
  entity.kind = Entity::Kind::kInstance;
  return entity;
}

Entity Evaluator::Imported(std::string_view module_name, std::string_view name) {
  const Entity module = ModuleEntity(module_name);
  return module.IsKnown() ? Member(module, name) : module;
}

std::vector<const Scope*> Evaluator::Bases(const Scope* cls) {
  std::vector<const Scope*> all;
  const Step step(this);
  if (!step.ok() || cls == nullptr) return all;
  all.push_back(cls);
  const auto add = [&](const Scope* base) {
    for (const Scope* scope : Bases(base)) {
      if (std::find(all.begin(), all.end(), scope) == all.end()) all.push_back(scope);
    }
  };
  if (cls->is_native && cls->known_bases.empty()) library_.NativeClass(cls->name);
  for (const Scope* base : cls->known_bases) add(base);
  for (const Expr* base : cls->bases) {
    const Expr* named = base->Is<Subscript>() ? base->As<Subscript>()->value : base;
    // Names in the list of bases are those around the class.
    const Entity entity = Evaluate(named, cls->parent, cls->line);
    if (entity.kind == Entity::Kind::kClass && entity.scope != cls) add(entity.scope);
  }
  const Scope* object = library_.NativeClass("object");
  std::erase(all, object);
  if (object != nullptr) all.push_back(object);
  return all;
}

Found Evaluator::FindMember(const Entity& of, std::string_view name) {
  if (of.kind == Entity::Kind::kModule) {
    if (const Symbol* symbol = of.module->scope.symbols.Find(name)) {
      return {symbol, &of.module->scope, false};
    }
    const Step step(this);
    for (const std::string& star : of.module->stars) {
      const Entity from = ModuleEntity(star);
      if (!step.ok() || !from.IsKnown()) continue;
      if (const Found found = FindMember(from, name)) return found;
    }
    return {};
  }
  const Scope* cls = of.kind == Entity::Kind::kFunction ? library_.NativeClass("function")
                     : of.IsKnown()                     ? of.scope
                                                        : nullptr;
  for (const Scope* scope : Bases(cls)) {
    if (of.IsInstance()) {
      const Symbol* attribute = scope->attributes.Find(name);
      if (attribute != nullptr && !attribute->bindings.empty()) return {attribute, scope, true};
    }
    if (const Symbol* symbol = scope->symbols.Find(name)) return {symbol, scope, false};
  }
  return {};
}

Found Evaluator::FindName(std::string_view name, const Scope* scope, uint32_t line) {
  for (const Scope* at = scope; at != nullptr; at = at->parent) {
    // The names of a class are not seen from its methods.
    if (at->kind == Scope::Kind::kClass && at != scope) continue;
    const Symbol* symbol = at->symbols.Find(name);
    if (symbol == nullptr) continue;
    if (std::any_of(symbol->bindings.begin(), symbol->bindings.end(),
                    [&](const Binding& b) { return IsVisible(b, line); })) {
      return {symbol, at, false};
    }
  }
  if (scope != nullptr && scope->module != nullptr) {
    for (const std::string& star : scope->module->stars) {
      const Entity from = ModuleEntity(star);
      if (!from.IsKnown() || from.module == scope->module) continue;
      if (const Found found = FindMember(from, name)) return found;
    }
  }
  if (const Module* builtins = library_.builtins()) {
    if (const Symbol* symbol = builtins->scope.symbols.Find(name)) {
      return {symbol, &builtins->scope, false};
    }
  }
  return {};
}

Entity Evaluator::ValueOf(const Symbol& symbol, uint32_t line, const Entity* receiver) {
  const Step step(this);
  if (!step.ok()) return {};
  const auto attempt = [&](const Binding& binding) -> Entity {
    if (!IsVisible(binding, line == 0 ? binding.line : line)) return {};
    if (std::find(busy_.begin(), busy_.end(), &binding) != busy_.end()) return {};
    busy_.push_back(&binding);
    Entity entity = EvaluateBinding(binding, symbol, receiver);
    busy_.pop_back();
    return entity;
  };
  Entity found;
  for (auto it = symbol.bindings.rbegin(); it != symbol.bindings.rend() && !found.IsKnown(); ++it) {
    if (line == 0 || it->line <= line) found = attempt(*it);
  }
  for (const Binding& binding : symbol.bindings) {
    if (found.IsKnown()) break;
    if (line != 0 && binding.line > line) found = attempt(binding);
  }
  if (found.IsInstance() && found.element == nullptr && !symbol.appended.empty()) {
    found.element = Shared(attempt(symbol.appended.front()));
  }
  return found;
}

Entity Evaluator::EvaluateBinding(const Binding& binding, const Symbol&, const Entity* receiver) {
  Entity value;
  switch (binding.kind) {
    case Binding::Kind::kValue: value = Evaluate(binding.expr, binding.scope, binding.line); break;
    case Binding::Kind::kElement:
      value = ElementOf(Evaluate(binding.expr, binding.scope, binding.line));
      break;
    case Binding::Kind::kEntered: {
      const Entity manager = Evaluate(binding.expr, binding.scope, binding.line);
      value = ResultOf(Member(manager, "__enter__"));
      if (!value.IsKnown()) value = ResultOf(Member(manager, "__aenter__"));
      if (!value.IsKnown()) value = manager;
      break;
    }
    case Binding::Kind::kAnnotation: value = FromAnnotation(binding.expr, binding.scope); break;
    case Binding::Kind::kException: {
      const Expr* type = binding.expr;
      if (type->Is<Tuple>() && !type->As<Tuple>()->elts.empty()) type = type->As<Tuple>()->elts[0];
      value = Instance(Evaluate(type, binding.scope, binding.line));
      break;
    }
    case Binding::Kind::kModule: value = ModuleEntity(binding.module); break;
    case Binding::Kind::kImported: value = Imported(binding.module, binding.name); break;
    case Binding::Kind::kDefinition:
      value.scope = binding.defined;
      if (binding.defined->kind == Scope::Kind::kClass) {
        value.kind = Entity::Kind::kClass;
        if (binding.defined->is_native) library_.NativeClass(binding.defined->name);
        break;
      }
      value.kind = Entity::Kind::kFunction;
      if (receiver == nullptr || !binding.defined->IsMethod()) break;
      if (binding.defined->method == Scope::Method::kProperty && receiver->IsInstance()) {
        value.receiver = Shared(*receiver);
        value = ResultOf(value);
      } else if ((binding.defined->method == Scope::Method::kInstance && receiver->IsInstance()) ||
                 binding.defined->method == Scope::Method::kClass) {
        value.receiver = Shared(*receiver);
      }
      break;
    case Binding::Kind::kParameter:
      value = ParameterValue(binding.scope, binding.item, receiver);
      return value;
    case Binding::Kind::kInstance: value = InstanceOf(binding.name); break;
    case Binding::Kind::kAttribute: break;
  }
  if (binding.item == -1) return value;
  if (binding.item < 0) return {};
  if (size_t(binding.item) < value.items.size()) return value.items[size_t(binding.item)];
  return value.items.empty() ? ElementOf(value) : Entity();
}

Entity Evaluator::ParameterValue(const Scope* function, int index, const Entity*) {
  const Parameter& parameter = function->parameters[size_t(index)];
  if (parameter.kind == Parameter::Kind::kRest) return InstanceOf("tuple");
  if (parameter.kind == Parameter::Kind::kKeywords) return InstanceOf("dict");
  if (index == 0 && function->IsMethod() && function->method != Scope::Method::kStatic) {
    Entity entity;
    entity.kind =
        function->method == Scope::Method::kClass ? Entity::Kind::kClass : Entity::Kind::kInstance;
    entity.scope = function->parent;
    return entity;
  }
  if (parameter.annotation != nullptr) {
    const Entity entity = FromAnnotation(parameter.annotation, function->parent);
    if (entity.IsKnown()) return entity;
  }
  if (parameter.default_value != nullptr &&
      !(parameter.default_value->Is<Constant>() &&
        parameter.default_value->As<Constant>()->type == ConstantType::kNone)) {
    return Evaluate(parameter.default_value, function->parent, function->line);
  }
  return {};
}

Entity Evaluator::Member(const Entity& of, std::string_view name) {
  const Step step(this);
  if (!step.ok() || !of.IsKnown()) return {};
  if (const Found found = FindMember(of, name)) {
    // A module's names are seen as they are at its end.
    return ValueOf(*found.symbol, 0, of.kind == Entity::Kind::kModule ? nullptr : &of);
  }
  if (of.kind == Entity::Kind::kModule && of.module->is_package) {
    return ModuleEntity(of.module->name + "." + std::string(name));
  }
  return {};
}

const Scope* Evaluator::CalledFunction(const Entity& callee, bool* bound) {
  *bound = false;
  if (callee.kind == Entity::Kind::kFunction) {
    *bound = callee.receiver != nullptr;
    return callee.scope;
  }
  const auto method = [&](const Entity& of, std::string_view name) -> const Scope* {
    const Found found = FindMember(of, name);
    if (!found || found.symbol->bindings.empty()) return nullptr;
    const Scope* function = found.symbol->bindings.back().defined;
    if (function == nullptr || function->kind != Scope::Kind::kFunction) return nullptr;
    return function;
  };
  *bound = true;
  if (callee.IsInstance()) return method(callee, "__call__");
  if (callee.kind != Entity::Kind::kClass) return nullptr;
  // The nearer of the two; object's take nothing.
  const Entity instance = Instance(callee);
  for (const Scope* cls : Bases(callee.scope)) {
    if (cls->is_native && cls->name == "object") break;
    for (const std::string_view name : {"__init__", "__new__"}) {
      const Symbol* symbol = cls->symbols.Find(name);
      if (symbol == nullptr || symbol->bindings.empty()) continue;
      const Scope* function = symbol->bindings.back().defined;
      if (function != nullptr && function->kind == Scope::Kind::kFunction) return function;
    }
  }
  return nullptr;
}

Entity Evaluator::ResultOf(const Entity& callee) {
  const Step step(this);
  if (!step.ok() || !callee.IsKnown()) return {};
  if (callee.kind == Entity::Kind::kClass) {
    Entity made = Instance(callee);
    return made;
  }
  if (callee.IsInstance()) return ResultOf(Member(callee, "__call__"));
  if (callee.kind != Entity::Kind::kFunction) return {};
  const Scope* function = callee.scope;
  if (function->returns_annotation != nullptr) {
    const Entity entity = FromAnnotation(function->returns_annotation, function->parent);
    if (entity.IsKnown()) return entity;
  }
  if (const Documentation* entry = DocumentationOf(function);
      entry != nullptr && !entry->returns.empty()) {
    return FromTypeName(entry->returns);
  }
  if (function->is_generator) {
    return InstanceOf(function->is_async ? "async_generator" : "generator");
  }
  for (const auto& [value, line] : function->returns) {
    // `return self` gives what the method was taken from.
    if (value->Is<Name>() && callee.receiver != nullptr && !function->parameters.empty() &&
        value->As<Name>()->id == function->parameters[0].name) {
      return *callee.receiver;
    }
    const Entity entity = Evaluate(value, function, line);
    if (entity.IsKnown() && !(entity.IsInstance() && entity.scope->name == "NoneType")) {
      return entity;
    }
  }
  return {};
}

Entity Evaluator::ElementOf(const Entity& container) {
  if (container.element != nullptr) return *container.element;
  if (!container.items.empty()) return container.items[0];
  if (!container.IsInstance()) return {};
  if (container.scope->is_native) {
    if (IsOneOf(container.scope->name, {"range", "bytes", "bytearray"})) return InstanceOf("int");
    if (container.scope->name == "str") return container;
    return {};
  }
  const Entity iterator = ResultOf(Member(container, "__iter__"));
  if (iterator.IsInstance() && iterator.scope != container.scope) return ElementOf(iterator);
  return ResultOf(Member(container, "__next__"));
}

Entity Evaluator::FromTypeName(std::string_view text) {
  std::string_view element;
  if (const size_t bracket = text.find('['); bracket != std::string_view::npos) {
    element = text.substr(bracket + 1);
    element.remove_suffix(element.ends_with(']') ? 1 : 0);
    text = text.substr(0, bracket);
  }
  Entity cls;
  const size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) {
    if (const Module* builtins = library_.builtins()) {
      if (const Symbol* symbol = builtins->scope.symbols.Find(text)) {
        cls = ValueOf(*symbol, 0, nullptr);
      }
    }
    if (!cls.IsKnown()) return InstanceOf(text);
  } else {
    cls = Imported(text.substr(0, dot), text.substr(dot + 1));
  }
  Entity entity = Instance(cls);
  if (!element.empty()) entity.element = Shared(FromTypeName(element));
  return entity;
}

Entity Evaluator::FromAnnotation(const Expr* expr, const Scope* scope) {
  const Step step(this);
  if (!step.ok()) return {};
  if (expr->Is<BinOp>()) {  // X | None
    const auto* either = expr->As<BinOp>();
    const Entity left = FromAnnotation(either->left, scope);
    return left.IsKnown() ? left : FromAnnotation(either->right, scope);
  }
  if (expr->Is<Constant>()) {
    const auto* constant = expr->As<Constant>();
    if (constant->type != ConstantType::kStr) return {};
    // The common case of an annotation in quotes: one name.
    const Found found = FindName(constant->text, scope, 0);
    return found ? Instance(ValueOf(*found.symbol, 0, nullptr)) : Entity();
  }
  if (expr->Is<Subscript>()) {
    const auto* subscript = expr->As<Subscript>();
    const Expr* argument = subscript->slice;
    const std::string_view name = subscript->value->Is<Name>()
                                      ? std::string_view(subscript->value->As<Name>()->id)
                                  : subscript->value->Is<Attribute>()
                                      ? std::string_view(subscript->value->As<Attribute>()->attr)
                                      : std::string_view();
    if (argument->Is<Tuple>()) {
      const Seq<Expr*> items = argument->As<Tuple>()->elts;
      if (items.empty()) return {};
      argument = IsOneOf(name, {"dict", "Dict", "Mapping"}) ? nullptr : items[0];
    }
    if (IsOneOf(name, {"Optional", "Final", "ClassVar", "Annotated", "Union"})) {
      return argument == nullptr ? Entity() : FromAnnotation(argument, scope);
    }
    Entity container = FromAnnotation(subscript->value, scope);
    if (IsOneOf(name, {"List", "Dict", "Set", "Tuple"})) {
      container = InstanceOf(name == "List"   ? "list"
                             : name == "Dict" ? "dict"
                             : name == "Set"  ? "set"
                                              : "tuple");
    }
    if (container.IsKnown() && argument != nullptr) {
      container.element = Shared(FromAnnotation(argument, scope));
    }
    return container;
  }
  return Instance(Evaluate(expr, scope, 0));
}

Entity Evaluator::EvaluateCall(const Call* call, const Scope* scope, uint32_t line) {
  if (call->func->Is<Name>()) {
    const std::string_view name = call->func->As<Name>()->id;
    if (name == "super") {
      for (const Scope* at = scope; at != nullptr; at = at->parent) {
        if (!at->IsMethod()) continue;
        const std::vector<const Scope*> bases = Bases(at->parent);
        Entity entity;
        if (bases.size() < 2) return entity;
        entity.kind = Entity::Kind::kInstance;
        entity.scope = bases[1];
        return entity;
      }
    }
    // Builtins whose elements are those of their argument.
    if (!call->args.empty() && IsOneOf(name, {"list", "tuple", "set", "frozenset", "sorted",
                                              "reversed", "iter", "enumerate"})) {
      const Found found = FindName(name, scope, line);
      if (found && found.owner->module->name == "builtins") {
        const Entity element = ElementOf(Evaluate(call->args[0], scope, line));
        Entity result = ResultOf(ValueOf(*found.symbol, 0, nullptr));
        if (name == "enumerate") {
          Entity pair = InstanceOf("tuple");
          pair.items = {InstanceOf("int"), element};
          result.element = Shared(pair);
        } else {
          result.element = Shared(element);
        }
        return result;
      }
    }
  }
  if (call->func->Is<Attribute>() && call->func->As<Attribute>()->attr == "builtin_type" &&
      call->args.size() == 1 && call->args[0]->Is<Constant>()) {
    // How the library's Python part gets at a class of C++ (module _heddle).
    const Entity owner = Evaluate(call->func->As<Attribute>()->value, scope, line);
    if (owner.kind == Entity::Kind::kModule && owner.module->name == "_heddle") {
      Entity cls = InstanceOf(call->args[0]->As<Constant>()->text);
      if (cls.IsKnown()) cls.kind = Entity::Kind::kClass;
      return cls;
    }
  }
  return ResultOf(Evaluate(call->func, scope, line));
}

Entity Evaluator::EvaluateOperator(const BinOp* op, const Scope* scope, uint32_t line) {
  const Entity left = Evaluate(op->left, scope, line);
  const Entity right = Evaluate(op->right, scope, line);
  const auto is = [](const Entity& entity, std::string_view name) {
    return entity.IsInstance() && entity.scope->is_native && entity.scope->name == name;
  };
  if (op->op == Operator::kDiv && (is(left, "int") || is(left, "float")))
    return InstanceOf("float");
  if (is(left, "int") && (is(right, "float") || is(right, "str") || is(right, "list")))
    return right;
  return left.IsKnown() ? left : Entity();
}

Entity Evaluator::EvaluateSubscript(const Subscript* subscript, const Scope* scope, uint32_t line) {
  const Entity value = Evaluate(subscript->value, scope, line);
  if (value.kind == Entity::Kind::kClass) return value;  // list[int]
  if (subscript->slice->Is<Slice>()) return value;
  if (!value.items.empty() && subscript->slice->Is<Constant>() &&
      subscript->slice->As<Constant>()->type == ConstantType::kInt) {
    const int64_t index = subscript->slice->As<Constant>()->integer;
    return index < int64_t(value.items.size()) ? value.items[size_t(index)] : Entity();
  }
  const Entity element = ElementOf(value);
  if (element.IsKnown()) return element;
  return ResultOf(Member(value, "__getitem__"));
}

Entity Evaluator::Evaluate(const Expr* expr, const Scope* scope, uint32_t line) {
  const Step step(this);
  if (!step.ok() || expr == nullptr) return {};
  const auto first_element = [&](Seq<Expr*> items) {
    for (const Expr* item : items) {
      const Entity entity = item->Is<Starred>()
                                ? ElementOf(Evaluate(item->As<Starred>()->value, scope, line))
                                : Evaluate(item, scope, line);
      if (entity.IsKnown()) return entity;
    }
    return Entity();
  };
  switch (expr->kind) {
    case NodeKind::kConstant:
      switch (expr->As<Constant>()->type) {
        case ConstantType::kNone: return InstanceOf("NoneType");
        case ConstantType::kFalse:
        case ConstantType::kTrue: return InstanceOf("bool");
        case ConstantType::kEllipsis: return InstanceOf("ellipsis");
        case ConstantType::kInt:
        case ConstantType::kBigInt: return InstanceOf("int");
        case ConstantType::kFloat: return InstanceOf("float");
        case ConstantType::kImaginary: return InstanceOf("complex");
        case ConstantType::kStr: return InstanceOf("str");
        case ConstantType::kBytes: return InstanceOf("bytes");
      }
      return {};
    case NodeKind::kJoinedStr: return InstanceOf("str");
    case NodeKind::kName: {
      const Found found = FindName(expr->As<Name>()->id, scope, line);
      if (!found) return {};
      return ValueOf(*found.symbol, found.owner == scope ? line : 0, nullptr);
    }
    case NodeKind::kAttribute:
      return Member(Evaluate(expr->As<Attribute>()->value, scope, line),
                    expr->As<Attribute>()->attr);
    case NodeKind::kCall: return EvaluateCall(expr->As<Call>(), scope, line);
    case NodeKind::kAwait: return Evaluate(expr->As<Await>()->value, scope, line);
    case NodeKind::kNamedExpr: return Evaluate(expr->As<NamedExpr>()->value, scope, line);
    case NodeKind::kIfExp: {
      const Entity body = Evaluate(expr->As<IfExp>()->body, scope, line);
      return body.IsKnown() ? body : Evaluate(expr->As<IfExp>()->orelse, scope, line);
    }
    case NodeKind::kBoolOp: return first_element(expr->As<BoolOp>()->values);
    case NodeKind::kBinOp: return EvaluateOperator(expr->As<BinOp>(), scope, line);
    case NodeKind::kUnaryOp:
      if (expr->As<UnaryOp>()->op == UnaryOperator::kNot) return InstanceOf("bool");
      return Evaluate(expr->As<UnaryOp>()->operand, scope, line);
    case NodeKind::kCompare: return InstanceOf("bool");
    case NodeKind::kSubscript: return EvaluateSubscript(expr->As<Subscript>(), scope, line);
    case NodeKind::kList: return Container("list", first_element(expr->As<syntax::List>()->elts));
    case NodeKind::kSet: return Container("set", first_element(expr->As<Set>()->elts));
    case NodeKind::kDict: return InstanceOf("dict");
    case NodeKind::kTuple: {
      Entity tuple = InstanceOf("tuple");
      for (const Expr* item : expr->As<Tuple>()->elts) {
        tuple.items.push_back(Evaluate(item, scope, line));
      }
      return tuple;
    }
    case NodeKind::kListComp:
      return Container("list", Evaluate(expr->As<ListComp>()->elt, scope, line));
    case NodeKind::kSetComp:
      return Container("set", Evaluate(expr->As<SetComp>()->elt, scope, line));
    case NodeKind::kGeneratorExp:
      return Container("generator", Evaluate(expr->As<GeneratorExp>()->elt, scope, line));
    case NodeKind::kDictComp: return InstanceOf("dict");
    case NodeKind::kLambda: return InstanceOf("function");
    default: return {};
  }
}

std::string Evaluator::FullName(const Scope* scope) {
  std::string name(scope->name);
  for (const Scope* at = scope->parent; at != nullptr; at = at->parent) {
    if (at->kind != Scope::Kind::kModule) name = std::string(at->name) + "." + name;
  }
  const std::string& module = scope->module->name;
  if (module == "builtins" || module == "_prelude") return name;
  return module + "." + name;
}

// Also under the name of the package that a definition's module belongs to: asyncio.tasks.gather is
// documented as asyncio.gather.
const Documentation* Evaluator::DocumentationOf(const Scope* scope) {
  const std::string full = FullName(scope);
  if (scope->module->is_program) return nullptr;
  if (const Documentation* entry = library_.FindDocumentation(full)) return entry;
  std::string module = scope->module->name;
  for (size_t dot = module.rfind('.'); dot != std::string::npos; dot = module.rfind('.')) {
    const std::string rest = full.substr(scope->module->name.size());
    module.resize(dot);
    if (const Documentation* entry = library_.FindDocumentation(module + rest)) return entry;
  }
  return nullptr;
}

}  // namespace heddle::help
