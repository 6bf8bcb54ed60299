#include "objects/compare.h"

#include <algorithm>

#include "base/hash.h"
#include "objects/bytes.h"
#include "objects/deque.h"
#include "objects/dict.h"
#include "objects/dict_table.h"
#include "objects/list.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

namespace heddle {

namespace {

using dict_table::IsPlainStr;

Tri Of(bool b) { return b ? Tri::kTrue : Tri::kFalse; }

Tri Not(Tri t) {
  if (t == Tri::kTrue) return Tri::kFalse;
  return t == Tri::kFalse ? Tri::kTrue : t;
}

bool Holds(CompareOp op, int order) {
  switch (op) {
    case CompareOp::kLt: return order < 0;
    case CompareOp::kLe: return order <= 0;
    case CompareOp::kEq: return order == 0;
    case CompareOp::kNe: return order != 0;
    case CompareOp::kGt: return order > 0;
    case CompareOp::kGe: return order >= 0;
  }
  return false;
}

bool IsEquality(CompareOp op) { return op == CompareOp::kEq || op == CompareOp::kNe; }

CompareOp Reflected(CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return CompareOp::kGt;
    case CompareOp::kLe: return CompareOp::kGe;
    case CompareOp::kGt: return CompareOp::kLt;
    case CompareOp::kGe: return CompareOp::kLe;
    default: return op;
  }
}

Special SpecialOf(CompareOp op) {
  return static_cast<Special>(static_cast<int>(Special::kLt) + static_cast<int>(op));
}

// Whether a value compares by identity alone, whatever it is compared with (as far as it is asked).
bool ComparesByIdentity(Context& cx, Value v, CompareOp op) {
  if (!v.IsObject()) return v.IsNone() || v.IsNotImplemented() || v == Value::Ellipsis();
  const Type* type = TypeOf(cx, v);
  if (op == CompareOp::kNe && !type->special(Special::kNe).IsUndefined() &&
      type->special(Special::kNe) != cx.runtime.object_type->special(Special::kNe)) {
    return false;
  }
  if (type->Has(kIdentityEq)) return true;
  return type->special(Special::kEq) == cx.runtime.object_type->special(Special::kEq);
}

// The items of a list or tuple, consistent as far as one may ask under races.
struct Items {
  const Slot* slots = nullptr;
  uint32_t count = 0;
};
Items ItemsOf(Value v) {
  if (v.Is(Kind::kTuple)) return {v.As<Tuple>()->items(), v.As<Tuple>()->length};
  auto* list = v.As<List>();
  const uint32_t length = list->length.Load();
  Array* storage = list->storage.LoadAcquire();
  if (storage == nullptr) return {};
  return {storage->slots(), std::min(length, storage->capacity)};
}

Tri CompareItems(Context& cx, CompareOp op, Value a, Value b, int depth) {
  if (depth > kMaxNesting) return Tri::kPython;
  const Items x = ItemsOf(a), y = ItemsOf(b);
  if (IsEquality(op) && x.count != y.count) return Of(op == CompareOp::kNe);
  const uint32_t common = std::min(x.count, y.count);
  for (uint32_t i = 0; i < common; ++i) {
    const Value p = x.slots[i].LoadAcquire(), q = y.slots[i].LoadAcquire();
    if (p.IsUndefined() || q.IsUndefined()) return Of(Holds(op, 0));  // a list was just cut short
    const Tri same = TrySameAt(cx, p, q, depth + 1);
    if (same == Tri::kTrue) continue;
    if (same != Tri::kFalse) return same;
    if (IsEquality(op)) return Of(op == CompareOp::kNe);
    return TryCompareAt(cx, op, p, q, depth + 1);
  }
  return Of(Holds(op, x.count < y.count ? -1 : x.count > y.count ? 1 : 0));
}

Tri CompareSets(Context& cx, CompareOp op, Set* a, Set* b) {
  const auto proper = [&](Set* small, Set* large) {
    if (small->count.Load() >= large->count.Load()) return Tri::kFalse;
    return SetIsSubset(cx, small, large);
  };
  switch (op) {
    case CompareOp::kLt: return proper(a, b);
    case CompareOp::kLe: return SetIsSubset(cx, a, b);
    case CompareOp::kGt: return proper(b, a);
    case CompareOp::kGe: return SetIsSubset(cx, b, a);
    case CompareOp::kEq: return SetEqual(cx, a, b);
    case CompareOp::kNe: return Not(SetEqual(cx, a, b));
  }
  return Tri::kPython;
}

Tri CompareBytes(CompareOp op, Value a, Value b) {
  std::string a_storage, b_storage;
  const std::string_view x = BytesView(a, &a_storage), y = BytesView(b, &b_storage);
  const int order = x.compare(y);
  return Of(Holds(op, order));
}

Tri EqualRanges(Range* a, Range* b) {
  const Value length = a->length.Load();
  if (!NumericEqual(length, b->length.Load())) return Tri::kFalse;
  if (length == Value::Small(0)) return Tri::kTrue;
  if (!NumericEqual(a->start.Load(), b->start.Load())) return Tri::kFalse;
  if (length == Value::Small(1)) return Tri::kTrue;
  return Of(NumericEqual(a->step.Load(), b->step.Load()));
}

Tri CompareSlices(Context& cx, CompareOp op, Slice* a, Slice* b, int depth) {
  if (depth > kMaxNesting) return Tri::kPython;
  const Slot* x = &a->start;
  const Slot* y = &b->start;
  for (int i = 0; i < 3; ++i) {
    const Tri same = TrySameAt(cx, x[i].Load(), y[i].Load(), depth + 1);
    if (same == Tri::kTrue) continue;
    if (same != Tri::kFalse) return same;
    if (IsEquality(op)) return Of(op == CompareOp::kNe);
    return TryCompareAt(cx, op, x[i].Load(), y[i].Load(), depth + 1);
  }
  return Of(Holds(op, 0));
}

// Two objects of builtin kinds whose comparison methods are the builtin ones. kPython stands for
// "their types have no order among them" as well.
Tri CompareBuiltins(Context& cx, CompareOp op, Value a, Value b, int depth) {
  if (IsNumber(a) && IsNumber(b)) {
    const Value answer = NumericCompare(cx, op, a, b);
    if (answer.IsBool()) return Of(answer.IsTrue());
    return answer.IsNotImplemented() ? Tri::kPython : Tri::kRaised;
  }
  if (a.Is(Kind::kStr) && b.Is(Kind::kStr)) {
    if (IsEquality(op)) {
      return Of(StrEqual(a.As<Str>(), b.As<Str>()) == (op == CompareOp::kEq));
    }
    return Of(Holds(op, StrCompare(a.As<Str>(), b.As<Str>())));
  }
  if ((a.Is(Kind::kTuple) && b.Is(Kind::kTuple)) || (a.Is(Kind::kList) && b.Is(Kind::kList))) {
    return CompareItems(cx, op, a, b, depth);
  }
  if (IsSet(a) && IsSet(b)) return CompareSets(cx, op, a.As<Set>(), b.As<Set>());
  if (IsBytesLike(a) && IsBytesLike(b)) {
    // A bytearray compares its bytes with those of any buffer.
    if (a.Is(Kind::kByteArray) || !b.Is(Kind::kMemoryView)) {
      if (!a.Is(Kind::kMemoryView)) return CompareBytes(op, a, b);
    }
    if (!IsEquality(op)) return Tri::kPython;
    const Tri equal = MemoryViewsEqual(cx, a, b);
    return op == CompareOp::kEq ? equal : Not(equal);
  }
  if (a.Is(Kind::kSlice) && b.Is(Kind::kSlice)) {
    return CompareSlices(cx, op, a.As<Slice>(), b.As<Slice>(), depth);
  }
  if (!IsEquality(op)) return Tri::kPython;
  Tri equal = Tri::kFalse;
  if (a.Is(Kind::kDict) && b.Is(Kind::kDict)) {
    equal = DictEqual(cx, a.As<Dict>(), b.As<Dict>(), depth);
  } else if (a.Is(Kind::kRange) && b.Is(Kind::kRange)) {
    equal = EqualRanges(a.As<Range>(), b.As<Range>());
  } else if (a == b) {
    equal = Tri::kTrue;
  }
  return op == CompareOp::kEq ? equal : Not(equal);
}

bool ComparesAsBuiltin(Context& cx, Value v, CompareOp op) {
  if (!v.IsObject() || (v.object()->flags & kSubclass) == 0) return true;
  return UsesBuiltin(cx, v, SpecialOf(op));
}

// Kinds whose comparison this file knows in full.
bool IsKnownKind(Value v) {
  if (!v.IsObject()) return true;
  switch (v.object()->kind) {
    case Kind::kInt:
    case Kind::kFloat:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kByteArray:
    case Kind::kMemoryView:
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kRange:
    case Kind::kSlice: return true;
    default: return false;
  }
}

Tri HashTuple(Context& cx, Tuple* tuple, uint64_t* hash, int depth);
Tri HashContents(Context& cx, Value v, uint64_t* hash, int depth);

Tri RaiseUnhashable(Context& cx, Value v) {
  cx.Raise(Exc::kTypeError, "unhashable type: '{}'", TypeName(cx, v));
  return Tri::kRaised;
}

Tri HashAt(Context& cx, Value v, uint64_t* hash, int depth) {
  if (IsNumber(v) && (!v.IsObject() || UsesBuiltin(cx, v, Special::kHash))) {
    *hash = static_cast<uint64_t>(NumericHash(v));
    return Tri::kTrue;
  }
  if (!v.IsObject()) {
    *hash = base::MixBits(v.bits()) >> 4;  // None, Ellipsis, NotImplemented
    return Tri::kTrue;
  }
  if ((v.object()->flags & kSubclass) != 0 && IsKnownKind(v) &&
      !UsesBuiltin(cx, v, Special::kHash)) {
    if (TypeOf(cx, v)->special(Special::kHash).IsNone()) return RaiseUnhashable(cx, v);
    return Tri::kPython;
  }
  return HashContents(cx, v, hash, depth);
}

Tri HashContents(Context& cx, Value v, uint64_t* hash, int depth) {
  switch (v.object()->kind) {
    case Kind::kStr: *hash = dict_table::HashOfStr(v.As<Str>()); return Tri::kTrue;
    case Kind::kBytes: *hash = BytesHash(v.As<Bytes>()); return Tri::kTrue;
    case Kind::kTuple: return HashTuple(cx, v.As<Tuple>(), hash, depth);
    case Kind::kFrozenSet: return SetHash(cx, v.As<Set>(), hash);
    case Kind::kRange: {
      auto* range = v.As<Range>();
      const Value length = range->length.Load();
      TupleHasher hasher;
      const Value parts[] = {length, range->start.Load(), range->step.Load()};
      const uint64_t none = base::MixBits(Value::None().bits()) >> 4;
      const int known = length == Value::Small(0) ? 1 : length == Value::Small(1) ? 2 : 3;
      for (int i = 0; i < 3; ++i) {
        hasher.Add(i < known ? static_cast<uint64_t>(NumericHash(parts[i])) : none);
      }
      *hash = hasher.Finish();
      return Tri::kTrue;
    }
    case Kind::kSlice: {
      TupleHasher hasher;
      for (const Slot* part = &v.As<Slice>()->start; part != &v.As<Slice>()->start + 3; ++part) {
        uint64_t h = 0;
        if (Tri t = HashAt(cx, part->Load(), &h, depth + 1); t != Tri::kTrue) return t;
        hasher.Add(h);
      }
      *hash = hasher.Finish();
      return Tri::kTrue;
    }
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kByteArray: return RaiseUnhashable(cx, v);
    default: break;
  }
  const Value method = TypeOf(cx, v)->special(Special::kHash);
  if (method.IsNone()) return RaiseUnhashable(cx, v);
  if (method != cx.runtime.object_type->special(Special::kHash)) return Tri::kPython;
  *hash = IdentityHash(cx, v);
  return Tri::kTrue;
}

Tri HashTuple(Context& cx, Tuple* tuple, uint64_t* hash, int depth) {
  if (depth > kMaxNesting) return Tri::kPython;
  TupleHasher hasher;
  for (uint32_t i = 0; i < tuple->length; ++i) {
    uint64_t h = 0;
    if (Tri t = HashAt(cx, tuple->Get(i), &h, depth + 1); t != Tri::kTrue) return t;
    hasher.Add(h);
  }
  *hash = hasher.Finish();
  return Tri::kTrue;
}

}  // namespace

