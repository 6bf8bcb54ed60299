#include "help/describe.h"

#include <algorithm>

#include "syntax/utf8.h"

namespace heddle::help {

namespace {

// Longer defaults are of no use in one line.
constexpr size_t kLongestDefault = 32;

std::string_view DefaultText(const Parameter& parameter) {
  const std::string_view text = parameter.default_text;
  if (text.empty() || text.size() > kLongestDefault || text.starts_with('_') ||
      text.find('\n') != std::string_view::npos) {
    return "…";
  }
  return text;
}

std::string ParameterText(const Parameter& parameter) {
  std::string text;
  if (parameter.kind == Parameter::Kind::kRest) text = "*";
  if (parameter.kind == Parameter::Kind::kKeywords) text = "**";
  text += parameter.name;
  if (!parameter.annotation_text.empty()) {
    text += ": ";
    text += parameter.annotation_text;
  }
  const bool takes_default =
      parameter.kind != Parameter::Kind::kRest && parameter.kind != Parameter::Kind::kKeywords;
  if (parameter.has_default && takes_default) {
    text += parameter.annotation_text.empty() ? "=" : " = ";
    text += DefaultText(parameter);
  }
  return text;
}

bool IsConstantName(std::string_view name) {
  bool letter = false;
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c & 0x80) != 0) return false;
    letter |= c >= 'A' && c <= 'Z';
  }
  return letter && name.size() > 1;
}

}  // namespace

std::vector<Parameter> Describer::ParametersOf(const Entity& callee) {
  bool bound = false;
  const Scope* function = evaluator_.CalledFunction(callee, &bound);
  if (callee.kind == Entity::Kind::kClass && callee.scope->is_dataclass &&
      (function == nullptr || function->parent != callee.scope)) {
    std::vector<Parameter> fields;
    std::vector<const Scope*> classes = evaluator_.Bases(callee.scope);
    std::reverse(classes.begin(), classes.end());
    for (const Scope* cls : classes) {
      if (!cls->is_dataclass) continue;
      for (const Symbol& symbol : cls->symbols.symbols()) {
        if (symbol.bindings.back().kind != Binding::Kind::kAnnotation) continue;
        Parameter field{};
        field.name = symbol.name;
        field.kind = Parameter::Kind::kPlain;
        field.has_default = symbol.bindings.size() > 1;
        fields.push_back(field);
      }
    }
    return fields;
  }
  if (function == nullptr) return {};
  std::vector<Parameter> parameters = function->parameters;
  if (bound && !parameters.empty() && parameters[0].kind != Parameter::Kind::kRest) {
    parameters.erase(parameters.begin());
  }
  return parameters;
}

Signature Describer::SignatureOf(const Entity& callee, std::string_view name) {
  Signature signature;
  signature.label = name;
  signature.label += '(';
  bool first = true, star = false;
  const auto separate = [&] {
    if (!first) signature.label += ", ";
    first = false;
  };
  const std::vector<Parameter> parameters = ParametersOf(callee);
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    const bool only = parameter.kind == Parameter::Kind::kPositionalOnly;
    if (parameter.kind == Parameter::Kind::kRest) star = true;
    if (parameter.kind == Parameter::Kind::kKeywordOnly && !star) {
      separate();
      signature.label += '*';
      star = true;
    }
    separate();
    const auto start = uint32_t(syntax::CountCodePoints(signature.label));
    signature.label += ParameterText(parameter);
    signature.parameters.push_back({start, uint32_t(syntax::CountCodePoints(signature.label))});
    if (only && (i + 1 == parameters.size() ||
                 parameters[i + 1].kind != Parameter::Kind::kPositionalOnly)) {
      signature.label += ", /";
    }
  }
  signature.label += ')';
  if (callee.kind != Entity::Kind::kFunction) return signature;
  if (!callee.scope->returns_text.empty()) {
    signature.label += " -> ";
    signature.label += callee.scope->returns_text;
  } else if (const Documentation* entry = evaluator_.DocumentationOf(callee.scope);
             entry != nullptr && !entry->returns.empty()) {
    signature.label += " -> ";
    signature.label += entry->returns;
  }
  return signature;
}

