// Which names a block of code has and what each of them means there.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "compiler/names.h"
#include "syntax/ast.h"

namespace heddle::compiler {

enum SymbolFlags : uint16_t {
  kDefGlobal = 1,  // `global x`
  kDefLocal = 2,   // assigned
  kDefParameter = 4,
  kDefNonlocal = 8,  // `nonlocal x`
  kUsed = 16,
  kDefImport = 32,
  kDefAnnotated = 64,
  kDefIteration = 128,  // iteration variable of a comprehension
  kDefTypeParameter = 256,
  kDefBound = kDefLocal | kDefParameter | kDefImport | kDefTypeParameter,
};

enum class Binding : uint8_t { kLocal, kFree, kGlobalExplicit, kGlobalImplicit };

struct Symbol {
  NameId name;
  uint16_t flags = 0;
  Binding binding = Binding::kGlobalImplicit;
  bool is_cell = false;  // Local, and code of its own captures it.
  uint32_t reg = 0;      // Local: its register (in functions and comprehensions).
};

enum class ScopeKind : uint8_t {
  kModule,
  kFunction,
  kClass,
  kTypeParameters,
  kTypeAlias,
  kTypeVariable,
  kAnnotation,  // Of text: only looked at for what it must not hold.
};

enum class ComprehensionKind : uint8_t { kNone, kList, kSet, kDict, kGenerator };

// A scope is compiled to a code unit of its own, but for an inlined comprehension: that one is part
// of its parent's unit, and its names are hidden locals there.
struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  ComprehensionKind comprehension = ComprehensionKind::kNone;
  NameId name = kNameModule;
  NameId private_name = kNoName;  // The class whose private names are mangled here.
  Scope* parent = nullptr;
  std::vector<Scope*> children;
  syntax::SourceSpan span;

  bool is_async_def = false;
  bool is_coroutine = false;  // async def, or awaits (a comprehension)
  bool has_yield = false;
  bool inlined = false;
  bool nested = false;      // Inside a function.
  bool sees_class = false;  // Type parameters and the like directly in a class body.
  bool needs_class_cell = false;
  bool needs_class_dict = false;
  bool has_annotations = false;
  bool has_walrus = false;  // Here or in an inlined comprehension: locals change mid-expression.
  bool in_type_parameters = false;

  std::vector<NameId> parameters;
  std::vector<Symbol> symbols;
  NameMap index;                   // Name to position in `symbols`.
  std::vector<NameId> free_names;  // Cells that the unit gets from outside, in order.

  bool FunctionLike() const { return kind != ScopeKind::kModule && kind != ScopeKind::kClass; }
  Symbol* Find(NameId id) {
    const uint32_t at = index.Find(id);
    return at == NameMap::kMissing ? nullptr : &symbols[at];
  }
  const Symbol* Find(NameId id) const { return const_cast<Scope*>(this)->Find(id); }
  Symbol& FindOrAdd(NameId id) {
    if (Symbol* found = Find(id)) return *found;
    index.Add(id);
    symbols.push_back({id});
    return symbols.back();
  }
};

// Every scope of a tree, by the node (or, where a node has several, the field) that it belongs to.
struct ScopeTree {
  std::vector<std::unique_ptr<Scope>> scopes;  // Parents before children; the module first.
  std::unordered_map<const void*, Scope*> by_node;

  Scope* Of(const void* node) const {
    auto found = by_node.find(node);
    return found == by_node.end() ? nullptr : found->second;
  }
};

}  // namespace heddle::compiler
