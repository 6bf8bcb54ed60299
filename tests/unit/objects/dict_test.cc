#include "objects/dict.h"

#include <algorithm>
#include <list>
#include <random>
#include <vector>

#include "objects/compare.h"
#include "objects/iterator.h"
#include "objects/set.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class DictTest : public ObjectTest {
 protected:
  static Value Int(int64_t i) { return Value::Small(i); }
  static std::vector<int64_t> Keys(Dict* dict) {
    std::vector<int64_t> keys;
    Value key, value;
    for (DictCursor cursor(dict); cursor.Next(&key, &value);) keys.push_back(key.small());
    return keys;
  }
};

// The same random operations on a Dict and on a list of pairs.
TEST_F(DictTest, BehavesLikeANaiveModel) {
  std::mt19937 random(7);
  Dict* dict = NewDict(allocator);
  std::list<std::pair<int64_t, int64_t>> model;
  for (int step = 0; step < 20000; ++step) {
    const int64_t key = random() % 400;
    const auto at =
        std::find_if(model.begin(), model.end(), [&](auto& p) { return p.first == key; });
    switch (random() % 5) {
      case 0:
      case 1: {
        const Find find = DictStore(cx, dict, Int(key), Int(step));
        ASSERT_EQ(find, at == model.end() ? Find::kMissing : Find::kFound);
        if (at == model.end()) {
          model.push_back({key, step});
        } else {
          at->second = step;
        }
        break;
      }
      case 2: {
        Value old;
        const Find find = DictRemove(cx, dict, Int(key), &old);
        ASSERT_EQ(find, at == model.end() ? Find::kMissing : Find::kFound);
        if (at != model.end()) {
          ASSERT_EQ(old, Int(at->second));
          model.erase(at);
        }
        break;
      }
      case 3: {
        Value value;
        const Find find = DictFind(cx, dict, Int(key), &value);
        ASSERT_EQ(find, at == model.end() ? Find::kMissing : Find::kFound);
        if (at != model.end()) ASSERT_EQ(value, Int(at->second));
        break;
      }
      default: {
        if (step % 7 != 0 || model.empty()) break;
        Value k, v;
        const bool last = step % 2 == 0;
        ASSERT_TRUE(DictPopItem(cx, dict, last, &k, &v));
        ASSERT_EQ(k, Int(last ? model.back().first : model.front().first));
        last ? model.pop_back() : model.pop_front();
      }
    }
    ASSERT_EQ(DictLength(dict), model.size());
  }
  std::vector<int64_t> expected;
  for (auto& [key, value] : model) expected.push_back(key);
  EXPECT_EQ(Keys(dict), expected);
}

TEST_F(DictTest, EqualNumbersAreOneKey) {
  Dict* dict = NewDict(allocator);
  DictStore(cx, dict, Int(1), Text("int"));
  EXPECT_EQ(DictStore(cx, dict, Value::Double(1.0), Text("float")), Find::kFound);
  EXPECT_EQ(DictStore(cx, dict, Value::True(), Text("bool")), Find::kFound);
  EXPECT_EQ(DictLength(dict), 1u);
  EXPECT_EQ(DictGetSmall(dict, 1), Text("bool"));
}

TEST_F(DictTest, StringsAreFoundByTextNotByIdentity) {
  Dict* dict = NewDict(allocator);
  for (int i = 0; i < 100; ++i) {
    DictSetStr(cx, dict, NewStr(allocator, "key" + std::to_string(i)), Int(i));
  }
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(DictGetStr(dict, Name("key" + std::to_string(i))), Int(i));
  }
  EXPECT_TRUE(DictGetStr(dict, Name("none")).IsUndefined());
}

TEST_F(DictTest, ListsAreNoKeys) {
  Dict* dict = NewDict(allocator);
  EXPECT_EQ(DictStore(cx, dict, Value::Of(NewList(allocator)), Int(1)), Find::kRaised);
}

TEST_F(DictTest, MoveToEndReorders) {
  Dict* dict = NewDict(allocator);
  for (int i = 0; i < 12; ++i) DictStore(cx, dict, Int(i), Int(i));
  EXPECT_EQ(DictMoveToEnd(cx, dict, Int(3), true), Find::kFound);
  EXPECT_EQ(DictMoveToEnd(cx, dict, Int(5), false), Find::kFound);
  EXPECT_EQ(Keys(dict), (std::vector<int64_t>{5, 0, 1, 2, 4, 6, 7, 8, 9, 10, 11, 3}));
}

TEST_F(DictTest, IterationNoticesAChangeOfSize) {
  Dict* dict = NewDict(allocator);
  for (int i = 0; i < 3; ++i) DictStore(cx, dict, Int(i), Int(i));
  auto* it = GetIterFast(cx, Value::Of(dict)).As<Iterator>();
  EXPECT_EQ(IteratorNext(cx, it), Int(0));
  DictStore(cx, dict, Int(9), Int(9));
  EXPECT_TRUE(IteratorNext(cx, it).IsUndefined());
  EXPECT_FALSE(cx.pending.IsUndefined());
}

TEST_F(DictTest, IterationSurvivesARebuiltTable) {
  Dict* dict = NewDict(allocator);
  for (int i = 0; i < 4; ++i) DictStore(cx, dict, Int(i), Int(i));
  auto* it = GetIterFast(cx, Value::Of(dict)).As<Iterator>();
  EXPECT_EQ(IteratorNext(cx, it), Int(0));
  EXPECT_EQ(IteratorNext(cx, it), Int(1));
  DictRemove(cx, dict, Int(0), nullptr);
  DictStore(cx, dict, Int(7), Int(7));
  EXPECT_EQ(IteratorNext(cx, it), Int(2));
  EXPECT_EQ(IteratorNext(cx, it), Int(3));
}

