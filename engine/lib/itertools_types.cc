// The types of itertools, and map and filter: how their iterators are made. What they do is in
// objects/iterator.cc, or objects/iterator_open.cc where it takes Python code.
#include <algorithm>
#include <span>
#include <vector>

#include "lib/container_types.h"
#include "lib/iterator_natives.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }
Type* Class(Args args) { return args[0].As<Type>(); }

// The kind of the same type whose steps may take Python code.
IteratorKind OpenKind(IteratorKind which) {
  switch (which) {
    case IteratorKind::kEnumerate: return IteratorKind::kOpenEnumerate;
    case IteratorKind::kZip: return IteratorKind::kOpenZip;
    case IteratorKind::kSlice: return IteratorKind::kOpenSlice;
    case IteratorKind::kChain: return IteratorKind::kOpenChain;
    case IteratorKind::kCycle: return IteratorKind::kOpenCycle;
    case IteratorKind::kPairwise: return IteratorKind::kOpenPairwise;
    case IteratorKind::kZipLongest: return IteratorKind::kOpenZipLongest;
    case IteratorKind::kBatched: return IteratorKind::kOpenBatched;
    default: return which;
  }
}

Value ArrayOf(Context& cx, Args values) {
  Array* const array = NewArray(cx.heap, values.count);
  for (uint32_t i = 0; i < values.count; ++i) array->slots()[i].Store(values[i]);
  return Value::Of(array);
}

Value ListOf(Context& cx, Args values) {
  List* const list = NewList(cx.heap);
  for (uint32_t i = 0; i < values.count; ++i) ListAppend(cx.heap, list, values[i]);
  return Value::Of(list);
}

Value TupleOf(Context& cx, Args values) {
  return Value::Of(NewTuple(cx.heap, {values.data, values.count}));
}

// A positional argument of a type that takes no keywords. Those of its subclasses may, if they have
// an __init__ that knows what to do with them.
bool CheckKeywords(Context& cx, Args args, const char* name) {
  if (args.Opt(1).IsUndefined()) return true;
  const bool plain =
      Class(args)->special(Special::kInit) == cx.runtime.object_type->special(Special::kInit);
  if (plain) cx.Raise(Exc::kTypeError, "{}() takes no keyword arguments", name);
  return !plain;
}

// (cls, keywords, *args): whether there are as many as the type takes.
bool CheckArguments(Context& cx, Args args, const char* name, uint32_t count) {
  if (!CheckKeywords(cx, args, name)) return false;
  const uint32_t given = args.count < 2 ? 0 : args.count - 2;
  if (given == count) return true;
  cx.Raise(Exc::kTypeError, "{} expected {} argument{}, got {}", name, count, count == 1 ? "" : "s",
           given);
  return false;
}

Value TeeCopy(Context& cx, Args args) {
  auto* const from = args[0].As<Iterator>();
  Iterator* const it = NewIterator(cx, IteratorKind::kTee, from->source.Load());
  it->second.Store(from->second.LoadAcquire());
  return Value::Of(it);
}

// A tuple of the items. Undefined: that takes Python code, or an exception is pending.
Value PoolOf(Context& cx, Value iterable) {
  if (iterable.Is(Kind::kTuple) && (iterable.object()->flags & kSubclass) == 0) return iterable;
  List* const list = NewList(cx.heap);
  if (!ListExtendFast(cx, list, iterable)) return Value::Undefined();
  if (!cx.pending.IsUndefined()) return Value::Raised();
  uint32_t count = 0;
  Array* const items = ListSnapshot(cx, list, &count);
  Tuple* const tuple = NewTupleRaw(cx.heap, count);
  for (uint32_t i = 0; i < count; ++i) tuple->items()[i].Store(items->slots()[i].Load());
  return Value::Of(tuple);
}

Value Marked(Iterator* it, bool endless) {
  if (endless) it->flags |= kEndless;
  return Value::Of(it);
}

Array* Zeroes(Context& cx, int64_t count) {
  Array* const array = NewArray(cx.heap, static_cast<uint32_t>(count));
  for (int64_t i = 0; i < count; ++i) array->slots()[i].Store(Value::Small(0));
  return array;
}

