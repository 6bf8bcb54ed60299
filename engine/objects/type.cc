#include "objects/type.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.h"
#include "objects/array.h"
#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/shape.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type_building.h"
#include "objects/weak_list.h"
#include "objects/weakref.h"

namespace heddle {

namespace {

std::span<Slot> MroOf(const Type* type) {
  auto* mro = type->mro.Load().As<Tuple>();
  return {mro->items(), mro->length};
}

// ---- C3 linearisation

using Linear = std::vector<Type*>;

bool InTail(const Linear& list, size_t from, Type* type) {
  return std::find(list.begin() + static_cast<ptrdiff_t>(from) + 1, list.end(), type) != list.end();
}

// Python 2.3's merge: repeatedly takes the first head that stands in no other list's tail.
bool MergeLinear(std::vector<Linear>& lists, Linear* mro) {
  std::vector<size_t> at(lists.size(), 0);
  for (;;) {
    bool empty = true;
    Type* chosen = nullptr;
    for (size_t i = 0; i < lists.size() && chosen == nullptr; ++i) {
      if (at[i] >= lists[i].size()) continue;
      empty = false;
      Type* candidate = lists[i][at[i]];
      bool blocked = false;
      for (size_t j = 0; j < lists.size() && !blocked; ++j) {
        blocked = at[j] < lists[j].size() && InTail(lists[j], at[j], candidate);
      }
      if (!blocked) chosen = candidate;
    }
    if (empty) return true;
    if (chosen == nullptr) {
      // Leave in `mro` what could not be placed, for the message.
      mro->clear();
      for (size_t i = 0; i < lists.size(); ++i) {
        if (at[i] < lists[i].size()) mro->push_back(lists[i][at[i]]);
      }
      return false;
    }
    mro->push_back(chosen);
    for (size_t i = 0; i < lists.size(); ++i) {
      if (at[i] < lists[i].size() && lists[i][at[i]] == chosen) ++at[i];
    }
  }
}

bool RaiseMroConflict(Context& cx, const Linear& left) {
  std::string names;
  std::vector<Type*> seen;
  for (Type* type : left) {
    if (std::find(seen.begin(), seen.end(), type) != seen.end()) continue;
    seen.push_back(type);
    if (!names.empty()) names += ", ";
    names += ToUtf8(type->name.Load().As<Str>());
  }
  cx.Raise(Exc::kTypeError, "Cannot create a consistent method resolution order (MRO) for bases {}",
           names);
  return false;
}

bool CheckDuplicateBases(Context& cx, Tuple* bases) {
  for (uint32_t i = 0; i < bases->length; ++i) {
    for (uint32_t j = i + 1; j < bases->length; ++j) {
      if (bases->Get(i) != bases->Get(j)) continue;
      cx.Raise(Exc::kTypeError, "duplicate base class {}",
               ToUtf8(bases->Get(i).As<Type>()->name.Load().As<Str>()));
      return false;
    }
  }
  return true;
}

// ---- special methods and flags

// Another builtin method may stand there: __setattr__ = dict.__setitem__.
bool IsCustom(Context& cx, const Type* type, Special special) {
  const Value v = type->special(special);
  if (v.IsUndefined()) return false;
  if (!v.Is(Kind::kMethodDescriptor) && !v.Is(Kind::kNative)) return true;
  return v.As<Native>()->def->name != ToUtf8(cx.runtime.names.specials[size_t(special)]);
}

uint32_t FlagsFromSpecials(Context& cx, const Type* type) {
  const Type* object = cx.runtime.object_type;
  uint32_t flags = 0;
  auto same = [&](Special s) { return type->special(s) == object->special(s); };
  if (IsCustom(cx, type, Special::kGetAttribute)) flags |= kCustomGetAttribute;
  if (IsCustom(cx, type, Special::kSetAttr) || IsCustom(cx, type, Special::kDelAttr)) {
    flags |= kCustomSetAttr;
  }
  if (!type->special(Special::kGetAttr).IsUndefined()) flags |= kHasGetAttr;
  if (same(Special::kNew)) flags |= kDefaultNew;
  const Type* exception = cx.runtime.exceptions[size_t(Exc::kBaseException)];
  const bool exception_init = exception != nullptr && type->Has(kExceptionType) &&
                              type->special(Special::kInit) == exception->special(Special::kInit);
  if (same(Special::kInit) || exception_init) flags |= kDefaultInit;
  if (same(Special::kEq) && same(Special::kHash)) flags |= kIdentityEq;
  if (!type->special(Special::kDel).IsUndefined()) flags |= kHasFinalizer;
  return flags;
}

constexpr uint32_t kSpecialFlags = kCustomGetAttribute | kCustomSetAttr | kHasGetAttr |
                                   kDefaultNew | kDefaultInit | kIdentityEq | kHasFinalizer;

void UpdateFlags(Context& cx, Type* type) {
  type->flags_.Store((type->flags_.Load() & ~kSpecialFlags) | FlagsFromSpecials(cx, type));
}

// A value whose meaning as a class attribute depends on more than itself: caches of lookups that
// found it cannot go through its cell.
bool IsBindable(Context& cx, Value v) {
  if (!v.IsObject()) return false;
  switch (v.object()->kind) {
    case Kind::kFunction:
    case Kind::kMethodDescriptor:
    case Kind::kNative:
    case Kind::kGetSet:
    case Kind::kMember:
    case Kind::kStaticMethod:
    case Kind::kClassMethod:
    case Kind::kProperty: return true;
    default: return !TypeOf(cx, v)->special(Special::kGet).IsUndefined();
  }
}

bool IsDataDescriptor(Context& cx, Value v) {
  if (!v.IsObject()) return false;
  switch (v.object()->kind) {
    case Kind::kGetSet:
    case Kind::kMember:
    case Kind::kProperty: return true;
    default: {
      const Type* type = TypeOf(cx, v);
      return !type->special(Special::kSet).IsUndefined() ||
             !type->special(Special::kDelete).IsUndefined();
    }
  }
}

}  // namespace

// Iterative: a hierarchy may be deep.
std::vector<Type*> Descendants(Type* type) {
  std::vector<Type*> all{type};
  for (size_t i = 0; i < all.size(); ++i) {
    for (Type* sub : SubclassesOf(all[i])) {
      if (std::find(all.begin(), all.end(), sub) == all.end()) all.push_back(sub);
    }
  }
  return all;
}

bool ComputeMro(Context& cx, Type* type, Tuple* bases) {
  Linear mro{type};
  if (bases->length == 1) {
    for (Slot& entry : MroOf(bases->Get(0).As<Type>())) mro.push_back(entry.Load().As<Type>());
  } else if (bases->length > 1) {
    if (!CheckDuplicateBases(cx, bases)) return false;
    std::vector<Linear> lists;
    Linear direct;
    for (uint32_t i = 0; i < bases->length; ++i) {
      Linear list;
      for (Slot& entry : MroOf(bases->Get(i).As<Type>())) list.push_back(entry.Load().As<Type>());
      lists.push_back(std::move(list));
      direct.push_back(bases->Get(i).As<Type>());
    }
    lists.push_back(std::move(direct));
    if (!MergeLinear(lists, &mro)) return RaiseMroConflict(cx, mro);
  }
  Tuple* tuple = NewTupleRaw(cx.heap, static_cast<uint32_t>(mro.size()));
  for (uint32_t i = 0; i < tuple->length; ++i) tuple->items()[i].Store(Value::Of(mro[i]));
  type->mro.Publish(Value::Of(tuple));
  return true;
}

// A builtin method that a class has from a type which it does not derive from: its instances are
// not what the method takes them for.
static Value RaiseForeign(Context& cx, Args args) {
  for (const Slot& slot : TypeOf(cx, args[0])->specials) {
    const Value v = slot.Load();
    if (!v.Is(Kind::kMethodDescriptor) || v.As<Native>()->fn != RaiseForeign) continue;
    return cx.Raise(Exc::kTypeError, "descriptor '{}' requires a '{}' object but received a '{}'",
                    v.As<Native>()->def->name,
                    ToUtf8(v.As<Native>()->owner.Load().As<Type>()->name.Load().As<Str>()),
                    TypeName(cx, args[0]));
  }
  return cx.Raise(Exc::kTypeError, "descriptor does not apply to a '{}' object",
                  TypeName(cx, args[0]));
}

// What stands for `value` among the special methods of the type, which are called unchecked.
static Value SafeSpecial(Context& cx, const Type* type, Value value) {
  if (!value.Is(Kind::kMethodDescriptor) || !type->Has(kHeapType)) return value;
  const auto* method = value.As<Native>();
  const Value owner = method->owner.Load();
  if (!owner.Is(Kind::kType) || IsSubtype(type, owner.As<Type>())) return value;
  auto* foreign = cx.heap.New<Native>(Kind::kMethodDescriptor);
  foreign->fn = RaiseForeign;
  foreign->def = method->def;
  foreign->signature = method->signature;
  foreign->direct_least = 1;
  foreign->owner.Store(owner);
  foreign->qualname.Store(method->qualname.Load());
  return Value::Of(foreign);
}

void FillSpecialsFromMro(Context& cx, Type* type) {
  for (size_t i = 0; i < type->specials.size(); ++i) {
    const Value found = LookupInMro(type, cx.runtime.names.specials[i]);
    type->specials[i].Store(SafeSpecial(cx, type, found));
  }
  UpdateFlags(cx, type);
}

void FillSpecials(Context& cx, Type* type) {
  auto* bases = type->bases.Load().As<Tuple>();
  if (bases->length != 1) return FillSpecialsFromMro(cx, type);
  // Those of the base, but for what the class itself defines.
  const auto* base = bases->Get(0).As<Type>();
  for (size_t i = 0; i < type->specials.size(); ++i) {
    type->specials[i].Store(base->specials[i].Load());
  }
  Value key, value;
  const auto& special_of_name = cx.runtime.tables->special_of_name;
  for (DictCursor cursor(type->dict.Load().As<Dict>()); cursor.Next(&key, &value);) {
    if (!key.Is(Kind::kStr)) continue;
    const auto found = special_of_name.find(key.As<Str>());
    if (found == special_of_name.end()) continue;
    type->specials[size_t(found->second)].Store(SafeSpecial(cx, type, value));
  }
  UpdateFlags(cx, type);
}

void NewVersion(Context& cx, Type* type) {
  // Pairs with the acquire in FindInMro(): who sees the version sees the change that it stands for.
  type->version.StoreRelease(
      cx.runtime.tables->next_version.fetch_add(1, std::memory_order_relaxed));
}

void AddSubclass(Context& cx, Type* base, Type* type) {
  std::lock_guard lock(cx.runtime.tables->types_mu);
  AddToWeakList(cx.heap, &base->subclasses, type, [](const Object*) { return true; });
}

std::vector<Type*> SubclassesOf(Type* type) {
  std::vector<Type*> result;
  ForEachInWeakList(type->subclasses,
                    [&](Object* sub) { result.push_back(static_cast<Type*>(sub)); });
  return result;
}

static TypeAttribute SearchMro(Context& cx, const Type* type, Str* name) {
  for (Slot& entry : MroOf(type)) {
    Cell* cell = NamespaceCell(cx, entry.Load().As<Type>()->dict.Load().As<Dict>(), name, false);
    if (cell == nullptr) continue;
    const Value value = cell->value.LoadAcquire();
    if (!value.IsUndefined()) return {cell, value, 0};
  }
  return {};
}

TypeAttribute FindInMro(Context& cx, const Type* type, Str* name) {
  LookupCache& cache = *cx.lookups;
  if (cache.collections != cx.runtime.heap.collections()) {
    cache.collections = cx.runtime.heap.collections();
    cache.entries.fill({});
  }
  for (;;) {
    // Pairs with the release in NewVersion(). Before the search: a change in between makes what is
    // remembered stale, not wrong.
    const uint32_t version = type->version.LoadAcquire();
    const auto bits = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4);
    auto& entry = cache.entries[(version * 0x9e3779b1u ^ bits) % LookupCache::kEntries];
    if (entry.version == version && entry.name == name) {
      if (entry.cell == nullptr) return {nullptr, Value(), version};
      const Value value = entry.cell->value.LoadAcquire();
      if (!value.IsUndefined()) return {entry.cell, value, version};
      // Deleted just now: what a class further along the MRO has counts.
    }
    TypeAttribute found = SearchMro(cx, type, name);
    // Where nothing is found although it was there all the time, it moved along the MRO behind the
    // search.
    if (found.cell == nullptr && type->version.LoadAcquire() != version) continue;
    if (version != 0) entry = {version, name, found.cell};
    found.version = version;
    return found;
  }
}

