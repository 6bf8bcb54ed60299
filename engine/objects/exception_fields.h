// The fields that particular builtin exceptions have beyond those of BaseException. They are
// members at fixed places behind struct Exception; unset they read as None.
#pragma once

#include <span>
#include <string_view>

#include "objects/context.h"
#include "objects/exception.h"

namespace heddle {

// Those that the class adds to its base's, in the order of their places.
std::span<const std::string_view> FieldsOfException(Exc kind);

// A new exception of the class with empty args; nothing is called.
Exception* NewException(Context& cx, Type* type);

// The field or None; Undefined when the class has no such field.
Value ExceptionField(Context& cx, Exception* exception, Str* name);
void SetExceptionField(Context& cx, Exception* exception, Str* name, Value value);

// The first field that the class adds: `value` of StopIteration, `code` of SystemExit.
inline Slot* FirstExceptionField(Exception* exception) {
  return reinterpret_cast<Slot*>(exception + 1);
}

}  // namespace heddle
