// The methods that change a bytearray. Each computes the new contents and publishes a new Buffer;
// single bytes are stored in place, and appending uses spare capacity.
#include <algorithm>

#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/text_natives.h"
#include "objects/slice.h"

namespace heddle::lib::bytearray_methods {

namespace {

ByteArray* Self(Args args) { return args[0].As<ByteArray>(); }

// REQUIRES: the caller holds the lock.
void Publish(Context& cx, ByteArray* array, std::string_view data) {
  Buffer* buffer = NewBuffer(cx.heap, data.size());
  for (size_t i = 0; i < data.size(); ++i) buffer->bytes()[i].Store(static_cast<uint8_t>(data[i]));
  array->length.Store(0);
  array->buffer.Publish(Value::Of(buffer));
  array->length.StoreRelease(static_cast<uint32_t>(data.size()));
}

bool CheckResizable(Context& cx, ByteArray* array) {
  if (array->exports.Load() == 0) return true;
  cx.Raise(Exc::kBufferError, "Existing exports of data: object cannot be re-sized");
  return false;
}

// Replaces [start, stop) by `data`.
bool Splice(Context& cx, ByteArray* array, int64_t start, int64_t stop, std::string_view data) {
  heap::ObjectLock lock(cx.heap.locking(), array);
  std::string all = BytesCopy(Value::Of(array));
  const auto size = static_cast<int64_t>(all.size());
  start = std::min(start, size);
  stop = std::clamp(stop, start, size);
  if (stop - start != static_cast<int64_t>(data.size()) && !CheckResizable(cx, array)) return false;
  all.replace(start, stop - start, data);
  Publish(cx, array, all);
  return true;
}

bool PushBack(Context& cx, ByteArray* array, uint8_t byte) {
  if (!CheckResizable(cx, array)) return false;
  heap::ObjectLock lock(cx.heap.locking(), array);
  auto* buffer = array->buffer.Load().As<Buffer>();
  const uint32_t length = array->length.Load();
  if (buffer == nullptr || length >= buffer->capacity) {
    Buffer* larger = NewBuffer(cx.heap, std::max<size_t>(16, length + length / 2));
    for (uint32_t i = 0; i < length; ++i) larger->bytes()[i].Store(buffer->bytes()[i].Load());
    array->buffer.Publish(Value::Of(larger));
    buffer = larger;
  }
  buffer->bytes()[length].Store(byte);
  array->length.StoreRelease(length + 1);
  return true;
}

// Index of an existing byte, or false with IndexError pending.
bool IndexOf(Context& cx, Value v, int64_t length, const char* message, int64_t* index) {
  *index = IntToInt64Clamped(v);
  if (*index < 0) *index += length;
  if (*index >= 0 && *index < length) return true;
  cx.Raise(Exc::kIndexError, message);
  return false;
}

Value SetSlice(Context& cx, Args args, std::string_view data, bool is_delete) {
  ByteArray* self = Self(args);
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), self->length.Load(), &range)) {
    case Tri::kTrue: break;
    case Tri::kPython:
      return RetryWithIndex(cx, is_delete ? Special::kDelItem : Special::kSetItem, args);
    default: return Value::Raised();
  }
  if (range.step == 1) {
    if (!Splice(cx, self, range.start, std::max(range.start, range.stop), data)) {
      return Value::Raised();
    }
    return Value::None();
  }
  const auto given = static_cast<int64_t>(data.size());
  if (!is_delete && given != range.count) {
    return cx.Raise(Exc::kValueError,
                    "attempt to assign bytes of size {} to extended slice of size {}", given,
                    range.count);
  }
  heap::ObjectLock lock(cx.heap.locking(), self);
  std::string all = BytesCopy(args[0]);
  std::string out;
  if (is_delete) {
    std::vector<bool> gone(all.size());
    for (int64_t i = 0; i < range.count; ++i) gone[range.start + i * range.step] = true;
    for (size_t i = 0; i < all.size(); ++i) {
      if (!gone[i]) out.push_back(all[i]);
    }
  } else {
    out = all;
    for (int64_t i = 0; i < range.count; ++i) out[range.start + i * range.step] = data[i];
  }
  Publish(cx, self, out);
  return Value::None();
}

Value BadIndex(Context& cx, Args args, Special method) {
  int64_t index;
  if (SequenceIndex(cx, args[1], "bytearray", &index) == Tri::kPython) {
    return RetryWithIndex(cx, method, args);
  }
  return Value::Raised();
}

}  // namespace

Value Init(Context& cx, Args args) {
  std::string data;
  cx.pending = Value::Undefined();
  if (!BytesContents(cx, args[0], args.From(1), &data)) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    // The library makes bytes of the argument; then this method is called again with them.
    return cx.TailCall(Library::kByteArrayInit, {args[0], args[1]});
  }
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Publish(cx, Self(args), data);
  return Value::None();
}