Value LookupInMro(const Type* type, Str* name) {
  for (Slot& entry : MroOf(type)) {
    const Value found = DictGetStr(entry.Load().As<Type>()->dict.Load().As<Dict>(), name);
    if (!found.IsUndefined()) return found;
  }
  return Value::Undefined();
}

bool IsSubtype(const Type* type, const Type* base) {
  if (type == base) return true;
  for (Slot& entry : MroOf(type)) {
    if (entry.Load().As<Type>() == base) return true;
  }
  return false;
}

bool IsHonest(Context& cx, const Type* type) {
  return !type->Has(kCustomGetAttribute) &&
         LookupInMro(type, cx.runtime.names.s___class__).Is(Kind::kGetSet);
}

Type* TypeOf(Context& cx, Value v) {
  if (v.IsObject()) return v.object()->type.Load();
  const Runtime& rt = cx.runtime;
  if (v.IsSmall()) return rt.int_type;
  if (v.IsDouble()) return rt.float_type;
  if (v.IsBool()) return rt.bool_type;
  if (v.IsNone()) return rt.none_type;
  return v.IsNotImplemented() ? rt.not_implemented_type : rt.ellipsis_type;
}

std::string TypeName(Context& cx, Value v) { return ToUtf8(TypeOf(cx, v)->name.Load().As<Str>()); }