// ---- over one or more iterables

// (cls, keywords, *iterables)
Value ChainNew(Context& cx, Args args) {
  if (!CheckKeywords(cx, args, "chain")) return Value::Raised();
  const Args iterables = args.count > 2 ? args.From(2) : Args{args.data, 0};
  const Value all = TupleOf(cx, iterables);
  bool closed = true, endless = false;
  uint32_t depth = 0;
  for (uint32_t i = 0; i < iterables.count; ++i) {
    closed = closed && IsNativeIterable(iterables[i]);
    endless = endless || IsEndless(iterables[i]);
    depth = std::max(depth, IteratorDepth(iterables[i]));
  }
  if (!closed) {
    return Value::Of(NewIteratorOf(cx, Class(args), IteratorKind::kOpenChain,
                                   Value::Of(NewIterator(cx, IteratorKind::kTuple, all))));
  }
  Iterator* const it = NewIteratorOf(cx, Class(args), IteratorKind::kChain, all);
  it->expected.Store(depth + 1);
  return Marked(it, endless);
}

Value ChainFromIterable(Context& cx, Args args) {
  return NewIteratorOver(cx, Class(args), IteratorKind::kOpenChain, {args.data + 1, 1}, {});
}

Value CycleNew(Context& cx, Args args) {
  if (!CheckArguments(cx, args, "cycle", 1)) return Value::Raised();
  return NewIteratorOver(cx, Class(args), IteratorKind::kCycle, args.From(2), {});
}

Value PairwiseNew(Context& cx, Args args) {
  return NewIteratorOver(cx, Class(args), IteratorKind::kPairwise, {args.data + 1, 1}, {});
}

// (cls, fillvalue, *iterables)
Value ZipLongestNew(Context& cx, Args args) {
  const Args iterables = args.count > 2 ? args.From(2) : Args{args.data, 0};
  return NewIteratorOver(cx, Class(args), IteratorKind::kZipLongest, iterables,
                         {.second = OrNone(args.Opt(1))});
}

// (cls, iterable, n, strict)
Value BatchedNew(Context& cx, Args args) {
  if (!IsInt(args[2])) {
    return cx.TailCall(Library::kIndexedNew, {Value::Of(BuiltinTypeOf(cx.runtime, &kBatchedType)),
                                              args[0], args[1], args[2], OrNone(args.Opt(3))});
  }
  int64_t n = 0;
  if (!IntToInt64(args[2], &n)) {
    return cx.Raise(Exc::kOverflowError, "Python int too large to convert to C ssize_t");
  }
  if (n < 1) return cx.Raise(Exc::kValueError, "n must be at least one");
  const Tri strict = args.Opt(3).IsUndefined() ? Tri::kFalse : TryTruth(cx, args[3]);
  if (strict == Tri::kRaised) return Value::Raised();
  return NewIteratorOver(cx, Class(args), IteratorKind::kBatched, {args.data + 1, 1},
                         {.index = strict != Tri::kFalse, .limit = std::min(n, kSliceLimit)});
}

// (cls, keywords, function, *iterables)
Value MapNew(Context& cx, Args args) {
  if (!CheckKeywords(cx, args, "map")) return Value::Raised();
  if (args.count < 4) {
    return cx.Raise(Exc::kTypeError, "map() must have at least two arguments.");
  }
  return NewIteratorOver(cx, Class(args), IteratorKind::kMap, args.From(3), {.third = args[2]});
}

// (cls, keywords, function, iterable)
template <IteratorKind kWhich>
Value FunctionNew(Context& cx, Args args) {
  if (!CheckArguments(cx, args, IteratorTypeName(kWhich), 2)) return Value::Raised();
  return NewIteratorOver(cx, Class(args), kWhich, args.From(3), {.third = args[2]});
}

// (cls, iterable, func, initial)
Value AccumulateNew(Context& cx, Args args) {
  const Value initial = OrNone(args.Opt(3));
  return NewIteratorOver(
      cx, Class(args), IteratorKind::kAccumulate, {args.data + 1, 1},
      {.second = initial, .third = OrNone(args.Opt(2)), .index = initial.IsNone() ? 0 : 1});
}

