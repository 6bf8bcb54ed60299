// Finds the scopes of a tree, the names in them and what the names mean (CPython's symtable).
#pragma once

#include "compiler/error_sink.h"
#include "compiler/names.h"
#include "compiler/scope.h"
#include "syntax/parser.h"

namespace heddle::compiler {

// Reports the first error to `errors`; the result is complete only when there is none.
// With `future_annotations`, annotations are text and name nothing.
ScopeTree FindScopes(const syntax::ParseResult& tree, bool future_annotations, NameTable& names,
                     ErrorSink& errors);

// Decides what every name means, and gives locals their registers.
void ResolveNames(ScopeTree& tree, const std::vector<struct ScopeDirective>& directives,
                  NameTable& names, ErrorSink& errors);

// A `global` or `nonlocal` statement's name, for messages.
struct ScopeDirective {
  Scope* scope;
  NameId name;
  syntax::SourceSpan span;
};

}  // namespace heddle::compiler
