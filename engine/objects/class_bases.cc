// What changes a class's place among the others: `__bases__` and a metaclass's own mro().
#include <mutex>
#include <string>
#include <vector>

#include "objects/shape.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "objects/weak_list.h"

namespace heddle {

namespace {

std::string NameOf(const Type* type) { return ToUtf8(type->name.Load().As<Str>()); }

bool CheckBases(Context& cx, Type* type, Tuple* bases) {
  if (bases->length == 0) {
    cx.Raise(Exc::kTypeError, "can only assign non-empty tuple to {}.__bases__, not ()",
             NameOf(type));
    return false;
  }
  for (uint32_t i = 0; i < bases->length; ++i) {
    if (!bases->Get(i).Is(Kind::kType)) {
      cx.Raise(Exc::kTypeError, "{}.__bases__ must be tuple of classes, not '{}'", NameOf(type),
               TypeName(cx, bases->Get(i)));
      return false;
    }
    if (IsSubtype(bases->Get(i).As<Type>(), type)) {
      cx.Raise(Exc::kTypeError, "a __bases__ item causes an inheritance cycle");
      return false;
    }
  }
  return true;
}

bool CheckLayout(Context& cx, const Type* from, const Type* to) {
  if (from == to) return true;
  if (from->Has(kHeapType) == to->Has(kHeapType) && SameLayout(from, to)) return true;
  cx.Raise(Exc::kTypeError, "__bases__ assignment: '{}' object layout differs from '{}'",
           NameOf(to), NameOf(from));
  return false;
}

// Recomputes the orders of the class and those below it. False: all are as they were.
bool ComputeMros(Context& cx, const std::vector<Type*>& types) {
  std::vector<Value> before;
  for (Type* type : types) {
    before.push_back(type->mro.Load());
    if (ComputeMro(cx, type, type->bases.Load().As<Tuple>())) continue;
    for (size_t i = 0; i < before.size(); ++i) types[i]->mro.Publish(before[i]);
    return false;
  }
  return true;
}

// REQUIRES: nobody else runs.
bool SetBasesStopped(Context& cx, Type* type, Tuple* bases) {
  if (!CheckBases(cx, type, bases)) return false;
  Type* const base = BestBase(cx, bases);
  if (base == nullptr || !CheckLayout(cx, type->base.Load(), base)) return false;
  const Value before = type->bases.Load();
  type->bases.Publish(Value::Of(bases));
  const std::vector<Type*> types = Descendants(type);
  if (!ComputeMros(cx, types)) {
    type->bases.Publish(before);
    return false;
  }
  type->base.Store(base);
  for (uint32_t i = 0; i < bases->length; ++i) {
    auto* const parent = bases->Get(i).As<Type>();
    bool known = false;
    ForEachInWeakList(parent->subclasses, [&](Object* sub) { known |= sub == type; });
    if (!known) AddSubclass(cx, parent, type);
  }
  for (Type* below : types) {
    FillSpecials(cx, below);
    NewVersion(cx, below);
  }
  return true;
}

}  // namespace

bool SetBases(Context& cx, Type* type, Tuple* bases) {
  bool ok = false;
  cx.WithWorldStopped([&] { ok = SetBasesStopped(cx, type, bases); });
  if (ok && cx.runtime.invalidate_caches) cx.runtime.invalidate_caches(cx);
  return ok;
}

bool SetMro(Context& cx, Type* type, Tuple* mro) {
  for (uint32_t i = 0; i < mro->length; ++i) {
    if (!mro->Get(i).Is(Kind::kType)) {
      cx.Raise(Exc::kTypeError, "mro() returned a non-class ('{}')", TypeName(cx, mro->Get(i)));
      return false;
    }
    const Type* const item = mro->Get(i).As<Type>();
    if (item->instance_kind == Kind::kInstance || item->instance_kind == type->instance_kind) {
      continue;
    }
    cx.Raise(Exc::kTypeError, "mro() returned base with unsuitable layout ('{}')", NameOf(item));
    return false;
  }
  type->mro.Publish(Value::Of(mro));
  FillSpecialsFromMro(cx, type);
  NewVersion(cx, type);
  return true;
}

}  // namespace heddle
