// _itertools: the iterators of itertools over builtin iterables. Each function returns None where a
// source is something else; then the Python part of the library makes a generator.
#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

Value Marked(Iterator* it, bool endless) {
  if (endless) it->flags |= kEndless;
  return Value::Of(it);
}

// (iterables): a tuple.
Value Chain(Context& cx, Args args) {
  auto* const iterables = args[0].As<Tuple>();
  bool endless = false;
  for (uint32_t i = 0; i < iterables->length; ++i) {
    if (!IsNativeIterable(iterables->Get(i))) return Value::None();
    endless |= IsEndless(iterables->Get(i));
  }
  return Marked(NewItertoolsIterator(cx, IteratorKind::kChain, args[0], Value()), endless);
}

Value Cycle(Context& cx, Args args) {
  if (!IsNativeIterable(args[0])) return Value::None();
  return Marked(NewItertoolsIterator(cx, IteratorKind::kCycle, NativeIterator(cx, args[0]),
                                     Value::Of(NewList(cx.heap))),
                true);
}

Value Pairwise(Context& cx, Args args) {
  if (!IsNativeIterable(args[0])) return Value::None();
  return Marked(
      NewItertoolsIterator(cx, IteratorKind::kPairwise, NativeIterator(cx, args[0]), Value()),
      IsEndless(args[0]));
}

// (iterables, what fills)
Value ZipLongest(Context& cx, Args args) {
  auto* const iterables = args[0].As<Tuple>();
  Array* const sources = NewArray(cx.heap, iterables->length);
  bool endless = false;
  for (uint32_t i = 0; i < iterables->length; ++i) {
    if (!IsNativeIterable(iterables->Get(i))) return Value::None();
    sources->slots()[i].Store(NativeIterator(cx, iterables->Get(i)));
    endless |= IsEndless(iterables->Get(i));
  }
  return Marked(NewItertoolsIterator(cx, IteratorKind::kZipLongest, Value::Of(sources), args[1]),
                endless);
}

// (iterable, start, stop or None, step): ints that are not negative.
Value Slice(Context& cx, Args args) {
  const bool ends = !args[2].IsNone();
  if (!IsNativeIterable(args[0]) || !args[1].IsSmall() || !args[3].IsSmall()) return Value::None();
  if (ends && !args[2].IsSmall()) return Value::None();
  const int64_t start = args[1].small();
  // What is passed over between values and at the end is up to the generator.
  if (args[3].small() != 1 || (ends && args[2].small() <= start)) return Value::None();
  if (start > kManyValues) return Value::None();
  Iterator* const it =
      NewItertoolsIterator(cx, IteratorKind::kSlice, NativeIterator(cx, args[0]), args[3]);
  it->index.Store(start);
  it->limit.Store(ends ? args[2].small() - start : -1);
  const bool few = ends && args[2].small() <= kManyValues;
  return Marked(it, IsEndless(args[0]) && !few);
}

// (object, times or None)
Value Repeat(Context& cx, Args args) {
  if (!args[1].IsNone() && !args[1].IsSmall()) return Value::None();
  Iterator* const it = NewItertoolsIterator(cx, IteratorKind::kRepeat, args[0], Value());
  it->limit.Store(args[1].IsNone() ? -1 : args[1].small());
  return Marked(it, args[1].IsNone() || args[1].small() > kManyValues);
}
Value RepeatLeft(Context&, Args args) {
  auto* const it = args[0].As<Iterator>();
  return Value::Small(it->which.Load() == IteratorKind::kRepeat ? it->limit.Load() : 0);
}

// (start, step)
Value Count(Context& cx, Args args) {
  if (!IsInt(args[0]) || !IsInt(args[1])) return Value::None();
  return Value::Of(
      NewItertoolsIterator(cx, IteratorKind::kCount, IntPlain(cx, args[0]), IntPlain(cx, args[1])));
}
Value CountNow(Context&, Args args) { return args[0].As<Iterator>()->source.Load(); }

// (pools): a tuple of tuples.
Value Product(Context& cx, Args args) {
  const uint32_t count = args[0].As<Tuple>()->length;
  Array* const indices = NewArray(cx.heap, count);
  for (uint32_t i = 0; i < count; ++i) indices->slots()[i].Store(Value::Small(0));
  return Value::Of(NewItertoolsIterator(cx, IteratorKind::kProduct, args[0], Value::Of(indices)));
}

// (pool, r): a tuple and an int that is not negative.
Value Permutations(Context& cx, Args args) {
  const int64_t n = args[0].As<Tuple>()->length;
  if (!args[1].IsSmall()) return Value::None();
  const int64_t r = args[1].small(), cycles = std::min(r, n);
  Array* const indices = NewArray(cx.heap, static_cast<uint32_t>(n + cycles));
  for (int64_t i = 0; i < n; ++i) indices->slots()[i].Store(Value::Small(i));
  for (int64_t i = 0; i < cycles; ++i) indices->slots()[n + i].Store(Value::Small(n - i));
  Iterator* const it =
      NewItertoolsIterator(cx, IteratorKind::kPermutations, args[0], Value::Of(indices));
  it->limit.Store(r);
  return Marked(it, n > 8);
}

template <IteratorKind kWhich>
Value Combinations(Context& cx, Args args) {
  constexpr bool kReplaces = kWhich == IteratorKind::kCombinationsWithReplacement;
  const int64_t n = args[0].As<Tuple>()->length;
  if (!args[1].IsSmall() || args[1].small() > 0x7fffffff) return Value::None();
  const int64_t r = args[1].small(), count = kReplaces ? r : std::min(r, n);
  Array* const indices = NewArray(cx.heap, static_cast<uint32_t>(count));
  for (int64_t i = 0; i < count; ++i) {
    indices->slots()[i].Store(Value::Small(kReplaces ? 0 : i));
  }
  Iterator* const it = NewItertoolsIterator(cx, kWhich, args[0], Value::Of(indices));
  it->limit.Store(r);
  // At most 2^16, or C(15 + r, r), values.
  return Marked(it, kReplaces ? n + r > 18 : n > 16 && r > 2);
}

constexpr NativeDef kFunctions[] = {
    {"chain", Chain, "iterables, /"},
    {"cycle", Cycle, "iterable, /"},
    {"pairwise", Pairwise, "iterable, /"},
    {"zip_longest", ZipLongest, "iterables, fillvalue, /"},
    {"islice", Slice, "iterable, start, stop, step, /"},
    {"repeat", Repeat, "object, times, /"},
    {"repeat_left", RepeatLeft, "iterator, /"},
    {"count", Count, "start, step, /"},
    {"count_now", CountNow, "iterator, /"},
    {"product", Product, "pools, /"},
    {"permutations", Permutations, "pool, r, /"},
    {"combinations", Combinations<IteratorKind::kCombinations>, "pool, r, /"},
    {"combinations_with_replacement", Combinations<IteratorKind::kCombinationsWithReplacement>,
     "pool, r, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kItertoolsModule = {"_itertools", kFunctions, nullptr};

}  // namespace heddle::lib