uint64_t IdentityHash(Context& cx, Value v) { return IdOf(cx.runtime, v) >> 4; }

bool UsesBuiltin(Context& cx, Value v, Special method) {
  if (!v.IsObject() || (v.object()->flags & kSubclass) == 0) return true;
  const Type* builtin = cx.runtime.heap.TypeOfKind(v.object()->kind);
  return builtin != nullptr && TypeOf(cx, v)->special(method) == builtin->special(method);
}

// Of two numbers of one kind.
template <typename T>
static Tri Ordered(CompareOp op, T a, T b) {
  switch (op) {
    case CompareOp::kLt: return Of(a < b);
    case CompareOp::kLe: return Of(a <= b);
    case CompareOp::kEq: return Of(a == b);
    case CompareOp::kNe: return Of(a != b);
    case CompareOp::kGt: return Of(a > b);
    case CompareOp::kGe: return Of(a >= b);
  }
  __builtin_unreachable();
}

Tri TryCompareContents(Context& cx, CompareOp op, Value a, Value b) {
  return CompareBuiltins(cx, op, a, b, 0);
}

Tri TryHashContents(Context& cx, Value v, uint64_t* hash) { return HashContents(cx, v, hash, 0); }

Tri TryCompareAt(Context& cx, CompareOp op, Value a, Value b, int depth) {
  if (a.IsSmall() && b.IsSmall()) return Ordered(op, a.small(), b.small());
  if (a.IsDouble() && b.IsDouble()) return Ordered(op, a.dbl(), b.dbl());
  if (IsKnownKind(a) && IsKnownKind(b) && ComparesAsBuiltin(cx, a, op) &&
      ComparesAsBuiltin(cx, b, Reflected(op))) {
    return CompareBuiltins(cx, op, a, b, depth);
  }
  if (IsEquality(op) && ComparesByIdentity(cx, a, op)) {
    if (a == b) return Of(op == CompareOp::kEq);
    // The other side's method is asked next, unless it has none of its own that knows strangers.
    const bool other_is_plain =
        ComparesByIdentity(cx, b, op) || (IsKnownKind(b) && ComparesAsBuiltin(cx, b, op));
    if (other_is_plain) return Of(op == CompareOp::kNe);
  }
  if (IsEquality(op) && ComparesByIdentity(cx, b, op) && IsKnownKind(a) &&
      ComparesAsBuiltin(cx, a, op)) {
    return Of(op == CompareOp::kNe);
  }
  return Tri::kPython;
}

