#include <algorithm>
#include <limits>

#include "lib/container_types.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle::lib {

const char* ComparisonText(CompareOp op) {
  static constexpr const char* kText[] = {"<", "<=", "==", "!=", ">", ">="};
  return kText[static_cast<int>(op)];
}

Value ComparisonResult(Context& cx, Tri answer, Library fallback, CompareOp op, Value a, Value b) {
  switch (answer) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: break;
  }
  return cx.TailCall(fallback, {cx.NewString(ComparisonText(op)), a, b});
}

bool LacksMethod(Context& cx, Value v, Special method) {
  return TypeOf(cx, v)->special(method).IsUndefined();
}

bool MayReflect(Context& cx, Value v, Special reflected) {
  const Value method = TypeOf(cx, v)->special(reflected);
  return !method.IsUndefined() && !method.Is(Kind::kMethodDescriptor);
}

Tri RepeatCount(Context& cx, Value v, int64_t* times) {
  if (!IsInt(v)) return Tri::kPython;
  if (IntToInt64(v, times)) return Tri::kTrue;
  cx.Raise(Exc::kOverflowError, "cannot fit 'int' into an index-sized integer");
  return Tri::kRaised;
}

namespace {

Value Retry(Context& cx, Value method, Args args) {
  cx.TailCall(Library::kWithIndex, {method});
  cx.tail.args.insert(cx.tail.args.end(), args.data, args.data + args.count);
  return Value::TailCall();
}

const Type* BuiltinTypeOf(Context& cx, Value v) {
  return cx.runtime.heap.TypeOfKind(v.object()->kind);
}

}  // namespace

Value RetryWithIndex(Context& cx, Special method, Args args) {
  return Retry(cx, BuiltinTypeOf(cx, args[0])->special(method), args);
}

Value RetryWithIndex(Context& cx, const char* method, Args args) {
  return Retry(cx, LookupInMro(BuiltinTypeOf(cx, args[0]), cx.Intern(method)), args);
}

Tri IndexBounds(Context& cx, Value start, Value stop, int64_t length, int64_t* from, int64_t* to) {
  const auto bound = [&](Value v, int64_t fallback, int64_t* out) {
    *out = fallback;
    if (v.IsUndefined()) return Tri::kTrue;
    if (!IsInt(v)) {
      if (!LacksMethod(cx, v, Special::kIndex)) return Tri::kPython;
      cx.Raise(Exc::kTypeError, "slice indices must be integers or have an __index__ method");
      return Tri::kRaised;
    }
    *out = IntToInt64Clamped(v);
    if (*out < 0) *out = std::max<int64_t>(0, *out + length);
    return Tri::kTrue;
  };
  if (Tri t = bound(start, 0, from); t != Tri::kTrue) return t;
  return bound(stop, std::numeric_limits<int64_t>::max(), to);
}

Value ContainerRepr(Context& cx, Args args) {
  Value text;
  switch (TryReprContents(cx, args[0], &text)) {
    case Tri::kTrue: return text;
    case Tri::kRaised: return Value::Raised();
    default: return cx.TailCall(Library::kRepr, {args[0]});
  }
}

Value ContainerIter(Context& cx, Args args) { return IterateContents(cx, args[0]); }
Value ContainerReversed(Context& cx, Args args) { return IterateContentsReversed(cx, args[0]); }

Value ClassGetItem(Context& cx, Args args) {
  return cx.TailCall(Library::kClassGetItem, {args[0], args[1]});
}

Value NewEmpty(Context& cx, Args args) {
  if (!args[0].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "__new__(X): X is not a type object ({})",
                    TypeName(cx, args[0]));
  }
  return Value::Of(NewInstance(cx, args[0].As<Type>()));
}

}  // namespace heddle::lib
