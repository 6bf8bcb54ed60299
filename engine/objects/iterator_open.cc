// The steps of open iterators: those whose values take Python code. What a step has to call last is
// a tail call; where something is left to do afterwards, the library's Python part makes the calls
// (engine/lib/py/_iterators.py).
#include "objects/array.h"
#include "objects/attribute.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/number.h"

namespace heddle {

namespace {

bool IsPlainNumber(Value v) { return v.IsSmall() || v.IsDouble(); }

Value Finished(Iterator* it) {
  it->which.Store(IteratorKind::kDone);
  it->source.Store(Value::Undefined());
  return Value::Undefined();
}

// Calls type(source).__next__.
Value CallNext(Context& cx, Value source) {
  Type* const type = TypeOf(cx, source);
  const Value next = type->special(Special::kNext);
  if (next.IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "'{}' object is not an iterator", TypeName(cx, source));
  }
  const SpecialCall call = PrepareSpecial(cx, next, source, type);
  if (call.kind == SpecialCall::kGet) {
    const Value args = Value::Of(NewTuple(cx.heap, {call.args[0], call.args[1]}));
    return cx.TailCall(Library::kCallGet, {call.callable, args, cx.runtime.empty_tuple.Load()});
  }
  if (call.self.IsUndefined()) return cx.TailCall(call.callable, {});
  return cx.TailCall(call.callable, {call.self});
}

Value StepOfMap(Context& cx, Iterator* it) {
  const Value source = it->source.Load(), function = it->third.Load();
  if (it->limit.Load() == 0) {
    if (!IsClosedSource(source)) return cx.TailCall(Library::kMapOne, {function, source});
    const Value item = IteratorNext(cx, source.As<Iterator>());
    return item.IsUndefined() ? item : cx.TailCall(function, {item});
  }
  auto* const sources = source.As<Tuple>();
  for (uint32_t i = 0; i < sources->length; ++i) {
    if (!IsClosedSource(sources->Get(i))) return cx.TailCall(Library::kMapMany, {function, source});
  }
  cx.TailCall(function, {});
  for (uint32_t i = 0; i < sources->length; ++i) {
    const Value item = IteratorNext(cx, sources->Get(i).As<Iterator>());
    if (item.IsUndefined()) return item;
    cx.tail.args.push_back(item);
  }
  return Value::TailCall();
}

// The truth of some items is looked at here, so that a long run of others has safepoints.
constexpr int kTestedInOneStep = 100;

Value StepOfFilter(Context& cx, Iterator* it) {
  const Value source = it->source.Load(), function = it->third.Load();
  const bool by_truth = function.IsNone() || function == Value::Of(cx.runtime.bool_type);
  if (!IsClosedSource(source)) {
    return by_truth ? cx.TailCall(Library::kFilterTrue, {source})
                    : cx.TailCall(Library::kFilterBy, {function, source});
  }
  for (int i = 0; i < kTestedInOneStep; ++i) {
    const Value item = IteratorNext(cx, source.As<Iterator>());
    if (item.IsUndefined()) return item;
    if (!by_truth) return cx.TailCall(Library::kFilterBy, {function, source, item});
    const Tri truth = TryTruth(cx, item);
    if (truth == Tri::kTrue) return item;
    if (truth == Tri::kRaised) return Value::Raised();
    if (truth == Tri::kPython) return cx.TailCall(Library::kFilterTrue, {source, item});
  }
  return cx.TailCall(Library::kFilterTrue, {source});
}

Value StepOfCompress(Context& cx, Iterator* it) {
  const Value data = it->source.Load(), selectors = it->second.Load();
  if (!IsClosedSource(data) || !IsClosedSource(selectors)) {
    return cx.TailCall(Library::kCompressNext, {data, selectors});
  }
  for (int i = 0; i < kTestedInOneStep; ++i) {
    const Value item = IteratorNext(cx, data.As<Iterator>());
    if (item.IsUndefined()) return item;
    const Value selector = IteratorNext(cx, selectors.As<Iterator>());
    if (selector.IsUndefined()) return selector;
    const Tri truth = TryTruth(cx, selector);
    if (truth == Tri::kTrue) return item;
    if (truth == Tri::kRaised) return Value::Raised();
    if (truth == Tri::kPython) {
      return cx.TailCall(Library::kCompressNext, {data, selectors, item, selector});
    }
  }
  return cx.TailCall(Library::kCompressNext, {data, selectors});
}

Value StarmapCall(Context& cx, Iterator* it, Value item) {
  const Value function = it->third.Load();
  if (!item.Is(Kind::kTuple) || (item.object()->flags & kSubclass) != 0) {
    return cx.TailCall(Library::kStarmapCall, {function, item});
  }
  cx.TailCall(function, {});
  auto* const args = item.As<Tuple>();
  for (uint32_t i = 0; i < args->length; ++i) cx.tail.args.push_back(args->Get(i));
  return Value::TailCall();
}

Value StepOfStarmap(Context& cx, Iterator* it) {
  const Value source = it->source.Load();
  if (!IsClosedSource(source)) {
    return cx.TailCall(Library::kStarmapNext, {it->third.Load(), source});
  }
  const Value item = IteratorNext(cx, source.As<Iterator>());
  return item.IsUndefined() ? item : StarmapCall(cx, it, item);
}

Value StepOfZip(Context& cx, Iterator* it) {
  const Value sources = it->source.Load();
  auto* const tuple = sources.As<Tuple>();
  const bool strict = it->limit.Load() != 0;
  if (tuple->length == 2 && !strict) {
    return cx.TailCall(Library::kZipTwo, {tuple->Get(0), tuple->Get(1)});
  }
  return cx.TailCall(Library::kZipNext, {sources, Value::Bool(strict)});
}

Value StepOfSlice(Context& cx, Iterator* it) {
  const Value source = it->source.Load();
  const int64_t taken = it->index.Load(), skip = it->second.Load().small() - taken;
  const int64_t stop = it->limit.Load();
  const bool wanted = stop < 0 || taken + skip < stop;
  if (skip > 0) {
    return cx.TailCall(Library::kSliceNext, {Value::Of(it), source, Value::Bool(wanted)});
  }
  if (!wanted) return Finished(it);
  AdvanceSlice(it);
  return CallNext(cx, source);
}

Value StepOfCount(Context& cx, Iterator* it) {
  const Value now = it->source.Load(), step = it->second.Load();
  if (IsPlainNumber(now) && IsPlainNumber(step)) {
    const Value next = Arithmetic(cx, BinaryOp::kAdd, now, step);
    if (next.IsUndefined()) return next;
    it->source.Publish(next);
    return now;
  }
  return cx.TailCall(Library::kCountNext, {Value::Of(it), now, step});
}

Value StepOfChain(Context& cx, Iterator* it) {
  const Value source = it->source.Load();
  for (int i = 0; i < kTestedInOneStep; ++i) {
    const Value current = it->second.LoadAcquire();
    if (!current.IsUndefined()) {
      if (!IsClosedSource(current)) {
        return cx.TailCall(Library::kChainNext, {Value::Of(it), current});
      }
      const Value item = IteratorNext(cx, current.As<Iterator>());
      if (!item.IsUndefined() || !cx.pending.IsUndefined()) return item;
      it->second.Store(Value::Undefined());
    }
    if (!IsClosedSource(source)) break;
    const Value iterable = IteratorNext(cx, source.As<Iterator>());
    if (iterable.IsUndefined()) return cx.pending.IsUndefined() ? Finished(it) : iterable;
    const Value next = SourceFor(cx, iterable);
    if (next.IsUndefined()) {
      return cx.TailCall(Library::kChainNext, {Value::Of(it), Value::None(), iterable});
    }
    it->second.Publish(Shared(next));
  }
  return cx.TailCall(Library::kChainNext, {Value::Of(it), Value::None()});
}

Value StepOfCycle(Context& cx, Iterator* it) {
  auto* const saved = it->second.Load().As<List>();
  if (it->limit.Load() != 1) {
    return cx.TailCall(Library::kCycleNext, {Value::Of(it), it->source.Load()});
  }
  const int64_t length = saved->length.Load(), at = it->index.Load();
  if (length == 0) return Finished(it);
  it->index.Store(at + 1 < length ? at + 1 : 0);
  return ListAt(saved, static_cast<uint64_t>(at < length ? at : 0));
}

Value TakeWhileTest(Context& cx, Iterator* it, Value item) {
  return cx.TailCall(Library::kTakeWhileTest, {Value::Of(it), it->third.Load(), item});
}

Value StepOfTakeWhile(Context& cx, Iterator* it) {
  const Value source = it->source.Load(), predicate = it->third.Load();
  if (it->index.Load() != 0) return Value::Undefined();
  if (!IsClosedSource(source)) {
    return cx.TailCall(Library::kTakeWhileNext, {Value::Of(it), predicate, source});
  }
  const Value item = IteratorNext(cx, source.As<Iterator>());
  return item.IsUndefined() ? item : TakeWhileTest(cx, it, item);
}

Value StepOfDropWhile(Context& cx, Iterator* it) {
  const Value source = it->source.Load();
  if (it->index.Load() == 0) {
    return cx.TailCall(Library::kDropWhileNext, {Value::Of(it), it->third.Load(), source});
  }
  return IsClosedSource(source) ? IteratorNext(cx, source.As<Iterator>()) : CallNext(cx, source);
}

Value Accumulate(Context& cx, Iterator* it, Value item) {
  const Value total = it->second.LoadAcquire(), function = it->third.Load();
  Value next = item;
  if (!total.IsUndefined()) {
    if (!function.IsNone() || !IsPlainNumber(total) || !IsPlainNumber(item)) {
      return cx.TailCall(Library::kAccumulateCall, {Value::Of(it), function, total, item});
    }
    next = Arithmetic(cx, BinaryOp::kAdd, total, item);
    if (next.IsUndefined()) return next;
  }
  it->second.Publish(next);
  return next;
}

Value StepOfAccumulate(Context& cx, Iterator* it) {
  const Value source = it->source.Load(), total = it->second.LoadAcquire();
  const Value function = it->third.Load();
  if (it->index.Load() != 0) {
    it->index.Store(0);
    return total;
  }
  if (!IsClosedSource(source)) {
    return cx.TailCall(Library::kAccumulateNext, {Value::Of(it), source, function});
  }
  const Value item = IteratorNext(cx, source.As<Iterator>());
  return item.IsUndefined() ? item : Accumulate(cx, it, item);
}

Value CountUp(Context& cx, Iterator* it, Value item) {
  const Value count = it->second.LoadAcquire();
  it->second.Publish(count.IsSmall() && Value::FitsSmall(count.small() + 1)
                         ? Value::Small(count.small() + 1)
                         : IntAdd(cx, count, Value::Small(1)));
  return Value::Of(NewTuple(cx.heap, {count, item}));
}

// The iterators of one tee() share links: the item, the next link once the item is there, and True
// while somebody asks the source for it.
enum TeeField : uint8_t { kItem, kNext, kAsked };

Value StepOfTee(Context& cx, Iterator* it) {
  const Value source = it->source.Load();
  auto* const link = it->second.LoadAcquire().As<Array>();
  heap::ObjectLock lock(cx.heap.locking(), link);
  const Value next = link->slots()[kNext].LoadAcquire();
  if (!next.IsUndefined()) {
    it->second.Publish(next);
    return link->slots()[kItem].LoadAcquire();
  }
  if (IsClosedSource(source)) {
    const Value item = IteratorNext(cx, source.As<Iterator>());
    if (!item.IsUndefined()) it->second.Publish(FillTeeLink(cx, link, item));
    return item;
  }
  if (link->slots()[kAsked].Load().IsTrue()) {
    return cx.Raise(Exc::kRuntimeError, "cannot re-enter the tee iterator");
  }
  link->slots()[kAsked].Store(Value::True());
  return cx.TailCall(Library::kTeeNext, {Value::Of(it), source});
}

Value Step(Context& cx, Iterator* it) {
  const Value self = Value::Of(it), source = it->source.Load();
  const auto index = [&] { return IntFromInt64(cx.heap, it->index.Load()); };
  switch (it->which.Load()) {
    case IteratorKind::kOpenEnumerate: return cx.TailCall(Library::kEnumerateNext, {self, source});
    case IteratorKind::kOpenZip: return StepOfZip(cx, it);
    case IteratorKind::kOpenSlice: return StepOfSlice(cx, it);
    case IteratorKind::kOpenCount: return StepOfCount(cx, it);
    case IteratorKind::kOpenChain: return StepOfChain(cx, it);
    case IteratorKind::kOpenCycle: return StepOfCycle(cx, it);
    case IteratorKind::kOpenPairwise: return cx.TailCall(Library::kPairwiseNext, {self, source});
    case IteratorKind::kOpenZipLongest:
      return cx.TailCall(Library::kZipLongestNext, {self, source, it->second.Load()});
    case IteratorKind::kOpenBatched:
      return cx.TailCall(Library::kBatchedNext, {self, source, Value::Small(it->limit.Load()),
                                                 Value::Bool(it->index.Load() != 0)});
    case IteratorKind::kOpenReversed:
      return cx.TailCall(Library::kReversedNext, {self, source, index()});
    case IteratorKind::kSequence:
      return cx.TailCall(Library::kSequenceNext, {self, source, index()});
    case IteratorKind::kCallable:
      return cx.TailCall(Library::kCallableNext, {self, source, it->second.Load()});
    case IteratorKind::kMap: return StepOfMap(cx, it);
    case IteratorKind::kFilter: return StepOfFilter(cx, it);
    case IteratorKind::kFilterFalse:
      return cx.TailCall(Library::kFilterFalse, {it->third.Load(), source});
    case IteratorKind::kStarmap: return StepOfStarmap(cx, it);
    case IteratorKind::kTakeWhile: return StepOfTakeWhile(cx, it);
    case IteratorKind::kDropWhile: return StepOfDropWhile(cx, it);
    case IteratorKind::kAccumulate: return StepOfAccumulate(cx, it);
    case IteratorKind::kCompress: return StepOfCompress(cx, it);
    case IteratorKind::kTee: return StepOfTee(cx, it);
    default: return IteratorNextSlow(cx, it);  // it has ended meanwhile
  }
}

}  // namespace