Tri TryCompare(Context& cx, CompareOp op, Value a, Value b) {
  return TryCompareAt(cx, op, a, b, 0);
}

Tri TrySameAt(Context& cx, Value a, Value b, int depth) {
  if (a == b) return Tri::kTrue;
  if (a.IsSmall() && b.IsSmall()) return Tri::kFalse;
  return TryCompareAt(cx, CompareOp::kEq, a, b, depth);
}

Tri TrySame(Context& cx, Value a, Value b) { return TrySameAt(cx, a, b, 0); }

Tri TryEqual(Context& cx, Value a, Value b) { return TryCompareAt(cx, CompareOp::kEq, a, b, 0); }

Tri TryHash(Context& cx, Value v, uint64_t* hash) { return HashAt(cx, v, hash, 0); }

Tri TryTruth(Context& cx, Value v) {
  if (v.IsBool()) return Of(v.IsTrue());
  if (v.IsSmall()) return Of(v.small() != 0);
  if (v.IsDouble()) return Of(v.dbl() != 0);
  if (v.IsNotImplemented()) return Tri::kPython;  // it is deprecated to ask
  if (!v.IsObject()) return Of(!v.IsNone());
  Object* object = v.object();
  if ((object->flags & kSubclass) != 0) {
    if (!UsesBuiltin(cx, v, Special::kBool) || !UsesBuiltin(cx, v, Special::kLen)) {
      return Tri::kPython;
    }
  }
  switch (object->kind) {
    case Kind::kStr: return Of(v.As<Str>()->length != 0);
    case Kind::kBytes:
    case Kind::kByteArray:
    case Kind::kNumberArray: return Of(BytesLength(v) != 0);
    case Kind::kTuple: return Of(v.As<Tuple>()->length != 0);
    case Kind::kList: return Of(v.As<List>()->length.Load() != 0);
    case Kind::kDict: return Of(DictLength(v.As<Dict>()) != 0);
    case Kind::kSet:
    case Kind::kFrozenSet: return Of(v.As<Set>()->count.Load() != 0);
    case Kind::kDictView: return Of(DictLength(v.As<DictView>()->dict.Load().As<Dict>()) != 0);
    case Kind::kRange: return Of(v.As<Range>()->length.Load() != Value::Small(0));
    case Kind::kDeque: return Of(v.As<Deque>()->length.Load() != 0);
    case Kind::kInt:
    case Kind::kFloat:
    case Kind::kComplex: return Of(!NumericEqual(v, Value::Small(0)));
    default: break;
  }
  const Type* type = TypeOf(cx, v);
  const bool plain =
      type->special(Special::kBool).IsUndefined() && type->special(Special::kLen).IsUndefined();
  return plain ? Tri::kTrue : Tri::kPython;
}

}  // namespace heddle