// (cls, data, selectors)
Value CompressNew(Context& cx, Args args) {
  return NewIteratorOver(cx, Class(args), IteratorKind::kCompress, {args.data + 1, 2}, {});
}

// The argument of islice as a number; -1 for None. False: it is no int, or not within range.
bool SliceBound(Value v, int64_t* bound) {
  *bound = -1;
  if (v.IsNone()) return true;
  if (!IsInt(v) || !IntToInt64(v, bound) || *bound < 0) return false;
  *bound = std::min(*bound, kSliceLimit);
  return true;
}

// (cls, keywords, iterable, *bounds)
Value SliceNew(Context& cx, Args args) {
  if (!CheckKeywords(cx, args, "islice")) return Value::Raised();
  const uint32_t given = args.count < 2 ? 0 : args.count - 2;
  if (given < 2 || given > 4) {
    return cx.Raise(Exc::kTypeError, "islice expected at {} arguments, got {}",
                    given < 2 ? "least 2" : "most 4", given);
  }
  int64_t start = 0, stop = 0, step = 1;
  bool fits = SliceBound(args[given == 2 ? 3 : 4], &stop);
  if (given > 2) fits = SliceBound(args[3], &start) && fits;
  if (given > 3) fits = SliceBound(args[5], &step) && step != 0 && fits;
  if (!fits) {
    cx.TailCall(Library::kSliceNew, {args[0]});
    cx.tail.args.insert(cx.tail.args.end(), args.data + 2, args.data + args.count);
    return Value::TailCall();
  }
  start = std::max<int64_t>(start, 0);
  step = std::max<int64_t>(step, 1);
  // To pass over many items takes safepoints.
  const bool far = start > kManyValues || step > kManyValues;
  return NewIteratorOver(
      cx, Class(args), far ? IteratorKind::kOpenSlice : IteratorKind::kSlice,
      args.From(2).count == 0 ? args : Args{args.data + 2, 1},
      {.second = Value::Small(start), .third = Value::Small(step), .limit = stop});
}

// (cls, keywords, iterable)
Value TeeNew(Context& cx, Args args) {
  if (!CheckArguments(cx, args, "_tee", 1)) return Value::Raised();
  if (args[2].Is(Kind::kIterator) && args[2].As<Iterator>()->which.Load() == IteratorKind::kTee) {
    return TeeCopy(cx, args.From(2));
  }
  return NewIteratorOver(cx, Class(args), IteratorKind::kTee, args.From(2), {});
}

// ---- of a value or a number

// (cls, object, times)
Value RepeatNew(Context& cx, Args args) {
  const Value times = args.Opt(2);
  int64_t left = -1;
  if (!times.IsUndefined()) {
    if (!IsInt(times)) {
      return cx.TailCall(Library::kIndexedNew, {Value::Of(BuiltinTypeOf(cx.runtime, &kRepeatType)),
                                                args[0], args[1], times});
    }
    left = std::max<int64_t>(0, IntToInt64Clamped(times));
  }
  Iterator* const it = NewIteratorOf(cx, Class(args), IteratorKind::kRepeat, args[1]);
  it->limit.Store(left);
  return Marked(it, left < 0 || left > kManyValues);
}

Value RepeatHint(Context& cx, Args args) {
  auto* const it = args[0].As<Iterator>();
  const int64_t left = it->which.Load() == IteratorKind::kRepeat ? it->limit.Load() : 0;
  if (left < 0) return cx.Raise(Exc::kTypeError, "len() of unsized object");
  return IntFromInt64(cx.heap, left);
}