Value IteratorFeeder(Iterator* it) {
  switch (it->which.Load()) {
    case IteratorKind::kOpenEnumerate:
    case IteratorKind::kStarmap: return it->source.Load();
    case IteratorKind::kOpenChain: return it->second.LoadAcquire();
    case IteratorKind::kMap: return it->limit.Load() == 0 ? it->source.Load() : Value::Undefined();
    case IteratorKind::kAccumulate:
    case IteratorKind::kTakeWhile:
      return it->index.Load() == 0 ? it->source.Load() : Value::Undefined();
    default: return Value::Undefined();
  }
}

Value IteratorFed(Context& cx, Iterator* it, Value item) {
  heap::ObjectLock lock(cx.heap.locking(), it);
  switch (it->which.Load()) {
    case IteratorKind::kOpenEnumerate: return CountUp(cx, it, item);
    case IteratorKind::kStarmap: return StarmapCall(cx, it, item);
    case IteratorKind::kMap: return cx.TailCall(it->third.Load(), {item});
    case IteratorKind::kAccumulate: return Accumulate(cx, it, item);
    case IteratorKind::kTakeWhile: return TakeWhileTest(cx, it, item);
    default: return item;
  }
}

bool IteratorGoesOn(Context& cx, Iterator* it) {
  if (it->which.Load() != IteratorKind::kOpenChain) return false;
  heap::ObjectLock lock(cx.heap.locking(), it);
  it->second.Store(Value::Undefined());
  return true;
}