bool SetTypeAttribute(Context& cx, Type* type, Str* name, Value value) {
  if (!type->Has(kHeapType)) {
    cx.Raise(Exc::kTypeError, "cannot set '{}' attribute of immutable type '{}'", ToUtf8(name),
             ToUtf8(type->name.Load().As<Str>()));
    return false;
  }
  bool invalidate = false;
  {
    std::lock_guard lock(cx.runtime.tables->types_mu);
    auto* dict = type->dict.Load().As<Dict>();
    const Value old = DictGetStr(dict, name);
    if (value.IsUndefined()) {
      if (old.IsUndefined()) {
        RaiseMissingAttribute(cx, Value::Of(type), name);
        return false;
      }
      DictDeleteStr(cx, dict, name);
    } else {
      NamespaceStore(cx, dict, name, value);
    }
    const bool plain_to_plain = !old.IsUndefined() && !value.IsUndefined() &&
                                !IsBindable(cx, old) && !IsBindable(cx, value);
    const auto& special_of_name = cx.runtime.tables->special_of_name;
    const auto special = special_of_name.find(name);
    if (plain_to_plain && special == special_of_name.end()) return true;
    for (Type* sub : Descendants(type)) {
      if (special != special_of_name.end()) {
        const uint32_t before = sub->flags_.Load();
        sub->specials[size_t(special->second)].Store(SafeSpecial(cx, sub, LookupInMro(sub, name)));
        UpdateFlags(cx, sub);
        constexpr uint32_t kHooks = kCustomGetAttribute | kCustomSetAttr;
        invalidate |= ((before ^ sub->flags_.Load()) & kHooks) != 0;
      }
      NewVersion(cx, sub);
    }
    // A class whose instances may be descriptors that lie in other classes changed its protocol.
    if (special != special_of_name.end()) {
      const Special s = special->second;
      invalidate |= s == Special::kGet || s == Special::kSet || s == Special::kDelete;
    }
    invalidate |= IsDataDescriptor(cx, value);
  }
  // Not under the lock: the other workers must be able to stop.
  if (invalidate && cx.runtime.invalidate_caches) cx.runtime.invalidate_caches(cx);
  return true;
}

}  // namespace heddle
