// The types of None, NotImplemented and Ellipsis.
#include "lib/types.h"
#include "objects/context.h"
#include "objects/int.h"

namespace heddle::lib {

namespace {

Value NoneNew(Context&, Args) { return Value::None(); }
Value NoneRepr(Context& cx, Args) { return cx.NewString("None"); }
Value NoneBool(Context&, Args) { return Value::False(); }
Value NoneHash(Context& cx, Args args) {
  uint64_t hash = 0;
  TryHash(cx, args[0], &hash);
  return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
}
Value NotImplementedNew(Context&, Args) { return Value::NotImplemented(); }
Value NotImplementedRepr(Context& cx, Args) { return cx.NewString("NotImplemented"); }
Value NotImplementedBool(Context& cx, Args) {
  return cx.TailCall(Library::kRarely, {cx.NewString("not_implemented_bool")});
}
Value EllipsisNew(Context&, Args) { return Value::Ellipsis(); }
Value EllipsisRepr(Context& cx, Args) { return cx.NewString("Ellipsis"); }

constexpr NativeDef kNoneMethods[] = {
    {"__new__", NoneNew, "cls, /"},    {"__repr__", NoneRepr, "self, /"},
    {"__bool__", NoneBool, "self, /"}, {"__hash__", NoneHash, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kNotImplementedMethods[] = {
    {"__new__", NotImplementedNew, "cls, /"},
    {"__repr__", NotImplementedRepr, "self, /"},
    {"__reduce__", NotImplementedRepr, "self, /"},
    {"__bool__", NotImplementedBool, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kEllipsisMethods[] = {
    {"__new__", EllipsisNew, "cls, /"},
    {"__repr__", EllipsisRepr, "self, /"},
    {"__reduce__", EllipsisRepr, "self, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kNoneType = {"NoneType", "builtins", Kind::kFree, kNoneMethods,
                           nullptr,    kNotBase,   0,           nullptr};
const TypeDef kNotImplementedType = {"NotImplementedType",
                                     "builtins",
                                     Kind::kFree,
                                     kNotImplementedMethods,
                                     nullptr,
                                     kNotBase,
                                     0,
                                     nullptr};
const TypeDef kEllipsisType = {"ellipsis", "builtins", Kind::kFree, kEllipsisMethods,
                               nullptr,    kNotBase,   0,           nullptr};

}  // namespace heddle::lib
