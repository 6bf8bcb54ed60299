#include "objects/list.h"

#include <algorithm>
#include <random>
#include <vector>

#include "objects/compare.h"
#include "objects/iterator.h"
#include "objects/slice.h"
#include "objects/sort.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class ListTest : public ObjectTest {
 protected:
  List* Of(std::initializer_list<int64_t> items) {
    List* list = NewList(allocator);
    for (int64_t i : items) ListAppend(cx, list, Value::Small(i));
    return list;
  }
  static std::vector<int64_t> Ints(List* list) {
    std::vector<int64_t> all;
    for (uint32_t i = 0; i < list->length.Load(); ++i) all.push_back(ListAt(list, i).small());
    return all;
  }
  Slice* SliceOf(int64_t start, int64_t stop, int64_t step) {
    return NewSlice(allocator, Value::Small(start), Value::Small(stop), Value::Small(step));
  }
  using V = std::vector<int64_t>;
};

TEST_F(ListTest, NegativeIndicesCountFromTheEnd) {
  List* list = Of({1, 2, 3});
  EXPECT_EQ(ListGet(list, -1), Value::Small(3));
  EXPECT_EQ(ListGet(list, -3), Value::Small(1));
  EXPECT_TRUE(ListGet(list, -4).IsUndefined());
  EXPECT_TRUE(ListGet(list, 3).IsUndefined());
  EXPECT_FALSE(ListSet(cx, list, 3, Value::None()));
}

TEST_F(ListTest, InsertAndPopAnywhere) {
  List* list = Of({1, 2, 3});
  ListInsert(cx, list, -100, Value::Small(0));
  ListInsert(cx, list, 100, Value::Small(9));
  ListInsert(cx, list, -1, Value::Small(8));
  EXPECT_EQ(Ints(list), (V{0, 1, 2, 3, 8, 9}));
  EXPECT_EQ(ListPop(cx, list, 1), Value::Small(1));
  EXPECT_EQ(ListPop(cx, list, -1), Value::Small(9));
  EXPECT_EQ(Ints(list), (V{0, 2, 3, 8}));
}

TEST_F(ListTest, ExtendsItself) {
  List* list = Of({1, 2});
  EXPECT_TRUE(ListExtendFast(cx, list, Value::Of(list)));
  EXPECT_EQ(Ints(list), (V{1, 2, 1, 2}));
}

TEST_F(ListTest, AssignsAndDeletesSlices) {
  List* list = Of({0, 1, 2, 3, 4, 5, 6, 7});
  const Slot two[] = {Slot(Value::Small(10)), Slot(Value::Small(11))};
  EXPECT_TRUE(ListAssignSlice(cx, list, SliceOf(1, 4, 1), two, false));
  EXPECT_EQ(Ints(list), (V{0, 10, 11, 4, 5, 6, 7}));
  EXPECT_TRUE(ListAssignSlice(cx, list, SliceOf(0, 7, 3), {}, true));
  EXPECT_EQ(Ints(list), (V{10, 11, 5, 6}));
  EXPECT_TRUE(ListAssignSlice(cx, list, SliceOf(3, -5, -2), two, false));
  EXPECT_EQ(Ints(list), (V{10, 11, 5, 10}));
  EXPECT_TRUE(ListAssignSlice(cx, list, SliceOf(3, -5, -2), {}, true));
  EXPECT_EQ(Ints(list), (V{10, 5}));
}

TEST_F(ListTest, SliceIndicesFollowPython) {
  SliceRange range;
  const Value none = Value::None();
  Slice* slice = NewSlice(allocator, none, none, Value::Small(-2));
  ASSERT_EQ(SliceIndices(cx, slice, 5, &range), Tri::kTrue);
  EXPECT_EQ(range.start, 4);
  EXPECT_EQ(range.stop, -1);
  EXPECT_EQ(range.count, 3);
  slice = NewSlice(allocator, Value::Small(-100), Value::Small(100), none);
  ASSERT_EQ(SliceIndices(cx, slice, 5, &range), Tri::kTrue);
  EXPECT_EQ(range.count, 5);
  slice = NewSlice(allocator, none, none, Value::Small(0));
  EXPECT_EQ(SliceIndices(cx, slice, 5, &range), Tri::kRaised);
}

