// The methods that change a bytearray. Each is one change under the object's lock: no other thread
// sees a part of it, nor a length that does not fit the contents.
#include <algorithm>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/text_natives.h"
#include "objects/room.h"
#include "objects/slice.h"

namespace heddle::lib {

bool SpliceBytes(Context& cx, ByteArray* array, size_t start, size_t stop, std::string_view data,
                 const char* exported) {
  auto* buffer = array->buffer.Load().As<Buffer>();
  const size_t length = buffer == nullptr ? 0 : buffer->used.Load();
  const auto put = [data](Buffer* to, size_t at) {
    CopyToShared(to->raw() + at, reinterpret_cast<const uint8_t*>(data.data()), data.size());
  };
  if (stop - start == data.size()) {
    if (!data.empty()) put(buffer, start);
    return true;
  }
  if (IsExported(array)) {
    cx.Raise(Exc::kBufferError, exported);
    return false;
  }
  const size_t new_length = length - (stop - start) + data.size();
  if (stop == length && buffer != nullptr && new_length <= buffer->capacity) {
    put(buffer, start);
    buffer->used.StoreRelease(static_cast<uint32_t>(new_length));
    return true;
  }
  if (!CheckRoom(cx, new_length)) return false;
  const bool grows = new_length > length;
  Buffer* other = NewBuffer(cx.heap, grows ? new_length + new_length / 8 + 8 : new_length);
  if (buffer != nullptr) {
    CopyFromShared(other->raw(), buffer->raw(), start);
    CopyFromShared(other->raw() + start + data.size(), buffer->raw() + stop, length - stop);
  }
  put(other, start);
  other->used.Store(static_cast<uint32_t>(new_length));
  array->buffer.Publish(Value::Of(other));
  return true;
}

namespace bytearray_methods {

namespace {

ByteArray* Self(Args args) { return args[0].As<ByteArray>(); }

bool AppendAll(Context& cx, ByteArray* array, std::string_view data) {
  heap::ObjectLock lock(cx.heap.locking(), array);
  const size_t length = BytesLength(Value::Of(array));
  return SpliceBytes(cx, array, length, length, data);
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
  heap::ObjectLock lock(cx.heap.locking(), self);
  const uint32_t length = BytesLength(args[0]);
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), length, &range)) {
    case Tri::kTrue: break;
    case Tri::kPython:
      return RetryWithIndex(cx, is_delete ? Special::kDelItem : Special::kSetItem, args);
    default: return Value::Raised();
  }
  if (range.step == 1) {
    const int64_t stop = std::max(range.start, range.stop);
    return SpliceBytes(cx, self, range.start, stop, data) ? Value::None() : Value::Raised();
  }
  const auto given = static_cast<int64_t>(data.size());
  if (given == 0) is_delete = true;
  if (!is_delete && given != range.count) {
    return cx.Raise(Exc::kValueError,
                    "attempt to assign bytes of size {} to extended slice of size {}", given,
                    range.count);
  }
  auto* buffer = self->buffer.Load().As<Buffer>();
  if (!is_delete) {
    for (int64_t i = 0; i < range.count; ++i) {
      buffer->bytes()[range.start + i * range.step].Store(static_cast<uint8_t>(data[i]));
    }
    return Value::None();
  }
  std::vector<bool> gone(length);
  for (int64_t i = 0; i < range.count; ++i) gone[range.start + i * range.step] = true;
  std::string left;
  for (uint32_t i = 0; i < length; ++i) {
    if (!gone[i]) left.push_back(static_cast<char>(buffer->bytes()[i].Load()));
  }
  return SpliceBytes(cx, self, 0, length, left) ? Value::None() : Value::Raised();
}

// An object that is a number by its __index__: the library finds that.
bool NeedsIndex(Context& cx, Value v) { return !IsInt(v) && !LacksMethod(cx, v, Special::kIndex); }

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
  return SpliceBytes(cx, Self(args), 0, BytesLength(args[0]), data) ? Value::None()
                                                                    : Value::Raised();
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
  if (NeedsIndex(cx, args[2])) return RetryWithIndex(cx, Special::kSetItem, args);
  uint8_t byte;
  if (!ByteOf(cx, args[2], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), self);
  int64_t index;
  if (!IndexOf(cx, args[1], BytesLength(args[0]), "bytearray index out of range", &index)) {
    return Value::Raised();
  }
  self->buffer.Load().As<Buffer>()->bytes()[index].Store(byte);
  return Value::None();
}

