#include <algorithm>
#include <string>

#include "compiler/symbol_pass.h"

namespace heddle::compiler {

namespace {

class Resolver {
 public:
  Resolver(ScopeTree& tree, const std::vector<ScopeDirective>& directives, NameTable& names,
           ErrorSink& errors)
      : tree_(tree), directives_(directives), names_(names), errors_(errors) {}

  void Run() {
    for (const auto& scope : tree_.scopes) {
      // Adding free names and cells touches other scopes; their symbols stay where they are.
      for (Symbol& symbol : scope->symbols) {
        Resolve(*scope, symbol);
        if (errors_.failed()) return;
      }
    }
    for (const auto& scope : tree_.scopes) {
      if (!scope->inlined) AssignRegisters(*scope);
    }
  }

 private:
  void Resolve(Scope& scope, Symbol& symbol) {
    if ((symbol.flags & kDefGlobal) != 0) {
      if ((symbol.flags & kDefNonlocal) != 0) {
        errors_.Report(SpanOf(scope, symbol.name),
                       "name '" + Text(symbol.name) + "' is nonlocal and global");
      }
      symbol.binding = Binding::kGlobalExplicit;
      return;
    }
    if ((symbol.flags & kDefNonlocal) != 0) return ResolveNonlocal(scope, symbol);
    if ((symbol.flags & kDefBound) != 0) {
      symbol.binding = Binding::kLocal;
      return;
    }
    if (scope.kind == ScopeKind::kModule) return;
    if (Scope* owner = OwnerOf(scope, symbol.name)) {
      symbol.binding = Binding::kFree;
      Capture(scope, *owner, symbol.name);
    }
  }

  void ResolveNonlocal(Scope& scope, Symbol& symbol) {
    if (scope.kind == ScopeKind::kModule) {
      errors_.Report(SpanOf(scope, symbol.name),
                     "nonlocal declaration not allowed at module level");
      return;
    }
    Scope* owner = OwnerOf(scope, symbol.name);
    if (owner == nullptr) {
      errors_.Report(SpanOf(scope, symbol.name),
                     "no binding for nonlocal '" + Text(symbol.name) + "' found");
      return;
    }
    const Symbol* found = owner->Find(symbol.name);
    if (found != nullptr && (found->flags & kDefTypeParameter) != 0) {
      errors_.Report(SpanOf(scope, symbol.name),
                     "nonlocal binding not allowed for type parameter '" + Text(symbol.name) + "'");
      return;
    }
    symbol.binding = Binding::kFree;
    Capture(scope, *owner, symbol.name);
  }

  // The innermost scope around `scope` that has the name as a local of its own that inner scopes
  // see; null when the name is global.
  Scope* OwnerOf(Scope& scope, NameId name) {
    bool through_class = scope.sees_class;
    for (Scope* at = scope.parent; at != nullptr && at->kind != ScopeKind::kModule;
         at = at->parent) {
      if (at->kind == ScopeKind::kClass) {
        if (name == kNameClass || name == kNameClassDict) return at;
        if (!through_class) continue;
        // A name that the class binds is looked up in its mapping, then in the globals.
        through_class = false;
        const Symbol* symbol = at->Find(name);
        if (symbol != nullptr && (symbol->flags & kDefNonlocal) == 0 &&
            (symbol->flags & (kDefBound | kDefGlobal)) != 0) {
          return nullptr;
        }
        continue;
      }
      through_class = through_class && at->sees_class;
      const Symbol* symbol = at->Find(name);
      if (symbol == nullptr) continue;
      if ((symbol->flags & kDefGlobal) != 0) return nullptr;
      if ((symbol->flags & kDefNonlocal) != 0) continue;
      if ((symbol->flags & kDefBound) != 0) return at;
    }
    return nullptr;
  }

  // Gives every unit between `scope` and `owner` the name as a free variable. Inlined
  // comprehensions use their unit's registers, so a capture that crosses no unit needs no cell.
  void Capture(Scope& scope, Scope& owner, NameId name) {
    bool crosses = false;
    for (Scope* at = &scope; at != &owner; at = at->parent) {
      if (at->inlined) continue;
      crosses = true;
      std::vector<NameId>& free = at->free_names;
      if (std::find(free.begin(), free.end(), name) == free.end()) free.push_back(name);
    }
    if (owner.kind == ScopeKind::kClass) {
      if (name == kNameClass) owner.needs_class_cell = true;
      if (name == kNameClassDict) owner.needs_class_dict = true;
    } else if (crosses) {
      owner.Find(name)->is_cell = true;
    }
  }

  void AssignRegisters(Scope& scope) {
    if (!scope.FunctionLike()) return;
    uint32_t next = 0;
    for (const NameId name : scope.parameters) scope.Find(name)->reg = next++;
    for (Symbol& symbol : scope.symbols) {
      if (symbol.binding == Binding::kLocal && (symbol.flags & kDefParameter) == 0) {
        symbol.reg = next++;
      }
    }
  }

  syntax::SourceSpan SpanOf(const Scope& scope, NameId name) const {
    for (const ScopeDirective& directive : directives_) {
      if (directive.scope == &scope && directive.name == name) return directive.span;
    }
    return scope.span;
  }
  std::string Text(NameId name) const { return std::string(names_.Text(name)); }

  ScopeTree& tree_;
  const std::vector<ScopeDirective>& directives_;
  NameTable& names_;
  ErrorSink& errors_;
};

}  // namespace

void ResolveNames(ScopeTree& tree, const std::vector<ScopeDirective>& directives, NameTable& names,
                  ErrorSink& errors) {
  Resolver(tree, directives, names, errors).Run();
}

}  // namespace heddle::compiler