TEST_F(ListTest, SortsStablyInBothDirections) {
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    const uint32_t count = random() % 300;
    Array* keys = NewArray(allocator, count + 1);
    Array* values = NewArray(allocator, count + 1);
    std::vector<std::pair<int64_t, int64_t>> model;
    for (uint32_t i = 0; i < count; ++i) {
      const int64_t key = random() % 20;
      keys->slots()[i].Store(Value::Small(key));
      values->slots()[i].Store(Value::Small(i));
      model.push_back({key, i});
    }
    const bool reverse = round % 2 == 1;
    ASSERT_EQ(SortSimple(cx, keys->slots(), values->slots(), count, reverse), Tri::kTrue);
    std::stable_sort(model.begin(), model.end(), [&](auto a, auto b) {
      return reverse ? b.first < a.first : a.first < b.first;
    });
    for (uint32_t i = 0; i < count; ++i) {
      ASSERT_EQ(values->slots()[i].Load(), Value::Small(model[i].second));
    }
  }
}

TEST_F(ListTest, SortsMixedNumbersAndTuples) {
  Array* keys = NewArray(allocator, 3);
  keys->slots()[0].Store(Value::Double(2.5));
  keys->slots()[1].Store(Value::Small(2));
  keys->slots()[2].Store(Value::True());
  ASSERT_EQ(SortSimple(cx, keys->slots(), nullptr, 3, false), Tri::kTrue);
  EXPECT_EQ(keys->slots()[0].Load(), Value::True());
  EXPECT_EQ(keys->slots()[2].Load(), Value::Double(2.5));
  for (int i = 0; i < 3; ++i) {
    const Value pair[] = {Text(i == 1 ? "a" : "b"), Value::Small(-i)};
    keys->slots()[i].Store(Value::Of(NewTuple(allocator, pair)));
  }
  ASSERT_EQ(SortSimple(cx, keys->slots(), nullptr, 3, false), Tri::kTrue);
  EXPECT_EQ(keys->slots()[0].Load().As<Tuple>()->Get(1), Value::Small(-1));
  EXPECT_EQ(keys->slots()[1].Load().As<Tuple>()->Get(1), Value::Small(-2));
}

TEST_F(ListTest, SortOfStrangersLeavesTheItemsAlone) {
  Array* keys = NewArray(allocator, 2);
  keys->slots()[0].Store(Value::Small(2));
  keys->slots()[1].Store(Text("x"));
  EXPECT_EQ(SortSimple(cx, keys->slots(), nullptr, 2, false), Tri::kPython);
  EXPECT_EQ(keys->slots()[0].Load(), Value::Small(2));
}

TEST_F(ListTest, ComparesLexicographically) {
  EXPECT_EQ(TryCompare(cx, CompareOp::kLt, Value::Of(Of({1, 2})), Value::Of(Of({1, 3}))),
            Tri::kTrue);
  EXPECT_EQ(TryCompare(cx, CompareOp::kLt, Value::Of(Of({1, 2})), Value::Of(Of({1}))), Tri::kFalse);
  EXPECT_EQ(TryEqual(cx, Value::Of(Of({1, 2})), Value::Of(Of({1, 2}))), Tri::kTrue);
}

TEST_F(ListTest, ReprMarksRecursion) {
  List* list = Of({1});
  ListAppend(cx, list, Value::Of(list));
  Value text;
  ASSERT_EQ(TryRepr(cx, Value::Of(list), ReprKind::kRepr, &text), Tri::kTrue);
  EXPECT_EQ(ToUtf8(text.As<Str>()), "[1, [...]]");
}

TEST_F(ListTest, DeepNestingIsLeftToTheLibrary) {
  Value value = Value::Of(NewList(allocator));
  for (int i = 0; i < 1000; ++i) value = Value::Of(NewList(allocator, {&value, 1}));
  Value text;
  EXPECT_EQ(TryRepr(cx, value, ReprKind::kRepr, &text), Tri::kPython);
  Value other = Value::Of(NewList(allocator));
  for (int i = 0; i < 1000; ++i) other = Value::Of(NewList(allocator, {&other, 1}));
  EXPECT_EQ(TryEqual(cx, value, other), Tri::kPython);
}

}  // namespace
}  // namespace heddle
