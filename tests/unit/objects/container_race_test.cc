// Threads that share containers without any lock of their own. Nothing may be torn, lost by the
// structure itself, or reported by the thread sanitizer.
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "objects/compare.h"
#include "objects/deque.h"
#include "objects/iterator.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 2000;

class RaceTest : public ObjectTest {
 protected:
  RaceTest() { runtime.heap.locking().enabled = true; }

  void InParallel(const std::function<void(Context&, int)>& body) {
    std::atomic<int> ready{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        heap::Allocator own(runtime.heap);
        Context context(runtime, own);
        ready.fetch_add(1);
        while (ready.load() < kThreads) std::this_thread::yield();
        body(context, i);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
};

TEST_F(RaceTest, AppendsAreNeverLost) {
  List* list = NewList(allocator);
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) ListAppend(context, list, Value::Small(id * kRounds + i));
  });
  ASSERT_EQ(list->length.Load(), uint32_t{kThreads * kRounds});
  std::vector<bool> seen(kThreads * kRounds);
  for (uint32_t i = 0; i < list->length.Load(); ++i) {
    seen[static_cast<size_t>(ListAt(list, i).small())] = true;
  }
  for (bool s : seen) EXPECT_TRUE(s);
}

TEST_F(RaceTest, EverythingAtOnceOnAList) {
  List* list = NewList(allocator);
  Slice* every_other = NewSlice(allocator, Value::None(), Value::None(), Value::Small(2));
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      const Value mine = Value::Of(NewStr(context.heap, "item"));
      switch ((i + id) % 8) {
        case 0: ListInsert(context, list, i % 5, mine); break;
        case 1: ListPop(context, list, 0); break;
        case 2: ListSet(context, list, -1, mine); break;
        case 3: ListReverse(context, list); break;
        case 4:
          if (i % 64 == 0) ListClear(context, list);
          break;
        case 5: {
          Value part;
          ListSlice(context, list, every_other, &part);
          break;
        }
        case 6: {
          auto* it = GetIterFast(context, Value::Of(list)).As<Iterator>();
          for (int n = 0; n < 50; ++n) {
            const Value v = IteratorNext(context, it);
            if (v.IsUndefined()) break;
            ASSERT_EQ(v.As<Str>()->length, 4u);
          }
          break;
        }
        default: ListAppend(context, list, mine);
      }
    }
  });
}

TEST_F(RaceTest, StoresToDifferentKeysAreNeverLost) {
  Dict* dict = NewDict(allocator);
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      DictStore(context, dict, Value::Small(i * kThreads + id), Value::Small(id));
      Value value;
      ASSERT_EQ(DictFind(context, dict, Value::Small(i * kThreads + id), &value), Find::kFound);
      ASSERT_EQ(value, Value::Small(id));
    }
  });
  EXPECT_EQ(DictLength(dict), uint32_t{kThreads * kRounds});
}

// The value of a key always tells the key: a reader never pairs one key with another's value.
TEST_F(RaceTest, EverythingAtOnceOnADict) {
  Dict* dict = NewDict(allocator);
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      const int key = (i * 7 + id) % 40;
      const std::string text = "key" + std::to_string(key);
      const Value name = Value::Of(NewStr(context.heap, text));
      Value value;
      switch ((i + id) % 6) {
        case 0:
        case 1: DictStore(context, dict, name, Value::Small(key)); break;
        case 2: DictRemove(context, dict, name, nullptr); break;
        case 3:
          if (DictFind(context, dict, name, &value) == Find::kFound) {
            ASSERT_EQ(value, Value::Small(key));
          }
          break;
        case 4: {
          Value found;
          for (DictCursor cursor(dict); cursor.Next(&found, &value);) {
            ASSERT_EQ(ToUtf8(found.As<Str>()), "key" + std::to_string(value.small()));
          }
          break;
        }
        default:
          if (i % 128 == 0) DictClear(context, dict);
          DictPopItem(context, dict, i % 2 == 0, &value, &value);
      }
    }
  });
}

TEST_F(RaceTest, NamespacesKeepOneCellForEachName) {
  Dict* dict = NewNamespace(allocator);
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      Str* name = context.Intern("global" + std::to_string(i % 30));
      Cell* cell = NamespaceCell(context, dict, name, true);
      if (i % 3 == 0) NamespaceStore(context, dict, name, Value::Small(id));
      if (i % 7 == 0) DictDeleteStr(context, dict, name);
      ASSERT_EQ(NamespaceCell(context, dict, name, true), cell);
    }
  });
}

TEST_F(RaceTest, EverythingAtOnceOnASet) {
  Set* set = NewSet(allocator);
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      const Value item = Value::Small((i * 13 + id) % 100);
      switch ((i + id) % 5) {
        case 0:
        case 1: SetAdd(context, set, item); break;
        case 2: SetDiscard(context, set, item); break;
        case 3: {
          Value found;
          for (SetCursor cursor(set); cursor.Next(&found);) ASSERT_LT(found.small(), 100);
          break;
        }
        default: SetCopy(context, set, Kind::kFrozenSet);
      }
    }
  });
  uint32_t count = 0;
  Value item;
  for (SetCursor cursor(set); cursor.Next(&item);) ++count;
  EXPECT_EQ(count, set->count.Load());
}

TEST_F(RaceTest, ADequeHandsOverEachItemOnce) {
  Deque* deque = NewDeque(allocator, -1);
  std::atomic<int64_t> sum{0};
  InParallel([&](Context& context, int id) {
    for (int i = 0; i < kRounds; ++i) {
      if (id % 2 == 0) {
        DequeAppend(context, deque, Value::Small(1));
      } else {
        const Value item = DequePopLeft(context, deque);
        if (!item.IsUndefined()) sum.fetch_add(item.small());
      }
    }
  });
  EXPECT_EQ(sum.load() + deque->length.Load(), int64_t{kThreads / 2} * kRounds);
}

TEST_F(RaceTest, SharedIteratorsStayInBounds) {
  List* list = NewList(allocator);
  for (int i = 0; i < 1000; ++i) ListAppend(cx, list, Value::Small(i));
  auto* it = NewIterator(cx, IteratorKind::kEnumerate, GetIterFast(cx, Value::Of(list)));
  it->second.Store(Value::Small(0));
  InParallel([&](Context& context, int) {
    for (int i = 0; i < kRounds; ++i) {
      const Value pair = IteratorNext(context, it);
      if (pair.IsUndefined()) break;
      ASSERT_LT(pair.As<Tuple>()->Get(1).small(), 1000);
    }
  });
}

}  // namespace
}  // namespace heddle
