// What a class statement makes: NewHeapType.
#include <algorithm>
#include <string>
#include <vector>

#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/list.h"
#include "objects/shape.h"
#include "objects/str_ops.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"

namespace heddle {

namespace {

std::string NameOf(const Type* type) { return ToUtf8(type->name.Load().As<Str>()); }

// Whether the type's instances are laid out in another way than its base's.
bool AddsLayout(const Type* type) {
  const Type* base = type->base.Load();
  if (base == nullptr) return true;
  return type->instance_kind != base->instance_kind || type->slots_offset != base->slots_offset ||
         type->basic_bytes != base->basic_bytes;
}

const Type* SolidBase(const Type* type) {
  while (!AddsLayout(type)) type = type->base.Load();
  return type;
}

}  // namespace

Type* BestBase(Context& cx, Tuple* bases) {
  Type* best = nullptr;
  const Type* winner = nullptr;
  for (uint32_t i = 0; i < bases->length; ++i) {
    if (!bases->Get(i).Is(Kind::kType)) {
      cx.Raise(Exc::kTypeError, "bases must be types");
      return nullptr;
    }
    auto* base = bases->Get(i).As<Type>();
    if (base->Has(kNotBase)) {
      cx.Raise(Exc::kTypeError, "type '{}' is not an acceptable base type", NameOf(base));
      return nullptr;
    }
    const Type* candidate = SolidBase(base);
    if (winner == nullptr || (winner != candidate && IsSubtype(candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!IsSubtype(winner, candidate)) {
      cx.Raise(Exc::kTypeError, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return best;
}

namespace {

// ---- __slots__

struct SlotNames {
  bool declared = false;  // there is a __slots__
  bool dict = false;      // it has '__dict__'
  bool weakref = false;   // it has '__weakref__'
  std::vector<Str*> members;
};

// As the compiler mangles `__x` in class `_C`: `_C__x`.
Str* Mangle(Context& cx, Str* class_name, Str* name) {
  const std::string text = ToUtf8(name);
  std::string owner = ToUtf8(class_name);
  owner.erase(0, owner.find_first_not_of('_'));
  const bool is_private = text.starts_with("__") && !text.ends_with("__");
  if (!is_private || owner.empty() || text.find('.') != std::string::npos) return cx.Intern(name);
  return cx.Intern("_" + owner + text);
}

bool AddSlotName(Context& cx, Str* class_name, Type* base, Dict* ns, Value item, SlotNames* slots) {
  if (!item.Is(Kind::kStr)) {
    cx.Raise(Exc::kTypeError, "__slots__ items must be strings, not '{}'", TypeName(cx, item));
    return false;
  }
  Str* name = item.As<Str>();
  if (!StrIsIdentifier(name)) {
    cx.Raise(Exc::kTypeError, "__slots__ must be identifiers");
    return false;
  }
  name = cx.Intern(name);
  if (name == cx.runtime.names.s___dict__) {
    if (slots->dict || base->Has(kHasDict)) {
      cx.Raise(Exc::kTypeError, "__dict__ slot disallowed: we already got one");
      return false;
    }
    slots->dict = true;
    return true;
  }
  if (name == cx.runtime.names.s___weakref__) {
    if (slots->weakref || !LookupInMro(base, name).IsUndefined()) {
      cx.Raise(Exc::kTypeError, "__weakref__ slot disallowed: we already got one");
      return false;
    }
    slots->weakref = true;
    return true;
  }
  name = Mangle(cx, class_name, name);
  const bool own =
      name == cx.runtime.names.s___qualname__ || name == cx.runtime.names.s___classcell__;
  if (!own && !DictGetStr(ns, name).IsUndefined()) {
    cx.Raise(Exc::kValueError, "{} in __slots__ conflicts with class variable",
             "'" + ToUtf8(name) + "'");
    return false;
  }
  slots->members.push_back(name);
  return true;
}

// `__slots__` may be a str, a list, a tuple, a dict or a set; other iterables arrive as a tuple
// (the library's type.__new__ sees to that).
bool ReadSlots(Context& cx, Str* class_name, Type* base, Dict* ns, SlotNames* slots) {
  const Value declared = DictGetStr(ns, cx.runtime.names.s___slots__);
  if (declared.IsUndefined()) return true;
  slots->declared = true;
  auto add = [&](Value v) { return AddSlotName(cx, class_name, base, ns, v, slots); };
  if (declared.Is(Kind::kStr)) {
    if (!add(declared)) return false;
  } else if (declared.Is(Kind::kTuple)) {
    auto* tuple = declared.As<Tuple>();
    for (uint32_t i = 0; i < tuple->length; ++i) {
      if (!add(tuple->Get(i))) return false;
    }
  } else if (declared.Is(Kind::kList)) {
    Value item;
    for (uint32_t i = 0; !(item = ListAt(declared.As<List>(), i)).IsUndefined(); ++i) {
      if (!add(item)) return false;
    }
  } else if (declared.Is(Kind::kDict)) {
    Value key, value;
    for (DictCursor cursor(declared.As<Dict>()); cursor.Next(&key, &value);) {
      if (!add(key)) return false;
    }
  } else {
    cx.Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(cx, declared));
    return false;
  }
  // In the order of the names: classes with the same ones have the same layout.
  std::sort(slots->members.begin(), slots->members.end(),
            [](const Str* a, const Str* b) { return StrCompare(a, b) < 0; });
  if (!slots->members.empty() && IsVariableSize(base->instance_kind)) {
    cx.Raise(Exc::kTypeError, "nonempty __slots__ not supported for subtype of '{}'", NameOf(base));
    return false;
  }
  return true;
}

// ---- the namespace

// `__new__` is a static method, the two hooks are class methods, without saying so.
Value WrapImplicitly(Context& cx, Str* name, Value value) {
  if (!value.Is(Kind::kFunction)) return value;
  const auto& names = cx.runtime.names;
  if (name == names.specials[size_t(Special::kNew)]) {
    auto* method = cx.heap.New<StaticMethod>(Kind::kStaticMethod);
    method->callable.Store(value);
    return Value::Of(method);
  }
  if (name == names.s___init_subclass__ || name == names.s___class_getitem__) {
    auto* method = cx.heap.New<ClassMethod>(Kind::kClassMethod);
    method->callable.Store(value);
    return Value::Of(method);
  }
  return value;
}

// ---- __dict__ and __weakref__

Value GetDict(Context& cx, Args args) { return Value::Of(InstanceDict(cx, args[0].object())); }

Value SetDict(Context& cx, Args args) {
  if (!args[1].IsUndefined() && !args[1].Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "__dict__ must be set to a dictionary, not a '{}'",
                    TypeName(cx, args[1]));
  }
  Dict* const dict = args[1].IsUndefined() ? NewDict(cx.heap) : args[1].As<Dict>();
  ReplaceInstanceDict(cx, args[0].object(), dict);
  return Value::None();
}

Value GetWeakRef(Context&, Args) { return Value::None(); }

constexpr GetSetDef kDictAttribute = {"__dict__", GetDict, SetDict};
constexpr GetSetDef kWeakRefAttribute = {"__weakref__", GetWeakRef, nullptr};

// What the class adds to its bases' instances.
void AddImplicitAttributes(Context& cx, Type* type, const SlotNames& slots) {
  auto* const dict = type->dict.Load().As<Dict>();
  bool base_has_dict = false;
  auto* const bases = type->bases.Load().As<Tuple>();
  for (uint32_t i = 0; i < bases->length; ++i) {
    base_has_dict |= bases->Get(i).As<Type>()->Has(kHasDict);
  }
  const auto add = [&](Str* name, const GetSetDef& def) {
    if (!DictGetStr(dict, name).IsUndefined()) return;
    NamespaceStore(cx, dict, name, Value::Of(NewGetSet(cx, def, type)));
  };
  const auto& names = cx.runtime.names;
  if (type->Has(kHasDict) && !base_has_dict && !KeepsOwnDict(type->instance_kind)) {
    add(names.s___dict__, kDictAttribute);
  }
  const bool weakref = slots.weakref || (!slots.declared && !IsVariableSize(type->instance_kind));
  if (weakref && LookupInMro(type, names.s___weakref__).IsUndefined()) {
    add(names.s___weakref__, kWeakRefAttribute);
  }
}

// Copies the namespace into the type's dict, taking out what is not meant to stay. False: error.
bool FillDict(Context& cx, Type* type, Dict* ns, const SlotNames& slots) {
  const auto& names = cx.runtime.names;
  auto* dict = type->dict.Load().As<Dict>();
  Value key, value;
  for (DictCursor cursor(ns); cursor.Next(&key, &value);) {
    if (!key.Is(Kind::kStr)) continue;
    Str* name = cx.Intern(key.As<Str>());
    if (name == names.s___qualname__) {
      if (!value.Is(Kind::kStr)) {
        cx.Raise(Exc::kTypeError, "type __qualname__ must be a str, not {}", TypeName(cx, value));
        return false;
      }
      type->qualname.Store(value);
    } else if (name == names.s___classcell__) {
      if (!value.Is(Kind::kCell)) {
        cx.Raise(Exc::kTypeError, "__classcell__ must be a nonlocal cell, not {}",
                 "<class '" + TypeName(cx, value) + "'>");
        return false;
      }
    } else {
      NamespaceStore(cx, dict, name, WrapImplicitly(cx, name, value));
    }
  }
  auto set_default = [&](Str* name, Value fallback) {
    if (DictGetStr(dict, name).IsUndefined()) NamespaceStore(cx, dict, name, fallback);
  };
  set_default(names.s___module__, Value::Of(names.s___main__));
  auto offset = static_cast<uint32_t>(type->slots_offset - slots.members.size() * sizeof(Slot));
  for (Str* name : slots.members) {
    NamespaceStore(cx, dict, name, Value::Of(NewMember(cx, name, type, offset, 0)));
    offset += sizeof(Slot);
  }
  AddImplicitAttributes(cx, type, slots);
  set_default(names.s___doc__, Value::None());
  Str* hash = names.specials[size_t(Special::kHash)];
  if (!DictGetStr(dict, names.specials[size_t(Special::kEq)]).IsUndefined()) {
    set_default(hash, Value::None());
  }
  return true;
}

// ---- layout

uint32_t CountStaticAttributes(Context& cx, const Type* type) {
  uint32_t count = 0;
  auto* mro = type->mro.Load().As<Tuple>();
  for (uint32_t i = 0; i < mro->length; ++i) {
    const Value names = DictGetStr(mro->Get(i).As<Type>()->dict.Load().As<Dict>(),
                                   cx.runtime.names.s___static_attributes__);
    if (names.Is(Kind::kTuple)) count += names.As<Tuple>()->length;
  }
  return count;
}

void SetLayout(Type* type, const Type* base, const SlotNames& slots) {
  type->instance_kind = base->instance_kind;
  type->basic_bytes = base->basic_bytes;
  type->slots_offset = base->slots_offset;
  if (!IsVariableSize(base->instance_kind)) {
    const size_t end = std::max(base->slots_offset, base->basic_bytes);
    type->slots_offset = static_cast<uint16_t>(end + slots.members.size() * sizeof(Slot));
  }
}

void MakeShapes(Context& cx, Type* type) {
  if (IsVariableSize(type->instance_kind) || KeepsOwnDict(type->instance_kind)) return;
  uint32_t capacity = 0;
  if (type->Has(kHasDict)) {
    capacity = std::clamp(CountStaticAttributes(cx, type) + 2, 2u, kMaxAttributeSlots);
  }
  type->slot_capacity.Store(static_cast<uint16_t>(capacity));
  type->root_shape.Store(Value::Of(NewRootShape(cx, type, capacity)));
  if (type->Has(kHasDict)) type->dict_shape.Store(Value::Of(NewDictShape(cx, type)));
}

constexpr uint32_t kInheritedFlags = kExceptionType | kMetatype | kHasDict;

}  // namespace

Type* WinningMetatype(Context& cx, Type* metatype, Tuple* bases) {
  Type* winner = metatype;
  for (uint32_t i = 0; i < bases->length; ++i) {
    Type* candidate = TypeOf(cx, bases->Get(i));
    if (IsSubtype(winner, candidate)) continue;
    if (!IsSubtype(candidate, winner)) {
      cx.Raise(Exc::kTypeError,
               "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
               "subclass of the metaclasses of all its bases");
      return nullptr;
    }
    winner = candidate;
  }
  return winner;
}

Value NewHeapType(Context& cx, Type* metatype, Str* name, Tuple* bases, Dict* ns) {
  if (bases->length == 0) bases = NewTuple(cx.heap, {Value::Of(cx.runtime.object_type)});
  Type* base = BestBase(cx, bases);
  if (base == nullptr) return Value::Raised();
  SlotNames slots;
  if (!ReadSlots(cx, name, base, ns, &slots)) return Value::Raised();

  auto* type = static_cast<Type*>(cx.heap.Allocate(Kind::kType, sizeof(Type)));
  type->type.Store(metatype);
  if (metatype != cx.runtime.type_type) type->flags |= kSubclass;
  type->shapes = base->shapes;
  type->name.Store(Value::Of(name));
  type->qualname.Store(Value::Of(name));
  type->base.Store(base);
  type->bases.Store(Value::Of(bases));
  type->dict.Store(Value::Of(NewNamespace(cx.heap)));
  if (!ComputeMro(cx, type, bases)) return Value::Raised();
  uint32_t flags = kHeapType;
  for (uint32_t i = 0; i < bases->length; ++i) {
    flags |= bases->Get(i).As<Type>()->flags_.Load() & kInheritedFlags;
  }
  if (!slots.declared || slots.dict) flags |= kHasDict;
  type->flags_.Store(flags);
  SetLayout(type, base, slots);
  if (!FillDict(cx, type, ns, slots)) return Value::Raised();
  MakeShapes(cx, type);
  FillSpecials(cx, type);
  NewVersion(cx, type);
  for (uint32_t i = 0; i < bases->length; ++i) AddSubclass(cx, bases->Get(i).As<Type>(), type);
  const Value cell = DictGetStr(ns, cx.runtime.names.s___classcell__);
  if (cell.Is(Kind::kCell)) cell.As<Cell>()->value.Publish(Value::Of(type));
  return Value::Of(type);
}

}  // namespace heddle