// (cls, start, step)
Value CountNew(Context& cx, Args args) {
  const Value start = args.Opt(1).IsUndefined() ? Value::Small(0) : args[1];
  const Value step = args.Opt(2).IsUndefined() ? Value::Small(1) : args[2];
  for (const Value number : {start, step}) {
    const Type* const type = TypeOf(cx, number);
    const auto has = [&](Special special) { return !type->special(special).IsUndefined(); };
    const bool counts = IsNumber(number) || has(Special::kIndex) || has(Special::kFloat);
    if (!counts) return cx.Raise(Exc::kTypeError, "a number is required");
  }
  const bool ints = IsInt(start) && IsInt(step) && !start.IsBool() && !step.IsBool() &&
                    TypeOf(cx, start) == cx.runtime.int_type;
  Iterator* const it =
      NewIteratorOf(cx, Class(args), ints ? IteratorKind::kCount : IteratorKind::kOpenCount, start);
  it->second.Store(ints ? IntPlain(cx, step) : step);
  return Marked(it, true);
}

// ---- of pools

// (cls, repeat, *iterables)
Value ProductNew(Context& cx, Args args) {
  const Value repeat = args.Opt(1);
  const Args iterables = args.count > 2 ? args.From(2) : Args{args.data, 0};
  int64_t times = 1;
  bool native = repeat.IsUndefined() || IsInt(repeat);
  std::vector<Value> pools;
  for (uint32_t i = 0; i < iterables.count && native; ++i) {
    pools.push_back(PoolOf(cx, iterables[i]));
    if (!cx.pending.IsUndefined()) return Value::Raised();
    native = !pools.back().IsUndefined();
  }
  if (!native) {
    return cx.TailCall(Library::kProductNew, {args[0], TupleOf(cx, iterables),
                                              repeat.IsUndefined() ? Value::Small(1) : repeat});
  }
  if (!repeat.IsUndefined() && !IntToInt64(repeat, &times)) {
    return cx.Raise(Exc::kOverflowError, "Python int too large to convert to C ssize_t");
  }
  if (times < 0) return cx.Raise(Exc::kValueError, "repeat argument cannot be negative");
  const size_t once = pools.size();
  if (once != 0 && static_cast<uint64_t>(times) > (uint64_t{1} << 24) / once) {
    return cx.Raise(Exc::kOverflowError, "repeat argument too large");
  }
  if (times == 0) pools.clear();
  for (int64_t i = 1; i < times; ++i) {
    for (size_t k = 0; k < once; ++k) pools.push_back(Value(pools[k]));
  }
  Iterator* const it =
      NewIteratorOf(cx, Class(args), IteratorKind::kProduct, Value::Of(NewTuple(cx.heap, pools)));
  it->second.Store(Value::Of(Zeroes(cx, static_cast<int64_t>(pools.size()))));
  double values = 1;
  for (const Value pool : pools) values *= pool.As<Tuple>()->length;
  return Marked(it, values > kManyValues);
}

// The pool and r of permutations and combinations. False: the native returns `answer`.
bool PoolAndCount(Context& cx, Args args, const TypeDef* def, Value* pool, int64_t* r,
                  Value* answer) {
  const Value given = OrNone(args.Opt(2));
  *pool = PoolOf(cx, args[1]);
  *answer = Value::Raised();
  if (!cx.pending.IsUndefined()) return false;
  if (pool->IsUndefined() || !(IsInt(given) || given.IsNone())) {
    *answer = cx.TailCall(Library::kPoolNew, {Value::Of(BuiltinTypeOf(cx.runtime, def)), args[0],
                                              pool->IsUndefined() ? args[1] : *pool, given});
    return false;
  }
  *r = pool->As<Tuple>()->length;
  if (!given.IsNone() && !IntToInt64(given, r)) {
    cx.Raise(Exc::kOverflowError, "Python int too large to convert to C ssize_t");
  } else if (*r < 0) {
    cx.Raise(Exc::kValueError, "r must be non-negative");
  } else if (*r > 0x7fffffff) {
    cx.Raise(Exc::kMemoryError, "");
  }
  return cx.pending.IsUndefined();
}

