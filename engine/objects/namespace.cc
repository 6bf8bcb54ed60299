#include "objects/namespace.h"

#include "objects/context.h"
#include "objects/dict.h"
#include "objects/function.h"

namespace heddle {

namespace {

// REQUIRES: nobody else runs, so nobody is between reading the flag and reading a value.
void Convert(Context& cx, Dict* dict) {
  if ((dict->flags & kNamespace) != 0) return;
  if (DictTable* table = dict->table.Load()) {
    for (uint32_t i = 0; i < table->used.Load(); ++i) {
      Slot& slot = table->entries()[i].value;
      const Value value = slot.Load();
      if (!value.IsUndefined()) slot.Publish(Value::Of(NewCell(cx.heap, value)));
    }
  }
  dict->flags |= kNamespace;
}

}  // namespace

void BecomeNamespace(Context& cx, Dict* dict) {
  if ((dict->flags & kNamespace) != 0) return;
  cx.WithWorldStopped([&cx, dict] { Convert(cx, dict); });
}

}  // namespace heddle
