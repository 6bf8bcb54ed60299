#include <thread>

#include "objects/attribute.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

using ShapeTest = ObjectTest;

TEST_F(ShapeTest, InstancesWithTheSameHistoryShareAShape) {
  Type* type = Class("C");
  Object *a = Instance(type), *b = Instance(type), *c = Instance(type);
  for (Object* object : {a, b}) {
    SetInstanceAttribute(cx, object, Name("x"), Value::Small(1));
    SetInstanceAttribute(cx, object, Name("y"), Value::Small(2));
  }
  SetInstanceAttribute(cx, c, Name("y"), Value::Small(3));
  EXPECT_EQ(a->shape.Load(), b->shape.Load());
  EXPECT_NE(a->shape.Load(), c->shape.Load());
  EXPECT_EQ(GetInstanceAttribute(cx, a, Name("y")), Value::Small(2));
  EXPECT_EQ(GetInstanceAttribute(cx, c, Name("y")), Value::Small(3));
  EXPECT_TRUE(GetInstanceAttribute(cx, c, Name("x")).IsUndefined());
}

TEST_F(ShapeTest, MoreAttributesThanSlotsGoToADictAndTheNextInstanceHasMoreSlots) {
  Type* type = Class("C");
  const uint32_t capacity = type->slot_capacity.Load();
  Object* a = Instance(type);
  for (uint32_t i = 0; i <= capacity; ++i) {
    SetInstanceAttribute(cx, a, Name("a" + std::to_string(i)), Value::Small(i));
  }
  EXPECT_TRUE(ShapeOf(a, type)->dict_mode);
  for (uint32_t i = 0; i <= capacity; ++i) {
    EXPECT_EQ(GetInstanceAttribute(cx, a, Name("a" + std::to_string(i))), Value::Small(i));
  }
  EXPECT_GT(type->slot_capacity.Load(), capacity);
  Object* b = Instance(type);
  for (uint32_t i = 0; i <= capacity; ++i) {
    SetInstanceAttribute(cx, b, Name("a" + std::to_string(i)), Value::Small(i));
  }
  EXPECT_FALSE(ShapeOf(b, type)->dict_mode);
}

TEST_F(ShapeTest, StaticAttributesOfAllBasesGetSlots) {
  auto names = [&](std::initializer_list<const char*> list) {
    std::vector<Value> values;
    for (const char* name : list) values.push_back(Text(name));
    return MakeTuple(cx, values);
  };
  Type* a = Class("A", {}, {{"__static_attributes__", names({"p", "q", "r"})}});
  Type* b = Class("B", {a}, {{"__static_attributes__", names({"s"})}});
  EXPECT_EQ(a->slot_capacity.Load(), 5);
  EXPECT_EQ(b->slot_capacity.Load(), 6);
}

TEST_F(ShapeTest, DeletingEntersDictModeAndKeepsTheOthers) {
  Type* type = Class("C");
  Object* a = Instance(type);
  SetInstanceAttribute(cx, a, Name("x"), Value::Small(1));
  SetInstanceAttribute(cx, a, Name("y"), Value::Small(2));
  EXPECT_TRUE(DeleteInstanceAttribute(cx, a, Name("x")));
  EXPECT_FALSE(DeleteInstanceAttribute(cx, a, Name("x")));
  EXPECT_EQ(GetInstanceAttribute(cx, a, Name("y")), Value::Small(2));
}

TEST_F(ShapeTest, TheDictIsLive) {
  Object* a = Instance(Class("C"));
  SetInstanceAttribute(cx, a, Name("x"), Value::Small(1));
  Dict* dict = InstanceDict(cx, a);
  EXPECT_EQ(InstanceDict(cx, a), dict);
  DictSetStr(cx, dict, Name("z"), Value::Small(3));
  EXPECT_EQ(GetInstanceAttribute(cx, a, Name("z")), Value::Small(3));
  SetInstanceAttribute(cx, a, Name("x"), Value::Small(5));
  EXPECT_EQ(DictGetStr(dict, Name("x")), Value::Small(5));
}