// (cls, iterable, r)
Value PermutationsNew(Context& cx, Args args) {
  Value pool, answer;
  int64_t r = 0;
  if (!PoolAndCount(cx, args, &kPermutationsType, &pool, &r, &answer)) return answer;
  const int64_t n = pool.As<Tuple>()->length, cycles = std::min(r, n);
  Array* const indices = NewArray(cx.heap, static_cast<uint32_t>(n + cycles));
  for (int64_t i = 0; i < n; ++i) indices->slots()[i].Store(Value::Small(i));
  for (int64_t i = 0; i < cycles; ++i) indices->slots()[n + i].Store(Value::Small(n - i));
  Iterator* const it = NewIteratorOf(cx, Class(args), IteratorKind::kPermutations, pool);
  it->second.Store(Value::Of(indices));
  it->limit.Store(r);
  return Marked(it, n > 8);
}

// (cls, iterable, r)
template <IteratorKind kWhich, const TypeDef& kDef>
Value CombinationsNew(Context& cx, Args args) {
  constexpr bool kReplaces = kWhich == IteratorKind::kCombinationsWithReplacement;
  Value pool, answer;
  int64_t r = 0;
  if (!PoolAndCount(cx, args, &kDef, &pool, &r, &answer)) return answer;
  const int64_t n = pool.As<Tuple>()->length, count = kReplaces ? r : std::min(r, n);
  Array* const indices = Zeroes(cx, count);
  for (int64_t i = 0; i < count && !kReplaces; ++i) indices->slots()[i].Store(Value::Small(i));
  Iterator* const it = NewIteratorOf(cx, Class(args), kWhich, pool);
  it->second.Store(Value::Of(indices));
  it->limit.Store(r);
  // At most 2^16, or C(15 + r, r), values.
  return Marked(it, kReplaces ? n + r > 18 : n > 16 && r > 2);
}

#define NEW_ROWS(New, params)                                        \
  {"__new__", New, params}, {"__iter__", IteratorSelf, "self, /"}, { \
    "__next__", IteratorNextMethod, "self, /"                        \
  }

#define STATE_ROWS \
  {"__reduce__", IteratorReduce, "self, /"}, { "__setstate__", IteratorSetState, "self, state, /" }

// The rows of a type whose constructor has these parameters.
template <NativeFn kNew, const char* kParams>
constexpr NativeDef kRows[] = {NEW_ROWS(kNew, kParams), STATE_ROWS, {nullptr, nullptr, nullptr}};

constexpr char kPositional[] = "cls, *args, **kwargs=";
constexpr char kAccumulateParams[] = "cls, iterable, func=, *, initial=";
constexpr char kCompressParams[] = "cls, data, selectors";
constexpr char kCountParams[] = "cls, start=, step=";
constexpr char kProductParams[] = "cls, *iterables, repeat=";
constexpr char kPermutationsParams[] = "cls, iterable, r=";
constexpr char kCombinationsParams[] = "cls, iterable, r";
constexpr char kZipLongestParams[] = "cls, *iterables, fillvalue=";

constexpr NativeDef kChainMethods[] = {NEW_ROWS(ChainNew, "cls, *args, **kwargs="),
                                       STATE_ROWS,
                                       {"from_iterable", ChainFromIterable, "cls, iterable, /"},
                                       {"__class_getitem__", ClassGetItem, "cls, item, /"},
                                       {nullptr, nullptr, nullptr}};
constexpr NativeDef kPairwiseMethods[] = {NEW_ROWS(PairwiseNew, "cls, iterable, /"),
                                          {nullptr, nullptr, nullptr}};
constexpr NativeDef kBatchedMethods[] = {NEW_ROWS(BatchedNew, "cls, iterable, n, *, strict="),
                                         {nullptr, nullptr, nullptr}};
constexpr NativeDef kRepeatMethods[] = {NEW_ROWS(RepeatNew, "cls, object, times="),
                                        {"__repr__", IteratorRepr, "self, /"},
                                        {"__length_hint__", RepeatHint, "self, /"},
                                        {"__reduce__", IteratorReduce, "self, /"},
                                        {nullptr, nullptr, nullptr}};
constexpr NativeDef kCountMethods[] = {NEW_ROWS(CountNew, kCountParams),
                                       {"__repr__", IteratorRepr, "self, /"},
                                       {"__reduce__", IteratorReduce, "self, /"},
                                       {nullptr, nullptr, nullptr}};
