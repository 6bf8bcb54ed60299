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
enum class Tri : uint8_t;

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

// array.array: a bytearray whose items are numbers, or characters of four bytes.
struct NumberArray : ByteArray {
  Relaxed<uint32_t> code;  // the letter of its type; 0 before __new__ has set it
  Relaxed<uint32_t> item_bytes;
};

// A window on what another object holds. Nothing of it changes but `base`, so whoever reads through
// it while it is released still reads memory that is there: the exporter replaces its storage, and
// the old one lives as long as this refers to it.
struct MemoryView : Object {
  static constexpr uint32_t kMaxDimensions = 64;

  Slot base;             // what `obj` shows; Undefined once released
  Slot memory;           // Bytes or Buffer: where the items lie
  Slot source;           // the memoryview that __buffer__() of `base` gave; else Undefined
  int64_t start, bytes;  // of the first item in the memory; of all items
  uint32_t item_bytes;
  uint8_t dimensions;
  char code;  // of the native format
  bool at;    // the format was given as '@' and the letter
  bool readonly;
  Relaxed<uint64_t> cached_hash;  // 0: not computed yet

  int64_t* shape() { return reinterpret_cast<int64_t*>(this + 1); }
  int64_t* strides() { return shape() + dimensions; }
  uint8_t* first() const;
};

Bytes* NewBytesRaw(heap::Allocator& heap, uint32_t length);
Bytes* NewBytes(heap::Allocator& heap, std::string_view data);
ByteArray* NewByteArray(heap::Allocator& heap, std::string_view data);
NumberArray* NewNumberArray(heap::Allocator& heap, char code, std::string_view data);
int64_t NumberArrayLength(const NumberArray* array);
// Undefined beyond the end.
Value NumberArrayItem(Context& cx, NumberArray* array, int64_t index);

// REQUIRES: IsBytesLike(base).
Value NewMemoryView(Context& cx, Value base);
// A copy of the view with room for `dimensions`, to be filled in.
MemoryView* NewMemoryViewLike(Context& cx, MemoryView* view, uint32_t dimensions);
// Makes the exporter know of a view that is finished. A view that is never finished forbids
// nothing.
void FinishMemoryView(Context& cx, MemoryView* view);
// The item at an index of a view of one dimension. Undefined beyond the end, and with an exception
// pending when the view is released or its format cannot be read.
Value MemoryViewItem(Context& cx, MemoryView* view, int64_t index);
// Whether the items lie one after the other, the last index moving fastest (or the first).
bool IsContiguous(MemoryView* view, bool fortran = false);
// The items in the order of their indices.
std::string MemoryViewCopy(MemoryView* view, bool fortran = false);
Tri MemoryViewsEqual(Context& cx, Value a, Value b);
// Whether a memoryview that is neither released nor known to be dead forbids resizing. REQUIRES:
// the caller holds the object's lock.
bool IsExported(const ByteArray* array);

inline bool IsBytesLike(Value v) {
  return v.Is(Kind::kBytes) || v.Is(Kind::kByteArray) || v.Is(Kind::kMemoryView) ||
         v.Is(Kind::kNumberArray);
}
// A consistent-enough copy of the contents. REQUIRES: IsBytesLike(v).
std::string BytesCopy(Value v);
// The contents without a copy where that is safe (bytes), else through `storage`.
std::string_view BytesView(Value v, std::string* storage);
// REQUIRES: v is a bytes.
inline std::string_view BytesView(Value v) { return v.As<Bytes>()->view(); }
void AppendBytesRepr(std::string_view data, std::string* out);
uint32_t BytesLength(Value v);  // in bytes

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
