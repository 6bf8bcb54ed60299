#include "objects/iterator.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "objects/bytes.h"
#include "objects/compare.h"
#include "objects/deque.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/int.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/str_ops.h"

namespace heddle {

namespace {

constexpr const char* kTypeNames[] = {
#define ITERATOR(name, type) type,
#include "objects/iterator_kinds.def"
#undef ITERATOR
};
static_assert(std::size(kTypeNames) <= std::tuple_size_v<decltype(Runtime::iterator_types)>);

Value Confined(Value iterator, Value source) {
  if (iterator != source && iterator.Is(Kind::kIterator)) iterator.object()->flags |= kConfined;
  return iterator;
}

Value Exhausted(Iterator* it) {
  it->which.Store(IteratorKind::kDone);
  return Value::Undefined();
}

Value ItemOfSequence(Context& cx, Value source, int64_t i) {
  switch (source.object()->kind) {
    case Kind::kList: return ListAt(source.As<List>(), static_cast<uint64_t>(i));
    case Kind::kTuple:
      return static_cast<uint64_t>(i) < source.As<Tuple>()->length
                 ? source.As<Tuple>()->Get(static_cast<uint32_t>(i))
                 : Value::Undefined();
    case Kind::kStr: {
      auto* str = source.As<Str>();
      if (static_cast<uint64_t>(i) >= str->length) return Value::Undefined();
      return Value::Of(CharStr(cx, str->At(static_cast<uint32_t>(i))));
    }
    case Kind::kBytes: {
      auto* bytes = source.As<Bytes>();
      if (static_cast<uint64_t>(i) >= bytes->length) return Value::Undefined();
      return Value::Small(bytes->data()[i]);
    }
    case Kind::kByteArray: {
      auto* array = source.As<ByteArray>();
      auto* buffer = array->buffer.LoadAcquire().As<Buffer>();
      if (buffer == nullptr || static_cast<uint64_t>(i) >= buffer->used.LoadAcquire()) {
        return Value::Undefined();
      }
      return Value::Small(buffer->bytes()[i].Load());
    }
    case Kind::kNumberArray: return NumberArrayItem(cx, source.As<NumberArray>(), i);
    case Kind::kMemoryView: return MemoryViewItem(cx, source.As<MemoryView>(), i);
    default: return Value::Undefined();
  }
}

Value NextForward(Context& cx, Iterator* it) {
  const int64_t i = it->index.Load();
  const Value value = ItemOfSequence(cx, it->source.Load(), i);
  if (value.IsUndefined()) return Exhausted(it);
  it->index.Store(i + 1);
  return value;
}

Value NextBackward(Context& cx, Iterator* it) {
  const int64_t i = it->index.Load();
  if (i < 0) return Exhausted(it);
  const Value source = it->source.Load();
  const Value value = ItemOfSequence(cx, source, i);
  if (value.IsUndefined()) return Exhausted(it);
  it->index.Store(i - 1);
  return value;
}

Value NextOfRange(Iterator* it) {
  const int64_t i = it->index.Load();
  if (i >= it->limit.Load()) return Exhausted(it);
  it->index.Store(i + 1);
  return Value::Small(it->source.Load().small() + i * it->second.Load().small());
}

Value NextOfBigRange(Context& cx, Iterator* it) {
  const int64_t i = it->index.Load();
  if (i >= it->limit.Load()) return Exhausted(it);
  it->index.Store(i + 1);
  return RangeGet(cx, it->source.Load().As<Range>(), IntFromInt64(cx.heap, i));
}

// Where what was entry `index` of a table went when the table was rebuilt: the order is kept.
int64_t Translate(DictTable* before, int64_t index) {
  int64_t live = 0;
  const int64_t used = std::min<int64_t>(index, before->used.LoadAcquire());
  for (int64_t i = 0; i < used; ++i) {
    if (!before->entries()[i].key.LoadAcquire().IsUndefined()) ++live;
  }
  return live;
}

bool IsReversed(IteratorKind which) { return which >= IteratorKind::kDictKeysReversed; }

Value DictResult(Context& cx, IteratorKind which, Value key, Value value) {
  switch (which) {
    case IteratorKind::kDictKeys:
    case IteratorKind::kDictKeysReversed: return key;
    case IteratorKind::kDictValues:
    case IteratorKind::kDictValuesReversed: return value;
    default: return Value::Of(NewTuple(cx.heap, {key, value}));
  }
}

Value NextOfDict(Context& cx, Iterator* it, IteratorKind which) {
  auto* dict = it->source.Load().As<Dict>();
  if (dict->count.Load() != it->expected.Load()) {
    it->expected.Store(0xffffffff);  // stays wrong
    return cx.Raise(Exc::kRuntimeError, "dictionary changed size during iteration");
  }
  DictTable* table = dict->table.LoadAcquire();
  if (table == nullptr) return Exhausted(it);
  const bool reversed = IsReversed(which);
  int64_t i = it->index.Load();
  const Value before = it->second.LoadAcquire();
  if (before != Value::Of(table)) {
    if (!before.IsUndefined()) i = Translate(before.As<DictTable>(), i + reversed) - reversed;
    it->second.Publish(Value::Of(table));
  }
  const int64_t used = table->used.LoadAcquire();
  if (i >= used) i = reversed ? used - 1 : used;
  const bool is_namespace = (dict->flags & kNamespace) != 0;
  for (; reversed ? i >= 0 : i < used; i += reversed ? -1 : 1) {
    const DictEntry& entry = table->entries()[i];
    const Value key = entry.key.LoadAcquire();
    if (key.IsUndefined()) continue;
    Value value = entry.value.LoadAcquire();
    if (is_namespace && !value.IsUndefined()) value = value.As<Cell>()->value.LoadAcquire();
    if (value.IsUndefined()) continue;
    const int64_t left = it->limit.Load();
    if (left <= 0) {
      return cx.Raise(Exc::kRuntimeError, "dictionary keys changed during iteration");
    }
    it->limit.Store(left - 1);
    it->index.Store(i + (reversed ? -1 : 1));
    return DictResult(cx, which, key, value);
  }
  return Exhausted(it);
}

Value NextOfSet(Context& cx, Iterator* it) {
  auto* set = it->source.Load().As<Set>();
  if (set->count.Load() != it->expected.Load()) {
    it->expected.Store(0xffffffff);
    return cx.Raise(Exc::kRuntimeError, "Set changed size during iteration");
  }
  SetTable* table = set->table.LoadAcquire();
  if (table == nullptr) return Exhausted(it);
  for (int64_t i = it->index.Load(); i <= table->mask; ++i) {
    const Value item = table->entries()[i].key.LoadAcquire();
    if (item.IsUndefined()) continue;
    it->index.Store(i + 1);
    return item;
  }
  return Exhausted(it);
}

Value NextOfDeque(Context& cx, Iterator* it, bool reversed) {
  auto* deque = it->source.Load().As<Deque>();
  const int64_t i = it->index.Load();
  const int64_t length = deque->length.Load();
  if (deque->version.Load() != it->expected.Load()) {
    return cx.Raise(Exc::kRuntimeError, "deque mutated during iteration");
  }
  if (i >= length) return Exhausted(it);
  const Value value = DequeGet(cx, deque, reversed ? length - 1 - i : i);
  if (value.IsUndefined()) return Exhausted(it);
  it->index.Store(i + 1);
  return value;
}

Value NextOfEnumerate(Context& cx, Iterator* it) {
  const Value item = IteratorNext(cx, it->source.Load().As<Iterator>());
  if (item.IsUndefined()) return item;
  const Value count = it->second.Load();
  it->second.Publish(count.IsSmall() && Value::FitsSmall(count.small() + 1)
                         ? Value::Small(count.small() + 1)
                         : IntAdd(cx, count, Value::Small(1)));
  return Value::Of(NewTuple(cx.heap, {count, item}));
}

Value RaiseZip(Context& cx, uint32_t at, const char* how) {
  if (at == 1) return cx.Raise(Exc::kValueError, "zip() argument 2 is {} than argument 1", how);
  return cx.Raise(Exc::kValueError, "zip() argument {} is {} than arguments 1-{}", at + 1, how, at);
}

Value ZipEnded(Context& cx, Iterator* it, Array* sources, uint32_t at) {
  if (!cx.pending.IsUndefined() || it->limit.Load() == 0) return Value::Undefined();
  if (at != 0) return RaiseZip(cx, at, "shorter");
  for (uint32_t i = 1; i < sources->capacity; ++i) {
    const Value item = IteratorNext(cx, sources->slots()[i].Load().As<Iterator>());
    if (!item.IsUndefined()) return RaiseZip(cx, i, "longer");
    if (!cx.pending.IsUndefined()) break;
  }
  return Value::Undefined();
}

Value NextOfZip(Context& cx, Iterator* it) {
  auto* sources = it->source.Load().As<Array>();
  const uint32_t count = sources->capacity;
  if (count == 0) return Exhausted(it);
  Tuple* result = NewTupleRaw(cx.heap, count);
  for (uint32_t i = 0; i < count; ++i) {
    const Value item = IteratorNext(cx, sources->slots()[i].Load().As<Iterator>());
    if (item.IsUndefined()) return ZipEnded(cx, it, sources, i);
    result->items()[i].Store(item);
  }
  return Value::Of(result);
}

Value NextOfSlice(Context& cx, Iterator* it) {
  auto* const source = it->source.Load().As<Iterator>();
  int64_t taken = it->index.Load();
  for (const int64_t wanted = it->second.Load().small(); taken < wanted; ++taken) {
    if (IteratorTake(cx, source).IsUndefined()) {
      return cx.pending.IsUndefined() ? Exhausted(it) : Value::Undefined();
    }
    it->index.Store(taken + 1);
  }
  const int64_t stop = it->limit.Load();
  if (stop >= 0 && taken >= stop) return Exhausted(it);
  const Value item = IteratorNext(cx, source);
  if (item.IsUndefined()) return cx.pending.IsUndefined() ? Exhausted(it) : item;
  AdvanceSlice(it);
  return item;
}

Value NextOfRepeat(Iterator* it) {
  const int64_t left = it->limit.Load();
  if (left == 0) return Exhausted(it);
  if (left > 0) it->limit.Store(left - 1);
  return it->source.Load();
}

Value NextOfCount(Context& cx, Iterator* it) {
  const Value now = it->source.Load();
  it->source.Publish(IntAdd(cx, now, it->second.Load()));
  return now;
}

Value NextOfChain(Context& cx, Iterator* it) {
  for (;;) {
    const Value current = it->second.LoadAcquire();
    if (!current.IsUndefined()) {
      const Value item = IteratorNext(cx, current.As<Iterator>());
      if (!item.IsUndefined() || !cx.pending.IsUndefined()) return item;
    }
    auto* const iterables = it->source.Load().As<Tuple>();
    const int64_t next = it->index.Load();
    if (next >= iterables->length) return Exhausted(it);
    it->index.Store(next + 1);
    it->second.Publish(NativeIterator(cx, iterables->Get(static_cast<uint32_t>(next))));
  }
}

Value NextOfCycle(Context& cx, Iterator* it) {
  auto* const saved = it->second.Load().As<List>();
  if (const int64_t state = it->limit.Load(); state != 1) {
    const Value item = IteratorNext(cx, it->source.Load().As<Iterator>());
    if (!item.IsUndefined()) {
      if (state == 0) ListAppend(cx.heap, saved, item);
      return item;
    }
    if (!cx.pending.IsUndefined()) return item;
    it->limit.Store(1);
  }
  if (saved->length.Load() == 0) return Exhausted(it);
  int64_t i = it->index.Load();
  if (i >= saved->length.Load()) i = 0;
  it->index.Store(i + 1);
  return ListAt(saved, static_cast<uint64_t>(i));
}

Value NextOfPairwise(Context& cx, Iterator* it) {
  auto* const source = it->source.Load().As<Iterator>();
  Value first = it->second.Load();
  if (first.IsUndefined()) first = IteratorNext(cx, source);
  const Value second = first.IsUndefined() ? first : IteratorNext(cx, source);
  if (second.IsUndefined()) return cx.pending.IsUndefined() ? Exhausted(it) : second;
  it->second.Publish(second);
  return Value::Of(NewTuple(cx.heap, {first, second}));
}

Value NextOfZipLongest(Context& cx, Iterator* it) {
  auto* const sources = it->source.Load().As<Array>();
  Tuple* const result = NewTupleRaw(cx.heap, sources->capacity);
  bool any = false;
  for (uint32_t i = 0; i < sources->capacity; ++i) {
    const Value source = sources->slots()[i].Load();
    Value item;
    if (!source.IsUndefined()) item = IteratorNext(cx, source.As<Iterator>());
    if (!cx.pending.IsUndefined()) return Value::Undefined();
    if (item.IsUndefined()) {
      sources->slots()[i].Store(Value::Undefined());
      item = it->second.Load();
    } else {
      any = true;
    }
    result->items()[i].Store(item);
  }
  return any ? Value::Of(result) : Exhausted(it);
}

Value NextOfBatched(Context& cx, Iterator* it) {
  auto* const source = it->source.Load().As<Iterator>();
  const int64_t count = it->limit.Load();
  std::vector<Value> batch;
  while (static_cast<int64_t>(batch.size()) < count) {
    const Value item = IteratorTake(cx, source);
    if (!cx.pending.IsUndefined()) return Value::Undefined();
    if (item.IsUndefined()) break;
    batch.push_back(item);
  }
  if (static_cast<int64_t>(batch.size()) < count) {
    Exhausted(it);
    if (batch.empty()) return Value::Undefined();
    if (it->index.Load() != 0) {
      cx.Raise(Exc::kValueError, "batched(): incomplete batch");
      return Value::Undefined();
    }
  }
  return Value::Of(NewTuple(cx.heap, batch));
}

// Index i of an array of small ints.
int64_t NumberAt(Array* numbers, int64_t i) { return numbers->slots()[i].Load().small(); }
void SetNumber(Array* numbers, int64_t i, int64_t number) {
  numbers->slots()[i].Store(Value::Small(number));
}

Value Chosen(Context& cx, Tuple* pool, Array* indices, int64_t count) {
  if (count == 0) return cx.runtime.empty_tuple.Load();
  Tuple* const result = NewTupleRaw(cx.heap, static_cast<uint32_t>(count));
  for (int64_t i = 0; i < count; ++i) {
    result->items()[i].Store(pool->Get(static_cast<uint32_t>(NumberAt(indices, i))));
  }
  return Value::Of(result);
}

Value NextOfProduct(Context& cx, Iterator* it) {
  auto* const pools = it->source.Load().As<Tuple>();
  auto* const indices = it->second.Load().As<Array>();
  const auto pool = [&](int64_t i) { return pools->Get(static_cast<uint32_t>(i)).As<Tuple>(); };
  const int64_t count = pools->length;
  int64_t i = count;
  const bool first = it->index.Load() == 0;
  if (first) {
    it->index.Store(1);
    for (int64_t k = 0; k < count; ++k) {
      if (pool(k)->length == 0) return Exhausted(it);
    }
  } else {
    for (i = count - 1; i >= 0; --i) {
      const int64_t next = NumberAt(indices, i) + 1;
      if (next < pool(i)->length) {
        SetNumber(indices, i, next);
        break;
      }
      SetNumber(indices, i, 0);
    }
  }
  if (i < 0 || (count == 0 && !first)) return Exhausted(it);
  if (count == 0) return cx.runtime.empty_tuple.Load();
  Tuple* const result = NewTupleRaw(cx.heap, static_cast<uint32_t>(count));
  for (int64_t k = 0; k < count; ++k) {
    result->items()[k].Store(pool(k)->Get(static_cast<uint32_t>(NumberAt(indices, k))));
  }
  return Value::Of(result);
}

// The algorithm of the documentation of itertools.permutations.
Value NextOfPermutations(Context& cx, Iterator* it) {
  auto* const pool = it->source.Load().As<Tuple>();
  auto* const indices = it->second.Load().As<Array>();
  const int64_t n = pool->length, r = it->limit.Load();
  if (it->index.Load() == 0) {
    it->index.Store(1);
    return r > n ? Exhausted(it) : Chosen(cx, pool, indices, r);
  }
  for (int64_t i = r - 1; i >= 0; --i) {
    const int64_t left = NumberAt(indices, n + i) - 1;
    const int64_t moved = NumberAt(indices, i);
    if (left > 0) {
      SetNumber(indices, n + i, left);
      SetNumber(indices, i, NumberAt(indices, n - left));
      SetNumber(indices, n - left, moved);
      return Chosen(cx, pool, indices, r);
    }
    for (int64_t k = i; k + 1 < n; ++k) SetNumber(indices, k, NumberAt(indices, k + 1));
    SetNumber(indices, n - 1, moved);
    SetNumber(indices, n + i, n - i);
  }
  return Exhausted(it);
}

Value NextOfCombinations(Context& cx, Iterator* it, bool replaces) {
  auto* const pool = it->source.Load().As<Tuple>();
  auto* const indices = it->second.Load().As<Array>();
  const int64_t n = pool->length, r = it->limit.Load();
  if (it->index.Load() == 0) {
    it->index.Store(1);
    const bool none = replaces ? n == 0 && r > 0 : r > n;
    return none ? Exhausted(it) : Chosen(cx, pool, indices, r);
  }
  for (int64_t i = r - 1; i >= 0; --i) {
    const int64_t number = NumberAt(indices, i);
    if (number >= (replaces ? n - 1 : i + n - r)) continue;
    for (int64_t k = i; k < r; ++k) {
      SetNumber(indices, k, number + 1 + (replaces ? 0 : k - i));
    }
    return Chosen(cx, pool, indices, r);
  }
  return Exhausted(it);
}

Value DictIterator(Context& cx, Dict* dict, IteratorKind which) {
  Iterator* it = NewIterator(cx, which, Value::Of(dict));
  DictTable* table = dict->table.LoadAcquire();
  it->expected.Store(dict->count.Load());
  it->limit.Store((dict->flags & kNamespace) != 0 ? std::numeric_limits<int64_t>::max()
                                                  : dict->count.Load());
  if (table != nullptr) {
    it->second.Store(Value::Of(table));
    it->index.Store(IsReversed(which) ? int64_t{table->used.LoadAcquire()} - 1
                                      : int64_t{table->first.Load()});
  }
  return Value::Of(it);
}

IteratorKind KindOf(DictPart part, bool reversed) {
  const auto first = reversed ? IteratorKind::kDictKeysReversed : IteratorKind::kDictKeys;
  return static_cast<IteratorKind>(static_cast<int>(first) + static_cast<int>(part));
}

Value RangeIterator(Context& cx, int64_t start, int64_t step, int64_t count) {
  Iterator* it = NewIterator(cx, IteratorKind::kRange, Value::Small(start));
  it->second.Store(Value::Small(step));
  it->limit.Store(count);
  return Value::Of(it);
}

Type* TypeFor(Context& cx, IteratorKind which) { return cx.runtime.iterator_types[size_t(which)]; }

Value IterateRange(Context& cx, Range* range, bool reversed) {
  const Value length = range->length.Load();
  if (range->is_small()) {
    const int64_t start = range->start.Load().small();
    const int64_t step = range->step.Load().small();
    const int64_t count = length.small();
    return RangeIterator(cx, reversed && count > 0 ? start + (count - 1) * step : start,
                         reversed ? -step : step, count);
  }
  if (reversed && length != Value::Small(0)) {
    const Value last = RangeGet(cx, range, Value::Small(-1));
    const Value step = IntNeg(cx, range->step.Load());
    range = NewRange(cx, last, IntAdd(cx, range->start.Load(), step), step).As<Range>();
  }
  Iterator* it = NewIterator(cx, IteratorKind::kBigRange, Value::Of(range));
  it->limit.Store(IntToInt64Clamped(length));
  return Value::Of(it);
}

Value Backwards(Context& cx, IteratorKind which, Value source, int64_t length) {
  Iterator* it = NewIterator(cx, which, source);
  it->index.Store(length - 1);
  return Value::Of(it);
}

}  // namespace

void BindContainerType(Runtime& runtime, std::string_view name, Type* type) {
  for (size_t which = 0; which < std::size(kTypeNames); ++which) {
    if (name == kTypeNames[which]) runtime.iterator_types[which] = type;
  }
  if (name == "dict_keys") runtime.dict_view_types[size_t(DictPart::kKeys)] = type;
  if (name == "dict_values") runtime.dict_view_types[size_t(DictPart::kValues)] = type;
  if (name == "dict_items") runtime.dict_view_types[size_t(DictPart::kItems)] = type;
}

Value IteratorNextShared(Context& cx, Iterator* it) {
  heap::ObjectLock lock(cx.heap.locking(), it);
  return IteratorNextSlow(cx, it);
}

Value GiveUp(Context& cx) {
  cx.Raise(Exc::kMemoryError, "");
  return Value::Undefined();
}

Value IteratorNextSlow(Context& cx, Iterator* it) {
  const IteratorKind which = it->which.Load();
  switch (which) {
    case IteratorKind::kDone: return Value::Undefined();
    case IteratorKind::kRange: return NextOfRange(it);
    case IteratorKind::kList:
    case IteratorKind::kTuple:
    case IteratorKind::kStr:
    case IteratorKind::kNumberArray:
    case IteratorKind::kMemoryView:
    case IteratorKind::kBytes: return NextForward(cx, it);
    case IteratorKind::kListReversed:
    case IteratorKind::kReversed: return NextBackward(cx, it);
    case IteratorKind::kBigRange: return NextOfBigRange(cx, it);
    case IteratorKind::kDictKeys:
    case IteratorKind::kDictValues:
    case IteratorKind::kDictItems:
    case IteratorKind::kDictKeysReversed:
    case IteratorKind::kDictValuesReversed:
    case IteratorKind::kDictItemsReversed: return NextOfDict(cx, it, which);
    case IteratorKind::kSet: return NextOfSet(cx, it);
    case IteratorKind::kDeque: return NextOfDeque(cx, it, false);
    case IteratorKind::kDequeReversed: return NextOfDeque(cx, it, true);
    case IteratorKind::kEnumerate: return NextOfEnumerate(cx, it);
    case IteratorKind::kZip: return NextOfZip(cx, it);
    case IteratorKind::kSlice: return NextOfSlice(cx, it);
    case IteratorKind::kRepeat: return NextOfRepeat(it);
    case IteratorKind::kCount: return NextOfCount(cx, it);
    case IteratorKind::kChain: return NextOfChain(cx, it);
    case IteratorKind::kCycle: return NextOfCycle(cx, it);
    case IteratorKind::kPairwise: return NextOfPairwise(cx, it);
    case IteratorKind::kZipLongest: return NextOfZipLongest(cx, it);
    case IteratorKind::kBatched: return NextOfBatched(cx, it);
    case IteratorKind::kProduct: return NextOfProduct(cx, it);
    case IteratorKind::kPermutations: return NextOfPermutations(cx, it);
    case IteratorKind::kCombinations: return NextOfCombinations(cx, it, false);
    case IteratorKind::kCombinationsWithReplacement: return NextOfCombinations(cx, it, true);
    default:
      // Its state was set while somebody iterated over it.
      cx.Raise(Exc::kRuntimeError, "iterator changed during iteration");
      return Value::Undefined();
  }
}

Value IteratorStep(Context& cx, Iterator* it) {
  const Value item = IsOpen(it) ? IteratorStepOpen(cx, it) : IteratorNext(cx, it);
  if (!item.IsUndefined()) return item;
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.RaiseObject(
      Value::Of(NewException(cx, cx.runtime.exceptions[size_t(Exc::kStopIteration)])));
}

void AdvanceSlice(Iterator* it) {
  it->index.Store(it->index.Load() + 1);
  const int64_t next = it->second.Load().small() + it->third.Load().small();
  const int64_t stop = it->limit.Load();
  it->second.Store(Value::Small(stop >= 0 && next > stop ? stop : std::min(next, kSliceLimit)));
}

Value GetIterFast(Context& cx, Value v) {
  if (!v.IsObject() || IsEndless(v)) return Value::Undefined();
  Object* object = v.object();
  if (object->kind == Kind::kIterator && IsOpen(v.As<Iterator>())) return Value::Undefined();
  if ((object->flags & kSubclass) != 0 &&
      (object->kind == Kind::kIterator || !UsesBuiltin(cx, v, Special::kIter))) {
    return Value::Undefined();
  }
  return Confined(IterateContents(cx, v), v);
}

Value IterateContents(Context& cx, Value v) {
  switch (v.object()->kind) {
    case Kind::kList: return Value::Of(NewIterator(cx, IteratorKind::kList, v));
    case Kind::kTuple: return Value::Of(NewIterator(cx, IteratorKind::kTuple, v));
    case Kind::kStr: return Value::Of(NewIterator(cx, IteratorKind::kStr, v));
    case Kind::kBytes:
    case Kind::kByteArray: return Value::Of(NewIterator(cx, IteratorKind::kBytes, v));
    case Kind::kNumberArray: return Value::Of(NewIterator(cx, IteratorKind::kNumberArray, v));
    case Kind::kRange: return IterateRange(cx, v.As<Range>(), false);
    case Kind::kDict: return DictIterator(cx, v.As<Dict>(), IteratorKind::kDictKeys);
    case Kind::kDictView: {
      auto* view = v.As<DictView>();
      return DictIterator(cx, view->dict.Load().As<Dict>(), KindOf(PartOf(cx, view), false));
    }
    case Kind::kSet:
    case Kind::kFrozenSet: {
      Iterator* it = NewIterator(cx, IteratorKind::kSet, v);
      it->expected.Store(v.As<Set>()->count.Load());
      return Value::Of(it);
    }
    case Kind::kDeque: {
      Iterator* it = NewIterator(cx, IteratorKind::kDeque, v);
      it->expected.Store(v.As<Deque>()->version.Load());
      return Value::Of(it);
    }
    case Kind::kIterator: return v;
    default: return Value::Undefined();
  }
}

Value GetReversedFast(Context& cx, Value v) {
  if (!v.IsObject()) return Value::Undefined();
  Object* object = v.object();
  if ((object->flags & kSubclass) != 0 &&
      !(UsesBuiltin(cx, v, Special::kReversed) && UsesBuiltin(cx, v, Special::kGetItem) &&
        UsesBuiltin(cx, v, Special::kLen))) {
    return Value::Undefined();
  }
  return IterateContentsReversed(cx, v);
}

Value IterateContentsReversed(Context& cx, Value v) {
  switch (v.object()->kind) {
    case Kind::kList:
      return Backwards(cx, IteratorKind::kListReversed, v, v.As<List>()->length.Load());
    case Kind::kTuple: return Backwards(cx, IteratorKind::kReversed, v, v.As<Tuple>()->length);
    case Kind::kStr: return Backwards(cx, IteratorKind::kReversed, v, v.As<Str>()->length);
    case Kind::kBytes:
    case Kind::kByteArray: return Backwards(cx, IteratorKind::kReversed, v, BytesLength(v));
    case Kind::kRange: return IterateRange(cx, v.As<Range>(), true);
    case Kind::kDict: return DictIterator(cx, v.As<Dict>(), IteratorKind::kDictKeysReversed);
    case Kind::kDictView: {
      auto* view = v.As<DictView>();
      return DictIterator(cx, view->dict.Load().As<Dict>(), KindOf(PartOf(cx, view), true));
    }
    case Kind::kDeque: {
      Iterator* it = NewIterator(cx, IteratorKind::kDequeReversed, v);
      it->expected.Store(v.As<Deque>()->version.Load());
      return Value::Of(it);
    }
    default: return Value::Undefined();
  }
}

int64_t IteratorLengthHint(Context&, Iterator* it) {
  const auto left = [](int64_t n) { return std::max<int64_t>(0, n); };
  const Value source = it->source.Load();
  switch (it->which.Load()) {
    case IteratorKind::kDone: return 0;
    case IteratorKind::kList: return left(source.As<List>()->length.Load() - it->index.Load());
    case IteratorKind::kTuple: return left(source.As<Tuple>()->length - it->index.Load());
    case IteratorKind::kStr: return left(source.As<Str>()->length - it->index.Load());
    case IteratorKind::kNumberArray:
      return left(NumberArrayLength(source.As<NumberArray>()) - it->index.Load());
    case IteratorKind::kBytes: return left(BytesLength(source) - it->index.Load());
    case IteratorKind::kListReversed:
    case IteratorKind::kReversed: return it->index.Load() + 1;
    case IteratorKind::kRange:
    case IteratorKind::kBigRange: return left(it->limit.Load() - it->index.Load());
    case IteratorKind::kDeque:
    case IteratorKind::kDequeReversed:
      return left(source.As<Deque>()->length.Load() - it->index.Load());
    case IteratorKind::kSet: return source.As<Set>()->count.Load();
    case IteratorKind::kRepeat: return it->limit.Load();
    case IteratorKind::kDictKeys:
    case IteratorKind::kDictValues:
    case IteratorKind::kDictItems:
    case IteratorKind::kDictKeysReversed:
    case IteratorKind::kDictValuesReversed:
    case IteratorKind::kDictItemsReversed: return left(it->limit.Load());
    default: return -1;
  }
}

Iterator* NewIterator(Context& cx, IteratorKind which, Value source) {
  auto* it = cx.heap.New<Iterator>(Kind::kIterator);
  if (Type* type = TypeFor(cx, which)) it->type.Store(type);
  it->which.Store(which);
  it->source.Store(source);
  return it;
}

Iterator* NewIteratorOf(Context& cx, Type* type, IteratorKind which, Value source) {
  if (!type->Has(kHeapType)) return NewIterator(cx, which, source);
  auto* it = static_cast<Iterator*>(NewInstance(cx, type));
  it->which.Store(which);
  it->source.Store(source);
  return it;
}

const char* IteratorTypeName(IteratorKind which) { return kTypeNames[size_t(which)]; }

uint32_t IteratorDepth(Value source) {
  if (!source.Is(Kind::kIterator)) return 0;
  auto* const it = source.As<Iterator>();
  const IteratorKind which = it->which.Load();
  const bool nests = which >= IteratorKind::kEnumerate && which <= IteratorKind::kBatched;
  return nests ? it->expected.Load() : 0;
}

bool IsClosedSource(Value source) {
  return source.Is(Kind::kIterator) && (source.object()->flags & kSubclass) == 0 &&
         !IsOpen(source.As<Iterator>()) && IteratorDepth(source) < kIteratorDepthLimit;
}

Value SourceFor(Context& cx, Value v) {
  const bool itself =
      v.Is(Kind::kGenerator) || (v.Is(Kind::kIterator) && (v.object()->flags & kSubclass) == 0);
  return itself ? v : NativeIterator(cx, v);
}

Value NativeIterator(Context& cx, Value v) {
  return IsNativeIterable(v) ? Confined(IterateContents(cx, v), v) : Value::Undefined();
}

bool IsNativeIterable(Value v) {
  if (!v.IsObject() || (v.object()->flags & kSubclass) != 0) return false;
  switch (v.object()->kind) {
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kByteArray:
    case Kind::kNumberArray:
    case Kind::kRange:
    case Kind::kDict:
    case Kind::kDictView:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kDeque: return true;
    case Kind::kIterator: return IsClosedSource(v);
    default: return false;
  }
}

void TraceIterator(Object* object, size_t, heap::Marker& marker) {
  auto* it = static_cast<Iterator*>(object);
  marker.Visit(it->source);
  marker.Visit(it->second);
  marker.Visit(it->third);
}

}  // namespace heddle
