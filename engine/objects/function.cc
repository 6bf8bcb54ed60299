#include "objects/function.h"

#include "objects/context.h"
#include "objects/dict.h"

namespace heddle {

Cell* NewCell(heap::Allocator& heap, Value value) {
  auto* cell = heap.New<Cell>(Kind::kCell);
  cell->value.Store(value);
  return cell;
}

BoundMethod* NewBoundMethod(heap::Allocator& heap, Value function, Value self) {
  auto* method = heap.New<BoundMethod>(Kind::kBoundMethod);
  method->function.Store(function);
  method->self.Store(self);
  return method;
}

Module* NewModule(Context& cx, Str* name) {
  auto* module = cx.heap.New<Module>(Kind::kModule);
  Dict* dict = NewNamespace(cx.heap);
  module->dict.Store(Value::Of(dict));
  const auto& names = cx.runtime.names;
  NamespaceStore(cx, dict, names.s___name__, Value::Of(name));
  for (Str* other : {names.s___doc__, names.s___package__, names.s___loader__, names.s___spec__}) {
    NamespaceStore(cx, dict, other, Value::None());
  }
  return module;
}

}  // namespace heddle