TEST_F(DictTest, EmptyCellsOfANamespaceAreInvisible) {
  Dict* dict = NewNamespace(allocator);
  Cell* x = NamespaceCell(cx, dict, Name("x"), true);
  EXPECT_EQ(DictLength(dict), 0u);
  EXPECT_TRUE(DictGetStr(dict, Name("x")).IsUndefined());
  NamespaceStore(cx, dict, Name("y"), Int(1));
  NamespaceStore(cx, dict, Name("x"), Int(2));
  EXPECT_EQ(x->value.Load(), Int(2));
  EXPECT_EQ(DictLength(dict), 2u);
  Value key, value;
  DictCursor cursor(dict);
  ASSERT_TRUE(cursor.Next(&key, &value));
  EXPECT_EQ(key, Text("y"));
  EXPECT_TRUE(DictDeleteStr(cx, dict, Name("x")));
  EXPECT_TRUE(x->value.Load().IsUndefined());
  EXPECT_FALSE(DictDeleteStr(cx, dict, Name("x")));
  for (int i = 0; i < 50; ++i) {
    NamespaceStore(cx, dict, Name("name" + std::to_string(i)), Int(i));
  }
  EXPECT_EQ(NamespaceCell(cx, dict, Name("x"), false), x);
  NamespaceStore(cx, dict, Name("x"), Int(3));
  EXPECT_EQ(x->value.Load(), Int(3));
  EXPECT_EQ(DictLength(DictCopy(cx, dict)), 52u);
}

TEST_F(DictTest, ProbesFindEveryKeyWithTheHash) {
  Dict* dict = NewDict(allocator);
  const uint32_t version = dict->version.Load();
  ASSERT_TRUE(DictInsert(cx, dict, version, 42, Text("a"), Int(1)));
  EXPECT_FALSE(DictInsert(cx, dict, version, 42, Text("b"), Int(2)));
  ASSERT_TRUE(DictInsert(cx, dict, dict->version.Load(), 42, Text("b"), Int(2)));
  const uint32_t now = dict->version.Load();
  const Value first = DictProbe(cx, dict, now, 42, 0);
  ASSERT_TRUE(first.Is(Kind::kTuple));
  EXPECT_EQ(first.As<Tuple>()->Get(1), Text("a"));
  const Value second = DictProbe(cx, dict, now, 42, 1);
  EXPECT_EQ(second.As<Tuple>()->Get(1), Text("b"));
  EXPECT_TRUE(DictProbe(cx, dict, now, 42, 2).IsNone());
  EXPECT_TRUE(DictStoreAt(cx, dict, now, 42, 2, Value::Undefined()));
  EXPECT_TRUE(DictProbe(cx, dict, now, 42, 0).IsFalse());
  EXPECT_EQ(DictLength(dict), 1u);
}

TEST_F(DictTest, CopiesAndComparesEqual) {
  Dict* dict = NewDict(allocator);
  for (int i = 0; i < 100; ++i) DictStore(cx, dict, Int(i), Int(i));
  for (int i = 0; i < 100; i += 3) DictRemove(cx, dict, Int(i), nullptr);
  Dict* copy = DictCopy(cx, dict);
  EXPECT_EQ(Keys(copy), Keys(dict));
  EXPECT_EQ(TryEqual(cx, Value::Of(dict), Value::Of(copy)), Tri::kTrue);
  DictStore(cx, copy, Int(1), Int(0));
  EXPECT_EQ(TryEqual(cx, Value::Of(dict), Value::Of(copy)), Tri::kFalse);
}

TEST_F(DictTest, SetsOfIntsIterateInCPythonsOrder) {
  Set* set = NewSet(allocator);
  for (int i : {33, 1, 9, 17, 2, 40, 5}) SetAdd(cx, set, Int(i));
  std::vector<int64_t> order;
  Value item;
  for (SetCursor cursor(set); cursor.Next(&item);) order.push_back(item.small());
  EXPECT_EQ(order, (std::vector<int64_t>{33, 2, 1, 5, 40, 9, 17}));
}

TEST_F(DictTest, SetOperations) {
  Set* a = NewSet(allocator);
  Set* b = NewSet(allocator);
  for (int i = 0; i < 50; ++i) SetAdd(cx, a, Int(i));
  for (int i = 25; i < 75; ++i) SetAdd(cx, b, Int(i));
  const auto size = [&](SetOp op) { return SetOperate(cx, op, a, b).As<Set>()->count.Load(); };
  EXPECT_EQ(size(SetOp::kUnion), 75u);
  EXPECT_EQ(size(SetOp::kIntersection), 25u);
  EXPECT_EQ(size(SetOp::kDifference), 25u);
  EXPECT_EQ(size(SetOp::kSymmetricDifference), 50u);
  EXPECT_EQ(SetDiscard(cx, a, Int(3)), Find::kFound);
  EXPECT_EQ(SetFind(cx, a, Int(3)), Find::kMissing);
}

TEST_F(DictTest, TupleHashIsCPythons) {
  uint64_t hash = 0;
  const Value pair[] = {Int(1), Int(2)};
  ASSERT_EQ(TryHash(cx, Value::Of(NewTuple(allocator, pair)), &hash), Tri::kTrue);
  EXPECT_EQ(static_cast<int64_t>(hash), -3550055125485641917);
}

}  // namespace
}  // namespace heddle
