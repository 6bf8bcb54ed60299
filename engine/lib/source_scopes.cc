#include "lib/source_scopes.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/future.h"
#include "compiler/symbol_pass.h"
#include "lib/source_tree.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "syntax/parser.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

using compiler::NameTable;
using compiler::Scope;
using compiler::ScopeTree;

Value SymbolsOf(Context& cx, const Scope& scope, const NameTable& names) {
  List* const list = NewList(cx.heap);
  for (const compiler::Symbol& symbol : scope.symbols) {
    ListAppend(cx, list,
               Value::Of(NewTuple(
                   cx.heap,
                   {cx.NewString(names.Text(symbol.name)), Value::Small(symbol.flags),
                    Value::Small(static_cast<int>(symbol.binding)), Value::Bool(symbol.is_cell)})));
  }
  return Value::Of(list);
}

// Parents stand before children, so every scope's children are there when it is its turn.
Value ModuleOf(Context& cx, const ScopeTree& tree, const NameTable& names) {
  std::unordered_map<const Scope*, Value> made;
  for (size_t i = tree.scopes.size(); i-- > 0;) {
    const Scope& scope = *tree.scopes[i];
    List* const children = NewList(cx.heap);
    for (const Scope* child : scope.children) ListAppend(cx, children, made[child]);
    made[&scope] = Value::Of(NewTuple(
        cx.heap,
        {Value::Small(static_cast<int>(scope.kind)),
         Value::Small(static_cast<int>(scope.comprehension)), cx.NewString(names.Text(scope.name)),
         Value::Small(scope.span.line), Value::Bool(scope.nested), Value::Bool(scope.inlined),
         SymbolsOf(cx, scope, names), Value::Of(children)}));
  }
  return made[tree.scopes[0].get()];
}

}  // namespace

Value SourceScopes(Context& cx, Args args) {
  const std::string filename = ToUtf8(args[1].As<Str>());
  ParsedSource parsed(cx, args);
  if (!parsed.ok()) return Value::Raised();
  NameTable names;
  compiler::ErrorSink errors(parsed.source());
  const compiler::FutureImports future = compiler::FindFutureImports(parsed.tree(), errors);
  const ScopeTree tree = compiler::FindScopes(parsed.tree(), future.annotations, names, errors);
  if (errors.failed()) return vm::RaiseSyntaxError(cx, *errors.Take(), filename);
  return ModuleOf(cx, tree, names);
}

}  // namespace heddle::lib