constexpr NativeDef kTeeMethods[] = {NEW_ROWS(TeeNew, kPositional),
                                     {"__copy__", TeeCopy, "self, /"},
                                     {"__reduce__", IteratorReduce, "self, /"},
                                     {nullptr, nullptr, nullptr}};
constexpr NativeDef kMapMethods[] = {NEW_ROWS(MapNew, kPositional),
                                     {"__reduce__", IteratorReduce, "self, /"},
                                     {nullptr, nullptr, nullptr}};
constexpr NativeDef kFilterMethods[] = {NEW_ROWS(FunctionNew<IteratorKind::kFilter>, kPositional),
                                        {"__reduce__", IteratorReduce, "self, /"},
                                        {nullptr, nullptr, nullptr}};

constexpr TypeDef Define(const char* name, const char* module, const NativeDef* methods,
                         const char* doc) {
  return {name, module, Kind::kIterator, methods, nullptr, 0, sizeof(Iterator), doc};
}
constexpr TypeDef Itertool(const char* name, const NativeDef* methods, const char* doc) {
  return Define(name, "itertools", methods, doc);
}

}  // namespace

#define ROWS(New, params) kRows<New, params>

const TypeDef kMapType = Define(
    "map", "builtins", kMapMethods,
    "Make an iterator that computes the function using arguments from each of the iterables.");
const TypeDef kFilterType =
    Define("filter", "builtins", kFilterMethods,
           "Return an iterator yielding those items of iterable for which function(item) is true.");
const TypeDef kAccumulateType = Itertool("accumulate", ROWS(AccumulateNew, kAccumulateParams),
                                         "Running totals, or whatever func makes of two values.");
const TypeDef kBatchedType =
    Itertool("batched", kBatchedMethods, "Tuples of n items; the last may be shorter.");
const TypeDef kChainType = Itertool("chain", kChainMethods, "One iterable after the other.");
const TypeDef kCombinationsType = Itertool(
    "combinations",
    ROWS((CombinationsNew<IteratorKind::kCombinations, kCombinationsType>), kCombinationsParams),
    "Every choice of r different positions, in their order.");
const TypeDef kCombinationsWithReplacementType =
    Itertool("combinations_with_replacement",
             ROWS((CombinationsNew<IteratorKind::kCombinationsWithReplacement,
                                   kCombinationsWithReplacementType>),
                  kCombinationsParams),
             "Every choice of r positions, in their order, the same ones again included.");
const TypeDef kCompressType =
    Itertool("compress", ROWS(CompressNew, kCompressParams), "The items whose selector is true.");
const TypeDef kCountType =
    Itertool("count", kCountMethods, "start, start + step, …; no two threads get the same.");
const TypeDef kCycleType =
    Itertool("cycle", ROWS(CycleNew, kPositional), "Repeats an iterable for ever.");
const TypeDef kDropWhileType =
    Itertool("dropwhile", ROWS(FunctionNew<IteratorKind::kDropWhile>, kPositional),
             "What follows the items for which the predicate holds.");
const TypeDef kFilterFalseType =
    Itertool("filterfalse", ROWS(FunctionNew<IteratorKind::kFilterFalse>, kPositional),
             "The items for which the predicate does not hold.");
const TypeDef kSliceIteratorType =
    Itertool("islice", ROWS(SliceNew, kPositional), "A slice of an iterable.");
const TypeDef kPairwiseType =
    Itertool("pairwise", kPairwiseMethods, "Each item with the one that follows it.");
const TypeDef kPermutationsType =
    Itertool("permutations", ROWS(PermutationsNew, kPermutationsParams),
             "Every ordered choice of r different positions.");
const TypeDef kProductType = Itertool("product", ROWS(ProductNew, kProductParams),
                                      "Every way to take one item of each iterable.");
const TypeDef kRepeatType = Itertool("repeat", kRepeatMethods, "The same object again and again.");
const TypeDef kStarmapType =
    Itertool("starmap", ROWS(FunctionNew<IteratorKind::kStarmap>, kPositional),
             "function(*args) for each args.");
const TypeDef kTakeWhileType =
    Itertool("takewhile", ROWS(FunctionNew<IteratorKind::kTakeWhile>, kPositional),
             "The items as long as the predicate holds.");
