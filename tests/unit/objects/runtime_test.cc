#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

using RuntimeTest = ObjectTest;

TEST_F(RuntimeTest, EveryBuiltinTypeHasTypeAsItsClass) {
  EXPECT_EQ(runtime.object_type->type.Load(), runtime.type_type);
  EXPECT_EQ(runtime.type_type->type.Load(), runtime.type_type);
  EXPECT_EQ(MroOf(runtime.bool_type), "bool int object");
  EXPECT_EQ(TypeOf(cx, Value::Small(1)), runtime.int_type);
  EXPECT_EQ(TypeOf(cx, Value::True()), runtime.bool_type);
  EXPECT_EQ(TypeOf(cx, Value::Double(1.5)), runtime.float_type);
  EXPECT_EQ(TypeName(cx, Value::None()), "NoneType");
  EXPECT_EQ(TypeName(cx, Text("x")), "str");
}

TEST_F(RuntimeTest, EqualTextsAreInternedAsOneString) {
  EXPECT_EQ(cx.Intern("some_name"), cx.Intern("some_name"));
  EXPECT_NE(cx.Intern("some_name"), cx.Intern("other_name"));
  EXPECT_EQ(cx.Intern("x"), runtime.latin1_chars['x'].Load().As<Str>());
  EXPECT_EQ(cx.Intern("__init__"), runtime.names.specials[size_t(Special::kInit)]);
}

TEST_F(RuntimeTest, ExceptionsFormCPythonsHierarchy) {
  EXPECT_EQ(MroOf(runtime.exceptions[size_t(Exc::kFileNotFoundError)]),
            "FileNotFoundError OSError Exception BaseException object");
  EXPECT_EQ(MroOf(runtime.exceptions[size_t(Exc::kExceptionGroup)]),
            "ExceptionGroup BaseExceptionGroup Exception BaseException object");
}

TEST_F(RuntimeTest, RaiseLeavesAnExceptionPending) {
  EXPECT_TRUE(cx.Raise(Exc::kTypeError, "bad {}", "thing").IsUndefined());
  EXPECT_EQ(Message(), "TypeError: bad thing");
  cx.RaiseWith(Exc::kStopIteration, Value::Small(7));
  EXPECT_EQ(FirstExceptionField(cx.pending.As<Exception>())->Load(), Value::Small(7));
}

TEST_F(RuntimeTest, IdsAreSmallDistinctAndTheSameInEveryRun) {
  Object* a = Instance(runtime.object_type);
  Object* b = Instance(runtime.object_type);
  const uint64_t first = IdOf(runtime, Value::Of(a));
  EXPECT_EQ(IdOf(runtime, Value::Of(b)), first + 16);
  EXPECT_EQ(IdOf(runtime, Value::Of(a)), first);
  EXPECT_NE(IdOf(runtime, Value::Small(1)), IdOf(runtime, Value::Small(2)));
}

TEST_F(RuntimeTest, CollectionKeepsTheTablesAndForgetsTheDead) {
  Type* type = Class("C");
  Object* dead = Instance(type);
  Object* alive = Instance(type);
  SetInstanceAttribute(cx, alive, Name("kept"), Text("a value nobody else holds"));
  Type* ref_type = Builtin(Kind::kWeakRef);
  const Value to_dead = NewWeakRef(cx, ref_type, Value::Of(dead), Value::None());
  const Value to_alive = NewWeakRef(cx, ref_type, Value::Of(alive), Value::None());
  EXPECT_EQ(NewWeakRef(cx, ref_type, Value::Of(dead), Value::None()), to_dead);
  const Value watched = NewWeakRef(cx, ref_type, Value::Of(dead), Text("callback"));
  IdOf(runtime, Value::Of(dead));
  heap::Heap::Collection collection;
  collection.visit_roots = [&](heap::Marker& marker) {
    VisitRuntime(runtime, marker);
    for (Value v : {to_dead, to_alive, watched, Value::Of(alive)}) marker.Visit(v);
  };
  collection.on_weak = [&](std::span<Object*> weak, const heap::Marker& marker) {
    AfterMarking(runtime, weak, marker);
  };
  runtime.heap.Collect(collection);
  EXPECT_TRUE(WeakRefTarget(to_dead.As<WeakRef>()).IsNone());
  EXPECT_EQ(WeakRefTarget(to_alive.As<WeakRef>()), Value::Of(alive));
  const std::vector<Death> deaths = TakeDeaths(runtime);
  ASSERT_EQ(deaths.size(), 1u);
  EXPECT_EQ(deaths[0].reference, watched);
  const Value kept = GetInstanceAttribute(cx, alive, Name("kept"));
  EXPECT_EQ(ToUtf8(kept.As<Str>()), "a value nobody else holds");
  EXPECT_EQ(cx.Intern("__init__"), runtime.names.specials[size_t(Special::kInit)]);
}

}  // namespace
}  // namespace heddle
