// What the natives of bytes, bytearray and memoryview share.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "objects/bytes.h"
#include "objects/context.h"

namespace heddle::lib {

// The contents of a bytes-like value for the time of one native; a copy where they may change.
class BytesSource {
 public:
  explicit BytesSource(Value v);
  BytesSource(const BytesSource&) = delete;
  BytesSource& operator=(const BytesSource&) = delete;
  std::string_view view;

 private:
  std::string storage_;
};

// False: it is a memoryview that was released; ValueError is pending.
bool CheckUnreleased(Context& cx, Value buffer);

// An int in range(256); ValueError with the message, or TypeError, is pending when false.
bool ByteOf(Context& cx, Value v, uint8_t* byte, const char* message);

// A bytearray when `like` is one, else bytes.
Value SameKind(Context& cx, Value like, std::string_view data);

// What bytes(source, encoding, errors) holds. False: an exception is pending, or, when none is,
// Library::kBytesNew has been asked for with (type, source).
bool BytesContents(Context& cx, Value type, Args args, std::string* data);

// Replaces the bytes [start, stop) by `data`. False: BufferError with the message, or MemoryError,
// is pending. REQUIRES: the caller holds the lock; 0 <= start <= stop <= length.
bool SpliceBytes(Context& cx, ByteArray* array, size_t start, size_t stop, std::string_view data,
                 const char* exported = "Existing exports of data: object cannot be re-sized");

// What a method named so that changes the length of args[0] returned. Views that nobody refers to
// any more forbid nothing, but only a collection tells them from others.
Value AfterResizing(Context& cx, Args args, const char* name, Value result);

// The rows __buffer__ and __release_buffer__ of a type that natives know as a buffer.
Value BufferOf(Context& cx, Args args);
Value ReleaseBuffer(Context& cx, Args args);
#define BUFFER_METHODS                                     \
  {"__buffer__", BufferOf, "self, flags, /"}, {            \
    "__release_buffer__", ReleaseBuffer, "self, buffer, /" \
  }

template <size_t kSize>
struct MethodName {
  // NOLINTNEXTLINE(google-explicit-constructor): a string literal as a template argument
  constexpr MethodName(const char (&literal)[kSize]) { std::copy_n(literal, kSize, text); }
  char text[kSize];
};
template <Value (*method)(Context&, Args), MethodName name>
Value Resizing(Context& cx, Args args) {
  return AfterResizing(cx, args, name.text, method(cx, args));
}

namespace bytearray_methods {

Value Init(Context& cx, Args args);
Value SetItem(Context& cx, Args args);
Value DelItem(Context& cx, Args args);
Value InPlaceAdd(Context& cx, Args args);
Value InPlaceRepeat(Context& cx, Args args);
Value Append(Context& cx, Args args);
Value Extend(Context& cx, Args args);
Value Insert(Context& cx, Args args);
Value Pop(Context& cx, Args args);
Value Remove(Context& cx, Args args);
Value Reverse(Context& cx, Args args);
Value Clear(Context& cx, Args args);
Value Copy(Context& cx, Args args);

}  // namespace bytearray_methods
}  // namespace heddle::lib