Value NewTeeLink(Context& cx) { return Value::Of(NewArray(cx.heap, 3)); }

Value FillTeeLink(Context& cx, Array* link, Value item) {
  const Value next = NewTeeLink(cx);
  link->slots()[kItem].Publish(item);
  link->slots()[kNext].Publish(next);
  return next;
}

Value TeeAnswered(Context& cx, Iterator* it, Value item) {
  auto* const link = it->second.LoadAcquire().As<Array>();
  heap::ObjectLock lock(cx.heap.locking(), link);
  link->slots()[kAsked].Store(Value::False());
  if (!item.IsUndefined()) it->second.Publish(FillTeeLink(cx, link, item));
  return item;
}

Value TeeKnown(Context& cx, Iterator* it) {
  List* const items = NewList(cx.heap);
  for (auto* link = it->second.LoadAcquire().As<Array>();;) {
    const Value next = link->slots()[kNext].LoadAcquire();
    if (next.IsUndefined()) return Value::Of(items);
    ListAppend(cx.heap, items, link->slots()[kItem].LoadAcquire());
    link = next.As<Array>();
  }
}

Value IteratorStepOpen(Context& cx, Iterator* it) {
  heap::ObjectLock lock(cx.heap.locking(), it);
  return Step(cx, it);
}

}  // namespace heddle
