#include "heap/heap.h"

#include <gtest/gtest.h>

#include <vector>

namespace heddle::heap {
namespace {

// Objects of two slots, and the kind table that knows them.
struct Pair : Object {
  Slot first, second;
};

int finalized = 0;

KindTable PairKinds() {
  KindTable table;
  table.trace[size_t(Kind::kCell)] = [](Object* object, size_t, Marker& marker) {
    marker.Visit(static_cast<Pair*>(object)->first);
    marker.Visit(static_cast<Pair*>(object)->second);
  };
  table.finalize[size_t(Kind::kCell)] = [](Object*) { ++finalized; };
  return table;
}

class HeapTest : public testing::Test {
 protected:
  Pair* NewPair(Value first = Value(), Value second = Value()) {
    auto* pair = allocator_.New<Pair>(Kind::kCell);
    pair->first.Store(first);
    pair->second.Store(second);
    return pair;
  }
  void Collect(std::vector<Object*> roots) {
    Heap::Collection collection;
    collection.visit_roots = [&](Marker& marker) {
      for (Object* root : roots) marker.Visit(root);
    };
    heap_.Collect(collection);
  }
  size_t Count() {
    size_t count = 0;
    heap_.ForEachObject([&](Object*) { ++count; });
    return count;
  }

  const KindTable kinds_ = PairKinds();
  Heap heap_{kinds_};
  Allocator allocator_{heap_};
};

TEST_F(HeapTest, KeepsWhatIsReachedAndFreesTheRest) {
  Pair* inner = NewPair(Value::Small(7));
  Pair* outer = NewPair(Value::Of(inner));
  for (int i = 0; i < 10'000; ++i) NewPair();
  Collect({outer});
  EXPECT_EQ(Count(), 2u);
  EXPECT_EQ(outer->first.Load(), Value::Of(inner));
  EXPECT_EQ(inner->first.Load(), Value::Small(7));
}

TEST_F(HeapTest, FreesCycles) {
  Pair* a = NewPair();
  Pair* b = NewPair(Value::Of(a));
  a->first.Store(Value::Of(b));
  Collect({});
  EXPECT_EQ(Count(), 0u);
}

TEST_F(HeapTest, MarksDeepStructuresWithoutRecursion) {
  Value list;
  for (int i = 0; i < 1'000'000; ++i) list = Value::Of(NewPair(list));
  Collect({list.object()});
  EXPECT_EQ(Count(), 1'000'000u);
}

TEST_F(HeapTest, UsesFreedMemoryAgain) {
  std::vector<Object*> none;
  for (int round = 0; round < 50; ++round) {
    for (int i = 0; i < 100'000; ++i) NewPair();
    Collect(none);
  }
  // 50 rounds of 3.2 MB each would be 160 MB.
  NewPair();
  EXPECT_LT(heap_.AllocatedBytes(), size_t{8} << 20);
}

TEST_F(HeapTest, AsksForACollectionAfterMuchAllocation) {
  int asked = 0;
  heap_.SetCollectWanted([&] { ++asked; });
  for (int i = 0; i < 4'000'000; ++i) NewPair();
  EXPECT_EQ(asked, 1);
}

TEST_F(HeapTest, AsksForACollectionThatWasDueBeforeAnybodyListened) {
  for (int i = 0; i < 4'000'000; ++i) NewPair();
  int asked = 0;
  heap_.SetCollectWanted([&] { ++asked; });
  EXPECT_EQ(asked, 1);
}

TEST_F(HeapTest, ALimitedHeapRefusesARequestThatCanNeverFit) {
  heap_.SetMemoryLimit(size_t{16} << 20);
  EXPECT_EQ(allocator_.AllocateOrNull(Kind::kBuffer, size_t{64} << 20), nullptr);
  EXPECT_NE(allocator_.AllocateOrNull(Kind::kBuffer, size_t{1} << 20), nullptr);
}

TEST_F(HeapTest, FinalizesTheDeadOnce) {
  finalized = 0;
  heap_.RegisterFinalizable(NewPair());
  Pair* kept = NewPair();
  heap_.RegisterFinalizable(kept);
  Collect({kept});
  Collect({kept});
  EXPECT_EQ(finalized, 1);
}

TEST(Value, BoxesEveryKindOfImmediate) {
  EXPECT_EQ(Value::Small(-5).small(), -5);
  EXPECT_EQ(Value::Small(Value::kSmallMin).small(), Value::kSmallMin);
  EXPECT_EQ(Value::Small(Value::kSmallMax).small(), Value::kSmallMax);
  for (double d : {0.0, -0.0, 1.5, -1e308, 5e-324}) {
    EXPECT_TRUE(Value::Double(d).IsDouble());
    EXPECT_EQ(Value::Double(d).dbl(), d);
    EXPECT_FALSE(Value::Double(d).IsSmall());
    EXPECT_FALSE(Value::Double(d).IsObject());
  }
  EXPECT_TRUE(Value::Double(-__builtin_inf()).IsDouble());
  EXPECT_TRUE(Value::Double(-__builtin_nan("")).IsDouble());
  EXPECT_FALSE(Value::None().IsObject());
  EXPECT_TRUE(Value::True().IsBool());
}

}  // namespace
}  // namespace heddle::heap