Value DelItem(Context& cx, Args args) {
  if (args[1].Is(Kind::kSlice)) return SetSlice(cx, args, "", true);
  if (!IsInt(args[1])) return BadIndex(cx, args, Special::kDelItem);
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  int64_t index;
  if (!IndexOf(cx, args[1], BytesLength(args[0]), "bytearray index out of range", &index)) {
    return Value::Raised();
  }
  return SpliceBytes(cx, Self(args), index, index + 1, "") ? Value::None() : Value::Raised();
}

Value InPlaceAdd(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "can't concat {} to bytearray", TypeName(cx, args[1]));
  }
  return AppendAll(cx, Self(args), BytesCopy(args[1])) ? args[0] : Value::Raised();
}

Value InPlaceRepeat(Context& cx, Args args) {
  int64_t count;
  if (!ToInt64(cx, args[1], &count)) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const std::string data = BytesCopy(args[0]);
  uint64_t total;
  if (__builtin_mul_overflow(data.size(), std::max<int64_t>(count, 0), &total)) total = UINT64_MAX;
  if (!CheckRoom(cx, total)) return Value::Raised();
  std::string out;
  for (int64_t i = 0; i < count && !data.empty(); ++i) out.append(data);
  return SpliceBytes(cx, Self(args), 0, data.size(), out) ? args[0] : Value::Raised();
}

Value Append(Context& cx, Args args) {
  if (NeedsIndex(cx, args[1])) return RetryWithIndex(cx, "append", args);
  uint8_t byte;
  if (!ByteOf(cx, args[1], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  const char c = static_cast<char>(byte);
  return AppendAll(cx, Self(args), {&c, 1}) ? Value::None() : Value::Raised();
}

Value Extend(Context& cx, Args args) {
  std::string data;
  cx.pending = Value::Undefined();
  if (IsInt(args[1])) {
    return cx.Raise(Exc::kTypeError, "can't extend bytearray with {}", TypeName(cx, args[1]));
  }
  if (IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "expected iterable of integers; got: 'str'");
  }
  if (!BytesContents(cx, Value::None(), args.From(1), &data)) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    return cx.TailCall(Library::kByteArrayExtend, {args[0], args[1]});
  }
  return AppendAll(cx, Self(args), data) ? Value::None() : Value::Raised();
}

Value Insert(Context& cx, Args args) {
  if (NeedsIndex(cx, args[1]) || NeedsIndex(cx, args[2])) return RetryWithIndex(cx, "insert", args);
  int64_t index;
  uint8_t byte;
  if (!ToInt64(cx, args[1], &index)) return Value::Raised();
  if (!ByteOf(cx, args[2], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const int64_t length = BytesLength(args[0]);
  index = std::clamp<int64_t>(index < 0 ? index + length : index, 0, length);
  const char c = static_cast<char>(byte);
  return SpliceBytes(cx, Self(args), index, index, {&c, 1}) ? Value::None() : Value::Raised();
}

Value Pop(Context& cx, Args args) {
  int64_t given, index;
  if (!OptionalInt(cx, args.Opt(1), -1, &given)) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const uint32_t length = BytesLength(args[0]);
  if (length == 0) return cx.Raise(Exc::kIndexError, "pop from empty bytearray");
  if (!IndexOf(cx, IntFromInt64(cx.heap, given), length, "pop index out of range", &index)) {
    return Value::Raised();
  }
  const uint8_t byte = Self(args)->buffer.Load().As<Buffer>()->bytes()[index].Load();
  if (!SpliceBytes(cx, Self(args), index, index + 1, "")) return Value::Raised();
  return Value::Small(byte);
}

Value Remove(Context& cx, Args args) {
  if (NeedsIndex(cx, args[1])) return RetryWithIndex(cx, "remove", args);
  uint8_t byte;
  if (!ByteOf(cx, args[1], &byte, "byte must be in range(0, 256)")) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const size_t at = BytesCopy(args[0]).find(static_cast<char>(byte));
  if (at == std::string::npos) {
    return cx.Raise(Exc::kValueError, "value not found in bytearray");
  }
  return SpliceBytes(cx, Self(args), at, at + 1, "") ? Value::None() : Value::Raised();
}

Value Reverse(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  std::string data = BytesCopy(args[0]);
  std::reverse(data.begin(), data.end());
  SpliceBytes(cx, Self(args), 0, data.size(), data);
  return Value::None();
}

Value Clear(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  return SpliceBytes(cx, Self(args), 0, BytesLength(args[0]), "") ? Value::None() : Value::Raised();
}

Value Copy(Context& cx, Args args) { return Value::Of(NewByteArray(cx.heap, BytesCopy(args[0]))); }

}  // namespace bytearray_methods
}  // namespace heddle::lib
