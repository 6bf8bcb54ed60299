#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class TypeTest : public ObjectTest {
 protected:
  // Something that binds as a function does.
  Value Function() {
    auto* function = allocator.New<heddle::Function>(Kind::kFunction);
    return Value::Of(function);
  }
  std::string Missing(Value object, const char* name) {
    RaiseMissingAttribute(cx, object, Name(name));
    return Message();
  }
};

TEST_F(TypeTest, MroIsTheC3Linearisation) {
  Type* o = runtime.object_type;
  Type* a = Class("A");
  Type* b = Class("B", {a});
  Type* c = Class("C", {a});
  EXPECT_EQ(MroOf(Class("D", {b, c})), "D B C A object");
  EXPECT_EQ(TryClass("E", {a, b}), Value::Raised());
  EXPECT_EQ(Message(),
            "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
  EXPECT_EQ(TryClass("F", {o, a}), Value::Raised());
  EXPECT_EQ(Message(),
            "TypeError: Cannot create a consistent method resolution order (MRO) for bases "
            "object, A");
  EXPECT_EQ(TryClass("G", {a, a}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: duplicate base class A");
}

TEST_F(TypeTest, LayoutsMustAgree) {
  Type* list = Builtin(Kind::kList);
  EXPECT_EQ(TryClass("X", {list, Builtin(Kind::kDict)}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: multiple bases have instance lay-out conflict");
  EXPECT_EQ(TryClass("X", {runtime.bool_type}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: type 'bool' is not an acceptable base type");
  Type* mixin = Class("Mixin");
  EXPECT_EQ(Class("L", {mixin, list})->base.Load(), list);
  Type* a = Class("A", {}, {{"__slots__", Text("x")}});
  Type* b = Class("B", {}, {{"__slots__", Text("y")}});
  EXPECT_EQ(TryClass("C", {a, b}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: multiple bases have instance lay-out conflict");
}

TEST_F(TypeTest, SlotsAreMembersWithoutADict) {
  Type* type =
      Class("P", {}, {{"__slots__", Value::Of(NewTuple(allocator, {Text("x"), Text("__y")}))}});
  EXPECT_FALSE(type->Has(kHasDict));
  Object* p = Instance(type);
  EXPECT_TRUE(LookupInMro(type, Name("_P__y")).Is(Kind::kMember));
  EXPECT_EQ(LookupAttribute(cx, Value::Of(p), Name("x")).kind, AttributeLookup::kMissing);
  EXPECT_EQ(StoreAttribute(cx, Value::Of(p), Name("x"), Value::Small(1)).kind,
            AttributeStore::kSlot);
  const AttributeLookup found = LookupAttribute(cx, Value::Of(p), Name("x"));
  EXPECT_EQ(found.kind, AttributeLookup::kInstanceSlot);
  EXPECT_TRUE(found.cacheable);
  EXPECT_EQ(found.value, Value::Small(1));
  EXPECT_EQ(StoreAttribute(cx, Value::Of(p), Name("z"), Value::Small(1)).kind,
            AttributeStore::kRaised);
  EXPECT_EQ(Message(),
            "AttributeError: 'P' object has no attribute 'z' and no __dict__ for setting new "
            "attributes");
}

TEST_F(TypeTest, SlotsAreChecked) {
  EXPECT_EQ(TryClass("A", {}, {{"__slots__", Text("1x")}}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: __slots__ must be identifiers");
  EXPECT_EQ(TryClass("A", {}, {{"__slots__", Text("x")}, {"x", Value::Small(1)}}), Value::Raised());
  EXPECT_EQ(Message(), "ValueError: 'x' in __slots__ conflicts with class variable");
  EXPECT_EQ(TryClass("A", {Builtin(Kind::kTuple)}, {{"__slots__", Text("x")}}), Value::Raised());
  EXPECT_EQ(Message(), "TypeError: nonempty __slots__ not supported for subtype of 'tuple'");
}

TEST_F(TypeTest, EqWithoutHashMakesInstancesUnhashable) {
  Type* type = Class("E", {}, {{"__eq__", Function()}});
  EXPECT_TRUE(type->special(Special::kHash).IsNone());
  EXPECT_FALSE(type->Has(kIdentityEq));
  EXPECT_TRUE(Class("F")->Has(kIdentityEq));
  EXPECT_TRUE(Builtin(Kind::kList)->special(Special::kHash).IsNone());
}

TEST_F(TypeTest, HooksAreImplicitlyStaticOrClassMethods) {
  Type* type = Class("H", {}, {{"__new__", Function()}, {"__init_subclass__", Function()}});
  EXPECT_TRUE(LookupInMro(type, Name("__new__")).Is(Kind::kStaticMethod));
  EXPECT_TRUE(LookupInMro(type, Name("__init_subclass__")).Is(Kind::kClassMethod));
  EXPECT_FALSE(type->Has(kDefaultNew));
  EXPECT_TRUE(type->Has(kDefaultInit));
}

TEST_F(TypeTest, SpecialsFollowChangesOfABase) {
  Type* a = Class("A");
  Type* b = Class("B", {a});
  EXPECT_TRUE(b->special(Special::kCall).IsUndefined());
  const Value call = Function();
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("__call__"), call));
  EXPECT_EQ(b->special(Special::kCall), call);
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("__getattribute__"), call));
  EXPECT_TRUE(b->Has(kCustomGetAttribute));
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("__getattribute__"), Value::Undefined()));
  EXPECT_FALSE(b->Has(kCustomGetAttribute));
}

TEST_F(TypeTest, VersionsChangeOnlyWhenALookupMay) {
  Type* a = Class("A", {}, {{"count", Value::Small(0)}});
  Type* b = Class("B", {a});
  uint32_t before = b->version.Load();
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("count"), Value::Small(1)));
  EXPECT_EQ(b->version.Load(), before);
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("count"), Function()));
  EXPECT_NE(b->version.Load(), before);
  before = b->version.Load();
  EXPECT_TRUE(SetTypeAttribute(cx, a, Name("other"), Value::Small(1)));
  EXPECT_NE(b->version.Load(), before);
}

TEST_F(TypeTest, DataDescriptorsInvalidateCaches) {
  int invalidated = 0;
  runtime.invalidate_caches = [&](Context&) { ++invalidated; };
  Type* type = Class("A");
  EXPECT_TRUE(SetTypeAttribute(cx, type, Name("f"), Function()));
  EXPECT_EQ(invalidated, 0);
  EXPECT_TRUE(
      SetTypeAttribute(cx, type, Name("p"), Value::Of(allocator.New<Property>(Kind::kProperty))));
  EXPECT_EQ(invalidated, 1);
}

TEST_F(TypeTest, BuiltinTypesAreImmutable) {
  EXPECT_FALSE(SetTypeAttribute(cx, runtime.int_type, Name("x"), Value::Small(1)));
  EXPECT_EQ(Message(), "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST_F(TypeTest, LookupPrefersTheInstanceToPlainClassData) {
  Type* type = Class("A", {}, {{"x", Value::Small(1)}, {"f", Function()}});
  Object* a = Instance(type);
  AttributeLookup found = LookupAttribute(cx, Value::Of(a), Name("x"));
  EXPECT_EQ(found.kind, AttributeLookup::kTypeData);
  EXPECT_EQ(found.cell->value.Load(), Value::Small(1));
  SetInstanceAttribute(cx, a, Name("x"), Value::Small(2));
  EXPECT_EQ(LookupAttribute(cx, Value::Of(a), Name("x")).value, Value::Small(2));
  found = LookupAttribute(cx, Value::Of(a), Name("f"));
  EXPECT_EQ(found.kind, AttributeLookup::kMethod);
  EXPECT_EQ(found.self, Value::Of(a));
  EXPECT_TRUE(found.cacheable);
}

TEST_F(TypeTest, PropertiesAreReportedNotCalled) {
  auto* property = allocator.New<Property>(Kind::kProperty);
  const Value getter = Function();
  property->get.Store(getter);
  property->name.Store(Text("p"));
  Type* type = Class("A", {}, {{"p", Value::Of(property)}});
  const Value a = Value::Of(Instance(type));
  const AttributeLookup found = LookupAttribute(cx, a, Name("p"));
  EXPECT_EQ(found.kind, AttributeLookup::kDescriptorGet);
  EXPECT_EQ(found.callable, getter);
  ASSERT_EQ(found.arg_count, 1u);
  EXPECT_EQ(found.args[0], a);
  EXPECT_EQ(StoreAttribute(cx, a, Name("p"), Value::Small(1)).kind, AttributeStore::kRaised);
  EXPECT_EQ(Message(), "AttributeError: property 'p' of 'A' object has no setter");
}

TEST_F(TypeTest, GetAttrHookIsAskedWhenNothingIsFound) {
  const Value hook = Function();
  const Value a = Value::Of(Instance(Class("A", {}, {{"__getattr__", hook}})));
  const AttributeLookup found = LookupAttribute(cx, a, Name("anything"));
  EXPECT_EQ(found.kind, AttributeLookup::kNeedsGetAttr);
  EXPECT_EQ(found.callable, hook);
  EXPECT_EQ(found.args[0], a);
  EXPECT_EQ(found.args[1], Text("anything"));
}

TEST_F(TypeTest, MissingAttributesNameTheReceiver) {
  Type* type = Class("C");
  EXPECT_EQ(Missing(Value::Of(Instance(type)), "x"),
            "AttributeError: 'C' object has no attribute 'x'");
  EXPECT_EQ(Missing(Value::Of(type), "x"), "AttributeError: type object 'C' has no attribute 'x'");
  EXPECT_EQ(Missing(Value::Of(NewModule(cx, Name("m"))), "x"),
            "AttributeError: module 'm' has no attribute 'x'");
  RaiseMissingAttribute(cx, Value::Small(1), Name("y"));
  auto* exception = cx.pending.As<Exception>();
  EXPECT_EQ(ExceptionField(cx, exception, Name("name")), Text("y"));
  EXPECT_EQ(ExceptionField(cx, exception, Name("obj")), Value::Small(1));
}

}  // namespace
}  // namespace heddle
