// Start-up of a process's tables: names, builtin types, exceptions, shared small objects.
#include <cstring>
#include <string_view>
#include <unordered_map>

#include "base/check.h"
#include "objects/context.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/iterator.h"
#include "objects/shape.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle {

namespace {

constexpr std::string_view kSpecialNames[] = {
#define SPECIAL(name, text) text,
#include "objects/specials.def"
#undef SPECIAL
};

struct ExceptionRow {
  const char* name;
  const char* base;
};
constexpr ExceptionRow kExceptionRows[] = {
#define EXC(name, base) {#name, #base},
#include "objects/exceptions.def"
#undef EXC
};

// Makes the builtin types. Order matters: a type object needs nothing but memory, names need the
// type of str, everything else needs names.
class Bootstrap {
 public:
  Bootstrap(Runtime& runtime, Context& cx) : runtime_(runtime), cx_(cx) {}

  void Run(std::span<const TypeDef* const> defs) {
    for (const TypeDef* def : defs) {
      if (ExceptionIndex(def->name) < 0) Allocate(def);
    }
    runtime_.object_type = by_name_.at("object");
    runtime_.type_type = by_name_.at("type");
    InternNames();
    MakeSharedObjects();
    for (const TypeDef* def : defs) {
      if (ExceptionIndex(def->name) >= 0) continue;
      // Two types may have one name.
      Build(runtime_.tables->builtin_types.at(def), def->name, def->base, def);
    }
    for (size_t i = 0; i < std::size(kExceptionRows); ++i) BuildException(i, defs);
    // Methods once every type is there: they are objects, too.
    for (auto [type, def] : built_) Finish(type, def);
    SetWellKnown();
  }

 private:
  static int ExceptionIndex(std::string_view name) {
    for (size_t i = 0; i < std::size(kExceptionRows); ++i) {
      if (name == kExceptionRows[i].name) return static_cast<int>(i);
    }
    return -1;
  }

  Type* Allocate(const TypeDef* def) {
    auto* type = cx_.heap.New<Type>(Kind::kType);
    by_name_[def->name] = type;
    runtime_.tables->builtin_types[def] = type;
    if (def->kind != Kind::kFree && runtime_.heap.TypeOfKind(def->kind) == nullptr) {
      runtime_.heap.SetTypeOfKind(def->kind, type);
    }
    return type;
  }

  void InternNames() {
#define NAME(name) runtime_.names.s_##name = cx_.Intern(#name);
#include "objects/names.def"
#undef NAME
    for (size_t i = 0; i < std::size(kSpecialNames); ++i) {
      Str* name = cx_.Intern(kSpecialNames[i]);
      runtime_.names.specials[i] = name;
      runtime_.tables->special_of_name[name] = static_cast<Special>(i);
    }
  }

  void MakeSharedObjects() {
    runtime_.empty_tuple.Store(Value::Of(NewTupleRaw(cx_.heap, 0)));
    runtime_.empty_str.Store(Value::Of(cx_.Intern("")));
    for (size_t c = 0; c < runtime_.latin1_chars.size(); ++c) {
      const char text = static_cast<char>(c);
      Str* str = NewStrFromLatin1(cx_.heap, std::string_view(&text, 1));
      runtime_.latin1_chars[c].Store(Value::Of(cx_.Intern(str)));
    }
  }

  void Build(Type* type, const char* name, const char* base_name, const TypeDef* def) {
    type->type.Store(by_name_.at("type"));
    Str* str = cx_.Intern(name);
    type->name.Store(Value::Of(str));
    type->qualname.Store(Value::Of(str));
    type->shapes = &runtime_.tables->shapes;
    type->def = def;
    type->dict.Store(Value::Of(NewNamespace(cx_.heap)));
    Type* base = std::strcmp(name, "object") == 0 ? nullptr : BaseNamed(name, base_name);
    type->base.Store(base);
    Tuple* bases = runtime_.empty_tuple.Load().As<Tuple>();
    if (base != nullptr) bases = NewTuple(cx_.heap, {Value::Of(base)});
    if (std::strcmp(name, "ExceptionGroup") == 0) {
      bases = NewTuple(cx_.heap, {Value::Of(base), Value::Of(by_name_.at("Exception"))});
    }
    type->bases.Store(Value::Of(bases));
    ComputeMro(cx_, type, bases);
    for (uint32_t i = 0; i < bases->length; ++i) AddSubclass(cx_, bases->Get(i).As<Type>(), type);
    if (def != nullptr) {
      type->flags_.Store(def->flags);
      type->instance_kind = def->kind == Kind::kFree ? base->instance_kind : def->kind;
      type->basic_bytes = def->basic_bytes;
      if (!IsVariableSize(type->instance_kind)) type->slots_offset = def->basic_bytes;
      if (def->kind == Kind::kInstance && type->Has(kHasDict)) AddAttributeSlots(type);
    }
    BindContainerType(runtime_, name, type);
    built_.push_back({type, def});
  }

  Type* BaseNamed(const char* name, const char* base_name) {
    const auto found = by_name_.find(base_name);
    CHECK(found != by_name_.end()) << name << " has the unknown base " << base_name;
    return found->second;
  }

  void AddAttributeSlots(Type* type) {
    constexpr uint32_t kCapacity = 2;
    type->slot_capacity.Store(kCapacity);
    type->root_shape.Store(Value::Of(NewRootShape(cx_, type, kCapacity)));
    type->dict_shape.Store(Value::Of(NewDictShape(cx_, type)));
  }

