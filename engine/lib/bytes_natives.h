// What the natives of bytes, bytearray and memoryview share.
#pragma once

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

// An int in range(256); ValueError with the message, or TypeError, is pending when false.
bool ByteOf(Context& cx, Value v, uint8_t* byte, const char* message);

// A bytearray when `like` is one, else bytes.
Value SameKind(Context& cx, Value like, std::string_view data);

// What bytes(source, encoding, errors) holds. False: an exception is pending, or, when none is,
// Library::kBytesNew has been asked for with (type, source).
bool BytesContents(Context& cx, Value type, Args args, std::string* data);

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
