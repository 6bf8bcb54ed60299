// bytes, bytearray and memoryview.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/buffer.h"

namespace heddle {

struct Context;
struct Str;

struct Bytes : Object {
  uint32_t length;
  Relaxed<uint32_t> cached_hash;  // 0: not computed yet

  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  std::string_view view() const { return {reinterpret_cast<const char*>(data()), length}; }
};

// Writers hold the object lock. Contents and length change with one store: a reader takes the
// buffer, whose `used` is the length, and needs no lock.
struct ByteArray : Object {
  Slot buffer;  // Buffer; Undefined: empty
  Slot views;   // a weak list of MemoryViews; see IsExported
};

// A window on a bytes or bytearray, one dimension of single bytes.
struct MemoryView : Object {
  Slot base;  // Bytes or ByteArray; Undefined once released
  Relaxed<uint32_t> start, length;
  Relaxed<int32_t> step;
  Relaxed<uint32_t> reserved;
};

Bytes* NewBytesRaw(heap::Allocator& heap, uint32_t length);
Bytes* NewBytes(heap::Allocator& heap, std::string_view data);
ByteArray* NewByteArray(heap::Allocator& heap, std::string_view data);
// REQUIRES: IsBytesLike(base).
Value NewMemoryView(Context& cx, Value base);
// Whether a memoryview that is neither released nor known to be dead forbids resizing. REQUIRES:
// the caller holds the object's lock.
bool IsExported(const ByteArray* array);

inline bool IsBytesLike(Value v) {
  return v.Is(Kind::kBytes) || v.Is(Kind::kByteArray) || v.Is(Kind::kMemoryView);
}
// A consistent-enough copy of the contents. REQUIRES: IsBytesLike(v).
std::string BytesCopy(Value v);
// The contents without a copy where that is safe (bytes), else through `storage`.
std::string_view BytesView(Value v, std::string* storage);
// REQUIRES: v is a bytes.
inline std::string_view BytesView(Value v) { return v.As<Bytes>()->view(); }
void AppendBytesRepr(std::string_view data, std::string* out);
uint32_t BytesLength(Value v);

uint32_t BytesHash(const Bytes* b);  // never 0; the same in every run
Str* BytesRepr(Context& cx, Value v);

void TraceByteArray(Object* object, size_t cell_bytes, heap::Marker& marker);
void TraceMemoryView(Object* object, size_t cell_bytes, heap::Marker& marker);

// Codecs. `errors`: strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace,
// surrogateescape, surrogatepass.
bool IsBuiltinCodec(std::string_view encoding, std::string_view errors);
// REQUIRES: IsBuiltinCodec(encoding, errors).
Value EncodeStr(Context& cx, const Str* text, std::string_view encoding, std::string_view errors);
Value DecodeBytes(Context& cx, std::string_view data, std::string_view encoding,
                  std::string_view errors);

}  // namespace heddle
