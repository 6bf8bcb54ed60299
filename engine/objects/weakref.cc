#include "objects/weakref.h"

#include <algorithm>

#include "base/hash.h"
#include "objects/iterator.h"
#include "objects/shape.h"
#include "objects/tables.h"

namespace heddle {

namespace {

bool BuiltinCanBeReferred(const Object* object) {
  switch (object->kind) {
    case Kind::kInt:
    case Kind::kFloat:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kDict:
    case Kind::kRange:
    case Kind::kSlice:
    case Kind::kCell:
    case Kind::kException: return false;
    case Kind::kIterator:
      return static_cast<const Iterator*>(object)->which.Load() == IteratorKind::kTee;
    case Kind::kInstance: return false;
    default: return true;
  }
}

// A class with __slots__ but no '__weakref__' keeps its instances from it.
bool CanBeReferred(Context& cx, const Object* object) {
  if (BuiltinCanBeReferred(object)) return true;
  if ((object->flags & kSubclass) == 0) return false;
  if (IsVariableSize(object->kind) && object->kind != Kind::kStr) return false;
  return !LookupInMro(object->type.Load(), cx.runtime.names.s___weakref__).IsUndefined();
}

bool IsPlain(Context& cx, const WeakRef* ref) {
  return ref->callback.Load().IsNone() &&
         ref->type.Load() == cx.runtime.heap.TypeOfKind(Kind::kWeakRef);
}

template <typename Map>
void ForgetDead(Map& map, const heap::Marker& marker) {
  for (auto it = map.begin(); it != map.end();) {
    it = marker.IsMarked(it->first) ? std::next(it) : map.erase(it);
  }
}

}  // namespace

Value NewWeakRef(Context& cx, Type* type, Value referent, Value callback) {
  if (!referent.IsObject() || !CanBeReferred(cx, referent.object())) {
    return cx.Raise(Exc::kTypeError, "cannot create weak reference to '{}' object",
                    TypeName(cx, referent));
  }
  auto& tables = *cx.runtime.tables;
  const bool plain = callback.IsNone() && type == cx.runtime.heap.TypeOfKind(Kind::kWeakRef);
  std::lock_guard lock(tables.weak_mu);
  auto& refs = tables.weak_refs[referent.object()];
  if (plain && !refs.empty() && IsPlain(cx, refs.front())) return Value::Of(refs.front());
  auto* ref = static_cast<WeakRef*>(NewInstance(cx, type));
  ref->number = tables.next_weakref++;
  ref->referent.Store(referent.object());
  ref->callback.Store(callback);
  refs.insert(plain ? refs.begin() : refs.end(), ref);
  return Value::Of(ref);
}

WeakRef* PlainWeakRef(Context& cx, Value referent) {
  auto& tables = *cx.runtime.tables;
  std::lock_guard lock(tables.weak_mu);
  const auto found = tables.weak_refs.find(referent.IsObject() ? referent.object() : nullptr);
  if (found == tables.weak_refs.end() || found->second.empty()) return nullptr;
  return IsPlain(cx, found->second.front()) ? found->second.front() : nullptr;
}

std::vector<WeakRef*> WeakRefsOf(Context& cx, Value referent) {
  auto& tables = *cx.runtime.tables;
  std::lock_guard lock(tables.weak_mu);
  const auto found = tables.weak_refs.find(referent.IsObject() ? referent.object() : nullptr);
  if (found == tables.weak_refs.end()) return {};
  std::vector<WeakRef*> refs = found->second;
  if (!refs.empty()) std::reverse(refs.begin() + (IsPlain(cx, refs.front()) ? 1 : 0), refs.end());
  return refs;
}

void MarkReferredWeakly(Context& cx, Type* type) {
  const std::lock_guard lock(cx.runtime.tables->types_mu);
  type->flags_.Store(type->flags_.Load() | kReferredWeakly);
  cx.runtime.deaths_matter.Store(1);
}

Value WeakRefTarget(const WeakRef* ref) {
  Object* object = ref->referent.Load();
  return object == nullptr ? Value::None() : Value::Of(object);
}

void AfterMarking(Runtime& runtime, std::span<Object*> weak, const heap::Marker& marker) {
  auto& tables = *runtime.tables;
  // The dead go first from the map by referent: the reference itself may be dead, too.
  for (auto it = tables.weak_refs.begin(); it != tables.weak_refs.end();) {
    std::erase_if(it->second, [&](const WeakRef* ref) { return !marker.IsMarked(ref); });
    const bool keep = marker.IsMarked(it->first) && !it->second.empty();
    it = keep ? std::next(it) : tables.weak_refs.erase(it);
  }
  std::unordered_map<Object*, uint64_t> oldest;  // reference to each dead object
  std::vector<std::pair<Object*, WeakRef*>> cleared;
  const std::unordered_set<Object*> dying(tables.dying.begin(), tables.dying.end());
  for (Object* object : weak) {
    auto* ref = static_cast<WeakRef*>(object);
    Object* referent = ref->referent.Load();
    if (!dying.empty() && dying.contains(referent)) tables.dying_referred.insert(referent);
    if (referent == nullptr || marker.IsMarked(referent)) continue;
    ref->referent.Store(nullptr);
    ++tables.deaths_seen;
    if (ref->callback.Load().IsNone()) continue;
    uint64_t& number = oldest.try_emplace(referent, ref->number).first->second;
    number = std::min(number, ref->number);
    cleared.emplace_back(referent, ref);
  }
  // The callbacks of one object are called from the newest to the oldest.
  std::sort(cleared.begin(), cleared.end(), [&](const auto& a, const auto& b) {
    const uint64_t of_a = oldest[a.first], of_b = oldest[b.first];
    return of_a != of_b ? of_a < of_b : a.second->number > b.second->number;
  });
  for (const auto& [referent, ref] : cleared) tables.callbacks.push_back(ref);
  ForgetDead(tables.ids, marker);
  for (auto& shard : tables.interned) {
    shard.strings.EraseIf([&](Str* str) { return !marker.IsMarked(str); });
  }
}

void OnDying(Runtime& runtime, std::span<Object* const> dying) {
  auto& waiting = runtime.tables->dying;
  waiting.insert(waiting.end(), dying.begin(), dying.end());
  runtime.tables->deaths_seen += dying.size();
}

uint64_t DeathsSeen(Runtime& runtime) {
  std::lock_guard lock(runtime.tables->weak_mu);
  return runtime.tables->deaths_seen;
}

bool HaveDeaths(Runtime& runtime) {
  auto& tables = *runtime.tables;
  std::lock_guard lock(tables.weak_mu);
  return !tables.dying.empty() || !tables.callbacks.empty();
}

std::vector<Death> TakeDeaths(Runtime& runtime) {
  auto& tables = *runtime.tables;
  std::lock_guard lock(tables.weak_mu);
  std::vector<Death> taken;
  for (Object* object : tables.dying) {
    taken.push_back({Value::Of(object), tables.dying_referred.contains(object), Value(), Value()});
  }
  for (WeakRef* ref : tables.callbacks) {
    taken.push_back({Value(), false, ref->callback.Load(), Value::Of(ref)});
  }
  tables.dying.clear();
  tables.dying_referred.clear();
  tables.callbacks.clear();
  return taken;
}

uint64_t IdOf(Runtime& runtime, Value v) {
  // The last four bits tell objects, small ints, floats and the rest apart.
  constexpr uint64_t kFirst = 140'000'000'000'000;
  if (v.IsSmall()) return (static_cast<uint64_t>(v.small()) & ((uint64_t{1} << 48) - 1)) * 16 + 4;
  if (v.IsDouble()) return (base::MixBits(v.bits()) >> 20) * 16 + 12;
  if (!v.IsObject()) return v.bits() * 16 + 8;
  auto& tables = *runtime.tables;
  std::lock_guard lock(tables.ids_mu);
  const auto [entry, added] = tables.ids.try_emplace(v.object(), 0);
  if (added) entry->second = kFirst + 16 * tables.next_id++;
  return entry->second;
}

void VisitRuntime(Runtime& runtime, heap::Marker& marker) {
  auto visit_object = [&](Object* object) { marker.Visit(object); };
#define NAME(name) visit_object(runtime.names.s_##name);
#include "objects/names.def"
#undef NAME
  for (Str* name : runtime.names.specials) marker.Visit(name);
  for (Type* type : runtime.exceptions) marker.Visit(type);
  for (const Slot& slot : runtime.library) marker.Visit(slot);
  for (const Slot& slot : runtime.latin1_chars) marker.Visit(slot);
  for (const Slot* slot :
       {&runtime.builtins, &runtime.modules, &runtime.empty_tuple, &runtime.empty_str}) {
    marker.Visit(*slot);
  }
  for (auto& [def, type] : runtime.tables->builtin_types) marker.Visit(type);
  for (WeakRef* ref : runtime.tables->callbacks) marker.Visit(ref);
  for (Object* object : runtime.tables->dying) marker.Visit(object);
}

}  // namespace heddle
