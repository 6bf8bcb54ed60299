// What the natives of numbers, text and bytes share: taking arguments apart.
#pragma once

#include <cstdint>
#include <limits>

#include "objects/bytes.h"
#include "objects/context.h"
#include "objects/number.h"
#include "objects/str_ops.h"

namespace heddle::lib {

inline Str* Text(Value v) { return v.As<Str>(); }
inline Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }
inline bool Given(Value v) { return !v.IsUndefined() && !v.IsNone(); }

// An optional int; false with TypeError or OverflowError pending.
inline bool OptionalInt(Context& cx, Value v, int64_t fallback, int64_t* out) {
  *out = fallback;
  return v.IsUndefined() || ToInt64(cx, v, out);
}

// A truth value given as an argument. REQUIRES: not a user-defined object with __bool__ (taken as
// true).
inline bool Flag(Context& cx, Value v, bool fallback) {
  return v.IsUndefined() ? fallback : TryTruth(cx, v) != Tri::kFalse;
}

// start and end of find(), count(), startswith() …: None and big ints allowed, negative ones count
// from the end, both cut to the length. False with TypeError pending.
inline bool Bounds(Context& cx, Value first, Value last, int64_t length, int64_t* start,
                   int64_t* end) {
  const auto one = [&](Value v, int64_t fallback, int64_t* out) {
    *out = fallback;
    if (!Given(v)) return true;
    if (!IsInt(v)) {
      RaiseNotInteger(cx, v, "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    *out = IntToInt64Clamped(v);
    if (*out < 0) *out = *out < -length ? 0 : *out + length;
    return true;
  };
  if (!one(first, 0, start) || !one(last, length, end)) return false;
  if (*end > length) *end = length;
  return true;
}

// The text of an argument `encoding` or `errors`, or `*name` as it is when none was given. False
// with TypeError pending.
inline bool CodecArgument(Context& cx, Value v, const char* function, const char* parameter,
                          std::string* storage, std::string_view* name) {
  if (v.IsUndefined()) return true;
  if (!IsStr(v)) {
    cx.Raise(Exc::kTypeError, "{}() argument '{}' must be str, not {}", function, parameter,
             TypeName(cx, v));
    return false;
  }
  *name = StrView(Text(v), storage);
  return true;
}

// Whether x.__format__(spec) is str(x): an empty spec and an instance of a subclass.
// REQUIRES: args[0] is an object or a number; args[1] is a str.
inline bool IsPlainFormat(Args args) {
  return args[0].IsObject() && (args[0].object()->flags & kSubclass) != 0 &&
         Text(args[1])->length == 0;
}

// What str * value and bytes * value do with a value that is no int.
Value NotRepeatable(Context& cx, Args args);

// The items of a list or tuple (also of a subclass without its own __iter__), in `*items`; false
// for other iterables: those go to the library's Python part.
bool SequenceItems(Context& cx, Value iterable, std::vector<Value>* items);

}  // namespace heddle::lib
