// Names and attributes beyond what the inline caches answer.
#include "objects/attribute.h"

#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/list.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/cache.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::Word;

void TraceCacheEntry(Object* object, size_t, heap::Marker& marker) {
  auto* entry = static_cast<CacheEntry*>(object);
  marker.Visit(const_cast<CacheEntry*>(entry->next));
  marker.Visit(reinterpret_cast<Object*>(entry->type));
  marker.Visit(entry->holder);
  marker.Visit(reinterpret_cast<Object*>(entry->cell));
  marker.Visit(entry->value);
}

namespace {

// Puts the entry in front of the chain that `word` holds; a chain that is long enough, or whose
// entries are out of date, is dropped.
void PublishEntry(Relaxed<uint64_t>& word, CacheEntry* entry) {
  const CacheEntry* const old = EntryAt(word);
  const bool keep = old != nullptr && old->length < CacheEntry::kLongestChain;
  entry->next = keep ? old : nullptr;
  entry->length = keep ? old->length + 1 : 1;
  word.StoreRelease(Value::Of(entry).bits());
}

}  // namespace

Str* Interpreter::NameAt(uint32_t index) { return frame()->code->names[index].Load().As<Str>(); }

Step Interpreter::LoadGlobalSlow(Word w) {
  Frame* const frame = fiber_->top;
  Str* const name = NameAt(FieldB(w));
  Cell* const cell = NamespaceCell(*this, frame->globals, name, true);
  Value v = cell->value.Load();
  if (v.IsUndefined()) {
    Cell* fallback = cell->fallback.Load();
    if (fallback == nullptr) {
      Dict* const builtins = program_.BuiltinsOf(*this, frame->globals);
      fallback = NamespaceCell(*this, builtins, name, false);
      // Only the process's own builtins never move their cells' owner.
      if (fallback != nullptr) cell->fallback.StoreRelease(fallback);
    }
    if (fallback != nullptr) v = fallback->value.Load();
  }
  if (v.IsUndefined()) return RaiseNameError(name);
  frame->code->words[frame->pc + 1].StoreRelease(Value::Of(cell).bits());
  frame->regs[FieldA(w)] = v;
  return Step::kNext;
}

Step Interpreter::RaiseNameError(Str* name) {
  Raise(Exc::kNameError, "name '{}' is not defined", ToUtf8(name));
  SetExceptionField(*this, pending.As<Exception>(), runtime.names.s_name, Value::Of(name));
  return Step::kRaise;
}

Step Interpreter::StoreGlobalSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value v = frame->regs[FieldA(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldA(w));
  Str* const name = NameAt(FieldB(w));
  NamespaceStore(*this, frame->globals, name, v);
  Cell* const cell = NamespaceCell(*this, frame->globals, name, true);
  frame->code->words[frame->pc + 1].StoreRelease(Value::Of(cell).bits());
  return Step::kNext;
}

// Remembers what a lookup found in the caches of the current instruction.
void Interpreter::CacheLookup(const AttributeLookup& found, Value object) {
  if (!found.cacheable || !object.IsObject()) return;
  // The __getattr__ of a class is called when its property raises AttributeError.
  if (!found.fallback.IsUndefined()) return;
  Frame* const frame = fiber_->top;
  Relaxed<uint64_t>* const words = frame->code->words + frame->pc;
  const bool is_call = bytecode::OpOf(words[0].Load()) == bytecode::Op::kLoadMethod;
  auto* const entry = heap.New<CacheEntry>(Kind::kCacheEntry);
  entry->shape = found.shape_id;
  entry->version = found.version;
  entry->value = found.value;
  entry->cell = found.cell;
  switch (found.kind) {
    case AttributeLookup::kInstanceSlot:
      if (words[1].Load() == 0) {
        words[1].Store(uint64_t{found.shape_id} << 32 | found.offset / 8);
        return;
      }
      entry->what = CacheEntry::kSlot;
      entry->value = Value();
      entry->offset = found.offset / 8;
      break;
    case AttributeLookup::kMethod:
      if (!is_call) return;
      entry->type = found.type;
      if (!found.on_type) {
        const bool of_class = found.self != object;
        entry->what = of_class ? CacheEntry::kClassMethod : CacheEntry::kMethod;
      } else if (found.self == object) {
        entry->what = CacheEntry::kNamespaceClassMethod;
        entry->holder = object.object();
      } else {
        return;
      }
      break;
    case AttributeLookup::kValue:
      if (found.on_type) {
        entry->what = CacheEntry::kNamespaceValue;
        entry->holder = object.object();
      } else {
        entry->what = CacheEntry::kClassValue;
      }
      entry->type = found.type;
      break;
    case AttributeLookup::kDescriptorGet:
      if (is_call || !found.value.Is(Kind::kProperty)) return;
      entry->what = CacheEntry::kProperty;
      entry->type = found.type;
      break;
    case AttributeLookup::kTypeData:
      entry->value = Value();
      if (object.Is(Kind::kModule) || found.on_type) {
        entry->what = CacheEntry::kNamespace;
        entry->holder = object.object();
        entry->type = found.on_type ? found.type : nullptr;
      } else {
        entry->what = CacheEntry::kClassData;
        entry->type = found.type;
      }
      break;
    default: return;
  }
  PublishEntry(words[2], entry);
}

Step Interpreter::LoadAttrSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value object = frame->regs[FieldB(w)];
  if (object.IsUndefined()) return RaiseUnbound(FieldB(w));
  Str* const name = NameAt(FieldC(w));
  const AttributeLookup found = LookupAttribute(*this, object, name);
  CacheLookup(found, object);
  return FinishLookup(found, object, name, FieldA(w), ReturnMode::kStore, Value());
}