std::string Describer::TypeName(const Entity& entity) {
  switch (entity.kind) {
    case Entity::Kind::kUnknown: return "";
    case Entity::Kind::kModule: return "module";
    case Entity::Kind::kClass: return "type[" + std::string(entity.scope->name) + "]";
    case Entity::Kind::kFunction: return "function";
    case Entity::Kind::kInstance: break;
  }
  if (entity.scope->name == "NoneType") return "None";
  std::string name(entity.scope->name);
  if (entity.element != nullptr) {
    const std::string element = TypeName(*entity.element);
    if (!element.empty()) name += "[" + element + "]";
  }
  return name;
}

Kind Describer::KindOf(const Found& found, const Entity& entity) {
  const Binding* last = found.symbol->bindings.empty() ? nullptr : &found.symbol->bindings.back();
  if (last != nullptr && last->kind == Binding::Kind::kDefinition &&
      last->defined->method == Scope::Method::kProperty && last->defined->IsMethod()) {
    return "property";
  }
  switch (entity.kind) {
    case Entity::Kind::kModule: return "module";
    case Entity::Kind::kClass: return "class";
    case Entity::Kind::kFunction: return entity.scope->IsMethod() ? "method" : "function";
    default: break;
  }
  if (last != nullptr && last->kind == Binding::Kind::kModule) return "module";
  if (last != nullptr && last->kind == Binding::Kind::kParameter) return "parameter";
  if (found.is_attribute) return "attribute";
  if (last != nullptr && last->kind == Binding::Kind::kAttribute && found.owner->is_native) {
    return "property";
  }
  if (IsConstantName(found.symbol->name)) return "constant";
  return found.owner != nullptr && found.owner->kind == Scope::Kind::kClass ? "attribute"
                                                                            : "variable";
}

std::string Describer::CodeOf(const Found& found, const Entity& entity) {
  const std::string name(found.symbol->name);
  if (entity.kind == Entity::Kind::kModule) return "module " + entity.module->name;
  if (entity.kind == Entity::Kind::kClass) return "class " + SignatureOf(entity, name).label;
  if (entity.kind == Entity::Kind::kFunction) {
    return (entity.scope->is_async ? "async def " : "def ") + SignatureOf(entity, name).label;
  }
  const std::string type = TypeName(entity);
  return type.empty() ? name : name + ": " + type;
}

std::string Describer::DetailOf(const Entity& entity, std::string_view name) {
  if (entity.kind == Entity::Kind::kModule) return "";
  if (entity.kind == Entity::Kind::kFunction || entity.kind == Entity::Kind::kClass) {
    return SignatureOf(entity, name).label.substr(name.size());
  }
  return TypeName(entity);
}

std::string Describer::Choose(const Documentation* entry, std::string_view docstring) {
  if (entry != nullptr) {
    const std::string_view text = language_ == Language::kChinese ? entry->chinese : entry->english;
    if (!text.empty()) return std::string(text);
  }
  return std::string(docstring);
}

std::string Describer::DocumentationOf(const Module& module) {
  if (module.is_program) return module.scope.doc;
  return Choose(evaluator_.library().FindDocumentation(module.name), module.scope.doc);
}

std::string Describer::DocumentationOf(const Found& found, const Entity& entity) {
  if (entity.kind == Entity::Kind::kModule) return DocumentationOf(*entity.module);
  const bool defines =
      entity.kind == Entity::Kind::kClass || entity.kind == Entity::Kind::kFunction;
  // First under the name by which it was reached.
  if (found.owner != nullptr && found.owner->module != nullptr &&
      !found.owner->module->is_program && found.owner->kind == Scope::Kind::kModule) {
    const std::string& module = found.owner->module->name;
    const std::string name(found.symbol->name);
    const Documentation* entry =
        evaluator_.library().FindDocumentation(module == "builtins" ? name : module + "." + name);
    if (entry != nullptr) return Choose(entry, defines ? entity.scope->doc : "");
  }
  if (defines) return Choose(evaluator_.DocumentationOf(entity.scope), entity.scope->doc);
  // A property, or a method that was evaluated.
  if (!found.symbol->bindings.empty() && found.symbol->bindings.back().defined != nullptr) {
    const Scope* definition = found.symbol->bindings.back().defined;
    return Choose(evaluator_.DocumentationOf(definition), definition->doc);
  }
  return "";
}

}  // namespace heddle::help