TEST_F(ShapeTest, SubclassesOfFixedSizeBuiltinsHaveSlots) {
  Type* type = Class("L", {Builtin(Kind::kList)});
  Object* list = Instance(type);
  EXPECT_EQ(list->kind, Kind::kList);
  EXPECT_TRUE(list->flags & kSubclass);
  SetInstanceAttribute(cx, list, Name("tag"), Value::Small(1));
  ListAppend(cx, static_cast<List*>(list), Value::Small(2));
  EXPECT_EQ(GetInstanceAttribute(cx, list, Name("tag")), Value::Small(1));
  EXPECT_EQ(ListAt(static_cast<List*>(list), 0), Value::Small(2));
}

TEST_F(ShapeTest, SubclassesOfVariableSizeBuiltinsHaveAHiddenDict) {
  Type* type = Class("S", {Builtin(Kind::kStr)});
  const Value text = CopyAsSubclass(cx, cx.NewString("héllo"), type);
  EXPECT_EQ(ToUtf8(text.As<Str>()), "héllo");
  SetInstanceAttribute(cx, text.object(), Name("tag"), Value::Small(1));
  EXPECT_EQ(GetInstanceAttribute(cx, text.object(), Name("tag")), Value::Small(1));
  const Value pair = CopyAsSubclass(cx, Value::Of(NewTuple(allocator, {Text("a"), Text("b")})),
                                    Class("T", {Builtin(Kind::kTuple)}));
  SetInstanceAttribute(cx, pair.object(), Name("tag"), Value::Small(2));
  EXPECT_EQ(pair.As<Tuple>()->Get(1), Text("b"));
  EXPECT_EQ(GetInstanceAttribute(cx, pair.object(), Name("tag")), Value::Small(2));
  const Value number = CopyAsSubclass(cx, Value::Small(5), Class("I", {runtime.int_type}));
  SetInstanceAttribute(cx, number.object(), Name("tag"), Value::Small(3));
  EXPECT_EQ(GetInstanceAttribute(cx, number.object(), Name("tag")), Value::Small(3));
}

TEST_F(ShapeTest, AnExceptionKeepsItsFieldsApartFromItsAttributes) {
  Exception* error = NewException(cx, runtime.exceptions[size_t(Exc::kOSError)]);
  SetExceptionField(cx, error, Name("errno"), Value::Small(2));
  SetInstanceAttribute(cx, error, Name("note"), Value::Small(3));
  EXPECT_EQ(ExceptionField(cx, error, Name("errno")), Value::Small(2));
  EXPECT_TRUE(ExceptionField(cx, error, Name("filename")).IsNone());
  EXPECT_TRUE(ExceptionField(cx, error, Name("nonsense")).IsUndefined());
  EXPECT_EQ(GetInstanceAttribute(cx, error, Name("note")), Value::Small(3));
  EXPECT_TRUE(GetInstanceAttribute(cx, error, Name("errno")).IsUndefined());
}

TEST_F(ShapeTest, ChangingTheClassKeepsTheAttributes) {
  Type *a = Class("A"), *b = Class("B");
  Object* object = Instance(a);
  SetInstanceAttribute(cx, object, Name("x"), Value::Small(1));
  ASSERT_TRUE(SameLayout(a, b));
  ChangeClass(cx, object, b);
  EXPECT_EQ(TypeOf(cx, Value::Of(object)), b);
  EXPECT_EQ(GetInstanceAttribute(cx, object, Name("x")), Value::Small(1));
}

// A store to one attribute is never lost to a thread that adds another.
TEST_F(ShapeTest, ThreadsAddAttributesToOneObject) {
  runtime.heap.locking().enabled = true;
  std::vector<Str*> names;
  std::vector<Value> statics;
  for (int i = 0; i < 32; ++i) {
    names.push_back(Name("attribute" + std::to_string(i)));
    statics.push_back(Value::Of(names.back()));
  }
  Object* object = Instance(Class("C", {}, {{"__static_attributes__", MakeTuple(cx, statics)}}));
  auto add = [&](size_t from) {
    heap::Allocator own(runtime.heap);
    Context context(runtime, own);
    for (size_t i = from; i < names.size(); i += 2) {
      SetInstanceAttribute(context, object, names[i], Value::Small(static_cast<int64_t>(i)));
      GetInstanceAttribute(context, object, names[names.size() - 1 - i]);
    }
  };
  std::thread other(add, 1);
  add(0);
  other.join();
  for (size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(GetInstanceAttribute(cx, object, names[i]), Value::Small(static_cast<int64_t>(i)));
  }
}

}  // namespace
}  // namespace heddle