Value SetItem(Context& cx, Args args) {
  ByteArray* self = Self(args);
  if (args[1].Is(Kind::kSlice)) {
    std::string data;
    const Value source[] = {args[2]};
    if (IsInt(args[2])) {
      return cx.Raise(Exc::kTypeError,
                      "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    cx.pending = Value::Undefined();
    if (!BytesContents(cx, Value::None(), {const_cast<Value*>(source), 1}, &data)) {
      if (!cx.pending.IsUndefined()) return Value::Raised();
      return cx.Raise(Exc::kTypeError,
                      "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    return SetSlice(cx, args, data, false);
  }
  if (!IsInt(args[1])) return BadIndex(cx, args, Special::kSetItem);
  uint8_t byte;
  if (!ByteOf(cx, args[2], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), self);
  int64_t index;
  if (!IndexOf(cx, args[1], self->length.Load(), "bytearray index out of range", &index)) {
    return Value::Raised();
  }
  self->buffer.Load().As<Buffer>()->bytes()[index].Store(byte);
  return Value::None();
}

Value DelItem(Context& cx, Args args) {
  if (args[1].Is(Kind::kSlice)) return SetSlice(cx, args, "", true);
  if (!IsInt(args[1])) return BadIndex(cx, args, Special::kDelItem);
  int64_t index;
  if (!IndexOf(cx, args[1], Self(args)->length.Load(), "bytearray index out of range", &index)) {
    return Value::Raised();
  }
  return Splice(cx, Self(args), index, index + 1, "") ? Value::None() : Value::Raised();
}

Value InPlaceAdd(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "can't concat {} to bytearray", TypeName(cx, args[1]));
  }
  const std::string data = BytesCopy(args[1]);
  for (char c : data) {
    if (!PushBack(cx, Self(args), static_cast<uint8_t>(c))) return Value::Raised();
  }
  return args[0];
}

Value InPlaceRepeat(Context& cx, Args args) {
  int64_t count;
  if (!ToInt64(cx, args[1], &count)) return Value::Raised();
  const std::string data = BytesCopy(args[0]);
  std::string out;
  for (int64_t i = 0; i < count; ++i) out.append(data);
  return Splice(cx, Self(args), 0, static_cast<int64_t>(data.size()), out) ? args[0]
                                                                           : Value::Raised();
}

Value Append(Context& cx, Args args) {
  uint8_t byte;
  if (!ByteOf(cx, args[1], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  return PushBack(cx, Self(args), byte) ? Value::None() : Value::Raised();
}

Value Extend(Context& cx, Args args) {
  std::string data;
  cx.pending = Value::Undefined();
  if (IsInt(args[1])) {
    return cx.Raise(Exc::kTypeError, "can't extend bytearray with {}", TypeName(cx, args[1]));
  }
  if (!BytesContents(cx, Value::None(), args.From(1), &data)) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    return cx.TailCall(Library::kByteArrayExtend, {args[0], args[1]});
  }
  for (char c : data) {
    if (!PushBack(cx, Self(args), static_cast<uint8_t>(c))) return Value::Raised();
  }
  return Value::None();
}

Value Insert(Context& cx, Args args) {
  int64_t index;
  uint8_t byte;
  if (!ToInt64(cx, args[1], &index)) return Value::Raised();
  if (!ByteOf(cx, args[2], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  const int64_t length = Self(args)->length.Load();
  if (index < 0) index = std::max<int64_t>(0, index + length);
  const char c = static_cast<char>(byte);
  return Splice(cx, Self(args), index, index, {&c, 1}) ? Value::None() : Value::Raised();
}

Value Pop(Context& cx, Args args) {
  const std::string data = BytesCopy(args[0]);
  if (data.empty()) return cx.Raise(Exc::kIndexError, "pop from empty bytearray");
  int64_t given, index;
  if (!OptionalInt(cx, args.Opt(1), -1, &given)) return Value::Raised();
  if (!IndexOf(cx, IntFromInt64(cx.heap, given), static_cast<int64_t>(data.size()),
               "pop index out of range", &index)) {
    return Value::Raised();
  }
  if (!Splice(cx, Self(args), index, index + 1, "")) return Value::Raised();
  return Value::Small(static_cast<uint8_t>(data[index]));
}

Value Remove(Context& cx, Args args) {
  uint8_t byte;
  if (!ByteOf(cx, args[1], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  const size_t at = BytesCopy(args[0]).find(static_cast<char>(byte));
  if (at == std::string::npos) {
    return cx.Raise(Exc::kValueError, "value not found in bytearray");
  }
  const auto index = static_cast<int64_t>(at);
  return Splice(cx, Self(args), index, index + 1, "") ? Value::None() : Value::Raised();
}

Value Reverse(Context& cx, Args args) {
  std::string data = BytesCopy(args[0]);
  std::reverse(data.begin(), data.end());
  Splice(cx, Self(args), 0, static_cast<int64_t>(data.size()), data);
  return Value::None();
}

Value Clear(Context& cx, Args args) {
  const int64_t length = Self(args)->length.Load();
  return Splice(cx, Self(args), 0, length, "") ? Value::None() : Value::Raised();
}

Value Copy(Context& cx, Args args) { return Value::Of(NewByteArray(cx.heap, BytesCopy(args[0]))); }

}  // namespace heddle::lib::bytearray_methods