const TypeDef kZipLongestType = Itertool("zip_longest", ROWS(ZipLongestNew, kZipLongestParams),
                                         "As zip, until the longest iterable ends.");

const TypeDef kTeeType =
    Itertool("_tee", kTeeMethods, "One of several iterators over the same source.");

const TypeDef* const kItertoolsTypes[] = {&kTeeType,          &kAccumulateType,
                                          &kBatchedType,      &kChainType,
                                          &kCombinationsType, &kCombinationsWithReplacementType,
                                          &kCompressType,     &kCountType,
                                          &kCycleType,        &kDropWhileType,
                                          &kFilterFalseType,  &kSliceIteratorType,
                                          &kPairwiseType,     &kPermutationsType,
                                          &kProductType,      &kRepeatType,
                                          &kStarmapType,      &kTakeWhileType,
                                          &kZipLongestType,   nullptr};

// ---- what all of them share

Value MakeIteratorOver(Context& cx, Type* type, IteratorKind which, Args sources,
                       const IteratorFields& fields) {
  bool closed = true, endless = sources.count != 0;
  uint32_t depth = 0;
  for (uint32_t i = 0; i < sources.count; ++i) {
    closed = closed && IsClosedSource(sources[i]);
    endless = endless && IsEndless(sources[i]);
    depth = std::max(depth, IteratorDepth(sources[i]));
  }
  if (!closed) which = OpenKind(which);
  Iterator* const it =
      NewIteratorOf(cx, type, which, sources.count == 0 ? Value::None() : sources[0]);
  it->second.Store(fields.second);
  it->third.Store(fields.third);
  it->index.Store(fields.index);
  it->limit.Store(fields.limit);
  if (IsOpen(it)) {
    for (uint32_t i = 0; i < sources.count; ++i) Shared(sources[i]);
  } else {
    it->expected.Store(depth + 1);
  }
  switch (which) {
    case IteratorKind::kZip:
    case IteratorKind::kZipLongest: it->source.Store(ArrayOf(cx, sources)); break;
    case IteratorKind::kOpenZip: it->source.Store(TupleOf(cx, sources)); break;
    case IteratorKind::kOpenZipLongest: it->source.Store(ListOf(cx, sources)); break;
    case IteratorKind::kMap:
      if (sources.count == 1) break;
      it->source.Store(TupleOf(cx, sources));
      it->limit.Store(1);
      break;
    case IteratorKind::kCycle:
    case IteratorKind::kOpenCycle:
      it->second.Store(Value::Of(NewList(cx.heap)));
      endless = true;
      break;
    case IteratorKind::kCompress: it->second.Store(sources[1]); break;
    case IteratorKind::kSlice: {
      const bool few = fields.limit >= 0 && fields.limit <= kManyValues;
      endless = endless && !few;
      break;
    }
    case IteratorKind::kAccumulate:
      if (fields.index == 0) it->second.Store(Value::Undefined());
      break;
    case IteratorKind::kTee: it->second.Store(NewTeeLink(cx)); break;
    case IteratorKind::kPairwise:
    case IteratorKind::kOpenPairwise:
    case IteratorKind::kOpenChain: it->second.Store(Value::Undefined()); break;
    default: break;
  }
  if (!IsOpen(it)) Marked(it, endless);
  return Value::Of(it);
}

Value NewIteratorOver(Context& cx, Type* type, IteratorKind which, Args iterables,
                      const IteratorFields& fields) {
  std::vector<Value> sources;
  for (uint32_t i = 0; i < iterables.count; ++i) {
    sources.push_back(SourceFor(cx, iterables[i]));
    if (!sources.back().IsUndefined()) continue;
    return cx.TailCall(
        Library::kMakeIterator,
        {Value::Of(type), Value::Small(static_cast<int>(which)), TupleOf(cx, iterables),
         fields.second, fields.third, Value::Small(fields.index), Value::Small(fields.limit)});
  }
  return MakeIteratorOver(cx, type, which, {sources.data(), iterables.count}, fields);
}

}  // namespace heddle::lib