Step Interpreter::LoadMethodSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value object = frame->regs[FieldB(w)];
  if (object.IsUndefined()) return RaiseUnbound(FieldB(w));
  Str* const name = NameAt(FieldC(w));
  const AttributeLookup found = LookupAttribute(*this, object, name);
  if (found.kind == AttributeLookup::kMethod) {
    CacheLookup(found, object);
    frame->regs[FieldA(w)] = found.value;
    frame->regs[FieldA(w) + 1] = found.self;
    return Step::kNext;
  }
  const bool is_data = found.kind == AttributeLookup::kTypeData;
  const bool of_namespace = found.on_type || object.Is(Kind::kModule);
  if (found.kind == AttributeLookup::kValue || (is_data && of_namespace)) {
    CacheLookup(found, object);
  }
  frame->regs[FieldA(w) + 1] = Value();
  return FinishLookup(found, object, name, FieldA(w), ReturnMode::kStore, Value());
}

Step Interpreter::FinishLookup(const AttributeLookup& found, Value object, Str* name, uint32_t dst,
                               ReturnMode mode, Value extra, Value fallback) {
  switch (found.kind) {
    case AttributeLookup::kValue:
    case AttributeLookup::kInstanceSlot:
    case AttributeLookup::kMethod:
    case AttributeLookup::kTypeData: return Deliver(dst, mode, extra, LookupResult(*this, found));
    case AttributeLookup::kMissing:
      if (!fallback.IsUndefined()) return Deliver(dst, mode, extra, fallback);
      RaiseMissingAttribute(*this, object, name);
      return Step::kRaise;
    case AttributeLookup::kRaised:
      if (!fallback.IsUndefined() && IsInstance(pending, Exc::kAttributeError)) {
        pending = Value();
        return Deliver(dst, mode, extra, fallback);
      }
      return Step::kRaise;
    case AttributeLookup::kDescriptorGet:
    case AttributeLookup::kNeedsGetAttribute:
    case AttributeLookup::kNeedsGetAttr: break;
  }
  const std::span<const Value> args(found.args.data(), found.arg_count);
  if (!fallback.IsUndefined()) {
    return CallLibrary(Library::kGetAttrDefault, {object, Value::Of(name), fallback}, dst, mode,
                       extra);
  }
  if (!found.fallback.IsUndefined()) {
    Tuple* const fallback_args = found.fallback_self.IsUndefined()
                                     ? NewTuple(heap, {Value::Of(name)})
                                     : NewTuple(heap, {found.fallback_self, Value::Of(name)});
    return CallLibrary(
        Library::kAttributeFallback,
        {found.callable, Value::Of(NewTuple(heap, args)), found.fallback, Value::Of(fallback_args)},
        dst, mode, extra);
  }
  return Call(found.callable, args, Value(), dst, mode, extra);
}

Step Interpreter::GetAttribute(Value object, Str* name, uint32_t dst, ReturnMode mode, Value extra,
                               Value fallback) {
  return FinishLookup(LookupAttribute(*this, object, name), object, name, dst, mode, extra,
                      fallback);
}

Step Interpreter::StoreAttrSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value object = frame->regs[FieldA(w)], value = frame->regs[FieldC(w)];
  if (value.IsUndefined()) return RaiseUnbound(FieldC(w));
  if (object.IsUndefined()) return RaiseUnbound(FieldA(w));
  const AttributeStore store = StoreAttribute(*this, object, NameAt(FieldB(w)), value);
  if (store.cacheable) {
    Relaxed<uint64_t>* const words = frame->code->words + frame->pc;
    const bool adds = store.kind == AttributeStore::kTransition;
    if (store.kind == AttributeStore::kSlot && words[1].Load() == 0) {
      words[1].Store(uint64_t{store.shape_id} << 32 | store.offset / 8);
    } else if (store.kind == AttributeStore::kCall) {
      auto* const entry = heap.New<CacheEntry>(Kind::kCacheEntry);
      entry->what = CacheEntry::kProperty;
      entry->shape = store.shape_id;
      entry->version = store.version;
      entry->type = store.type;
      entry->value = store.descriptor;
      PublishEntry(words[2], entry);
    } else if (adds || store.kind == AttributeStore::kSlot) {
      auto* const entry = heap.New<CacheEntry>(Kind::kCacheEntry);
      entry->what = adds ? CacheEntry::kTransition : CacheEntry::kSlot;
      entry->shape = store.shape_id;
      entry->new_shape = store.new_shape_id;
      entry->offset = store.offset / 8;
      PublishEntry(words[2], entry);
    }
  }
  return FinishStore(store, 0, ReturnMode::kDiscard);
}

Step Interpreter::FinishStore(const AttributeStore& store, uint32_t dst, ReturnMode mode) {
  if (store.kind == AttributeStore::kRaised) return Step::kRaise;
  if (store.kind == AttributeStore::kCall) {
    const std::span<const Value> args(store.args.data(), store.arg_count);
    // The result of a setter is dropped; a caller that wants None gets what it returned, which by
    // convention is None.
    return Call(store.callable, args, Value(), dst, mode);
  }
  return Deliver(dst, mode, Value(), Value::None());
}

Step Interpreter::DeleteAttrSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value object = frame->regs[FieldA(w)];
  if (object.IsUndefined()) return RaiseUnbound(FieldA(w));
  const AttributeStore store = StoreAttribute(*this, object, NameAt(FieldB(w)), Value());
  return FinishStore(store, 0, ReturnMode::kDiscard);
}

Step Interpreter::SetAttribute(Value object, Str* name, Value value, uint32_t dst,
                               ReturnMode mode) {
  return FinishStore(StoreAttribute(*this, object, name, value), dst, mode);
}

}  // namespace heddle::vm