  void BuildException(size_t index, std::span<const TypeDef* const> defs) {
    const ExceptionRow& row = kExceptionRows[index];
    const TypeDef* def = nullptr;
    for (const TypeDef* candidate : defs) {
      if (std::strcmp(candidate->name, row.name) == 0) def = candidate;
    }
    auto* type = cx_.heap.New<Type>(Kind::kType);
    by_name_[row.name] = type;
    if (def != nullptr) runtime_.tables->builtin_types[def] = type;
    if (index == 0) runtime_.heap.SetTypeOfKind(Kind::kException, type);
    Build(type, row.name, row.base, def);
    const Type* base = type->base.Load();
    type->flags_.Store(kExceptionType | kHasDict);
    type->instance_kind = Kind::kException;
    type->basic_bytes = sizeof(Exception);
    const uint32_t begin = index == 0 ? uint32_t{sizeof(Exception)} : base->slots_offset;
    uint32_t offset = begin;
    for (std::string_view field : FieldsOfException(static_cast<Exc>(index))) {
      Str* name = cx_.Intern(field);
      NamespaceStore(cx_, type->dict.Load().As<Dict>(), name,
                     Value::Of(NewMember(cx_, name, type, offset, Member::kNoneWhenUnset)));
      offset += sizeof(Slot);
    }
    type->slots_offset = static_cast<uint16_t>(offset);
    AddAttributeSlots(type);
    runtime_.exceptions[index] = type;
  }

  void Finish(Type* type, const TypeDef* def) {
    auto* dict = type->dict.Load().As<Dict>();
    if (def != nullptr) {
      AddMethods(cx_, type, def->methods);
      AddGetSets(cx_, type, def->getsets);
      if (def->doc != nullptr && DictGetStr(dict, runtime_.names.s___doc__).IsUndefined()) {
        NamespaceStore(cx_, dict, runtime_.names.s___doc__, cx_.NewString(def->doc));
      }
    }
    Str* hash = runtime_.names.specials[size_t(Special::kHash)];
    const Value eq = DictGetStr(dict, runtime_.names.specials[size_t(Special::kEq)]);
    if (!eq.IsUndefined() && DictGetStr(dict, hash).IsUndefined()) {
      NamespaceStore(cx_, dict, hash, Value::None());
    }
    FillSpecials(cx_, type);
    NewVersion(cx_, type);
  }

  void SetWellKnown() {
    auto named = [&](const char* name) {
      const auto found = by_name_.find(name);
      return found == by_name_.end() ? nullptr : found->second;
    };
    runtime_.none_type = named("NoneType");
    runtime_.bool_type = named("bool");
    runtime_.int_type = named("int");
    runtime_.float_type = named("float");
    runtime_.not_implemented_type = named("NotImplementedType");
    runtime_.ellipsis_type = named("ellipsis");
  }

  Runtime& runtime_;
  Context& cx_;
  std::unordered_map<std::string_view, Type*> by_name_;
  std::vector<std::pair<Type*, const TypeDef*>> built_;
};

Str* InternIn(Runtime::Tables& tables, Str* str) {
  auto& shard = tables.interned[StrHash(str) % Runtime::Tables::kInternShards];
  std::lock_guard lock(shard.mu);
  Str* const kept = shard.strings.Insert(str);
  kept->interned.Store(1);
  return kept;
}

}  // namespace

Runtime::Runtime(const heap::KindTable& kinds, std::span<const TypeDef* const> types)
    : heap(kinds), tables(std::make_unique<Tables>()) {
  heap::Allocator allocator(heap);
  Context cx(*this, allocator);
  Bootstrap(*this, cx).Run(types);
}

Runtime::~Runtime() = default;

Str* Context::Intern(Str* str) {
  if (str->interned.Load() != 0) return str;
  if ((str->flags & kSubclass) != 0) return Intern(ToUtf8(str));
  return InternIn(*runtime.tables, str);
}

Str* Context::Intern(std::string_view utf8) {
  if (!IsAscii(utf8)) return Intern(NewStr(heap, utf8));
  const uint32_t hash = HashText(reinterpret_cast<const uint8_t*>(utf8.data()), utf8.size());
  {
    auto& shard = runtime.tables->interned[hash % Runtime::Tables::kInternShards];
    std::lock_guard lock(shard.mu);
    if (Str* const known = shard.strings.Find(utf8, hash)) return known;
  }
  Str* const str = NewStrFromAscii(heap, utf8);
  str->cached_hash.Store(hash);
  return InternIn(*runtime.tables, str);
}

void Context::WithWorldStopped(const std::function<void()>& work) {
  if (!heap.locking().enabled || !runtime.stop_the_world) return work();
  runtime.stop_the_world(*this, work);
}

Type* BuiltinTypeOf(Runtime& runtime, const TypeDef* def) {
  const auto found = runtime.tables->builtin_types.find(def);
  return found == runtime.tables->builtin_types.end() ? nullptr : found->second;
}

Value Context::RaiseWith(Exc kind, Value argument) {
  Type* type = runtime.exceptions[size_t(kind)];
  auto* exception = static_cast<Exception*>(NewException(*this, type));
  if (argument.IsUndefined()) return RaiseObject(Value::Of(exception));
  exception->args.Store(Value::Of(NewTuple(heap, {argument})));
  // What their __init__ would do.
  const auto& names = runtime.names;
  switch (kind) {
    case Exc::kStopIteration: SetExceptionField(*this, exception, names.s_value, argument); break;
    case Exc::kSystemExit: SetExceptionField(*this, exception, names.s_code, argument); break;
    case Exc::kImportError:
    case Exc::kModuleNotFoundError:
    case Exc::kSyntaxError:
    case Exc::kIndentationError:
    case Exc::kTabError: SetExceptionField(*this, exception, names.s_msg, argument); break;
    default: break;
  }
  return RaiseObject(Value::Of(exception));
}

Value Context::Raise(Exc kind, std::string_view message) {
  return RaiseWith(kind, NewString(message));
}

}  // namespace heddle
