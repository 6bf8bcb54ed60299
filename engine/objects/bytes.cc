#include "objects/bytes.h"

#include <algorithm>
#include <cstring>

#include "objects/context.h"
#include "objects/str_ops.h"

namespace heddle {

namespace {

std::string ByteArrayCopy(ByteArray* array) {
  auto* buffer = array->buffer.LoadAcquire().As<Buffer>();
  if (buffer == nullptr) return {};
  // Pairs with the release of who appended in place.
  const uint32_t length = buffer->used.LoadAcquire();
  std::string out(length, 0);
  CopyFromShared(reinterpret_cast<uint8_t*>(out.data()), buffer->raw(), length);
  return out;
}

}  // namespace

Buffer* NewBuffer(heap::Allocator& heap, size_t capacity) {
  auto* buffer = heap.New<Buffer>(Kind::kBuffer, capacity);
  buffer->capacity = static_cast<uint32_t>(capacity);
  return buffer;
}

Bytes* NewBytesRaw(heap::Allocator& heap, uint32_t length) {
  auto* bytes = static_cast<Bytes*>(
      heap.AllocateUnfilled(Kind::kBytes, sizeof(Bytes) + length, sizeof(Bytes)));
  bytes->length = length;
  return bytes;
}

Bytes* NewBytes(heap::Allocator& heap, std::string_view data) {
  Bytes* bytes = NewBytesRaw(heap, static_cast<uint32_t>(data.size()));
  if (!data.empty()) std::memcpy(bytes->data(), data.data(), data.size());
  return bytes;
}

ByteArray* NewByteArray(heap::Allocator& heap, std::string_view data) {
  auto* array = heap.New<ByteArray>(Kind::kByteArray);
  Buffer* buffer = NewBuffer(heap, data.size());
  if (!data.empty()) std::memcpy(static_cast<void*>(buffer->bytes()), data.data(), data.size());
  buffer->used.Store(static_cast<uint32_t>(data.size()));
  array->buffer.Publish(Value::Of(buffer));
  return array;
}

namespace {

// step(T{}, n): the item of type T that begins at byte n, aligned in the shared memory, as far as
// there are such.
template <typename Step>
void InAlignedSteps(const uint8_t* shared, size_t count, Step step) {
  size_t at = 0;
  const auto take = [&]<typename T>(T) {
    step(T{}, at);
    at += sizeof(T);
  };
  const auto is_odd = [&](size_t size) {
    return (reinterpret_cast<uintptr_t>(shared + at) & size) != 0 && count - at >= size;
  };
  if (is_odd(1)) take(uint8_t{});
  if (is_odd(2)) take(uint16_t{});
  if (is_odd(4)) take(uint32_t{});
  if (reinterpret_cast<uintptr_t>(shared + at) % 8 == 0) {
    while (count - at >= 8) take(uint64_t{});
    if (count - at >= 4) take(uint32_t{});
    if (count - at >= 2) take(uint16_t{});
  }
  while (at < count) take(uint8_t{});
}

}  // namespace

void CopyFromShared(uint8_t* to, const uint8_t* from, size_t count) {
  InAlignedSteps(from, count, [&]<typename T>(T, size_t at) {
    const T item = LoadShared<T>(from + at);
    std::memcpy(to + at, &item, sizeof item);
  });
}

void CopyToShared(uint8_t* to, const uint8_t* from, size_t count) {
  InAlignedSteps(to, count, [&]<typename T>(T, size_t at) {
    T item;
    std::memcpy(&item, from + at, sizeof item);
    StoreShared<T>(to + at, item);
  });
}

std::string BytesCopy(Value v) {
  if (v.Is(Kind::kBytes)) return std::string(v.As<Bytes>()->view());
  if (!v.Is(Kind::kMemoryView)) return ByteArrayCopy(v.As<ByteArray>());
  return MemoryViewCopy(v.As<MemoryView>());
}

std::string_view BytesView(Value v, std::string* storage) {
  if (v.Is(Kind::kBytes)) return v.As<Bytes>()->view();
  *storage = BytesCopy(v);
  return *storage;
}

uint32_t BytesLength(Value v) {
  if (v.Is(Kind::kBytes)) return v.As<Bytes>()->length;
  if (!v.Is(Kind::kMemoryView)) {
    const auto* buffer = v.As<ByteArray>()->buffer.LoadAcquire().As<Buffer>();
    return buffer == nullptr ? 0 : buffer->used.Load();
  }
  return static_cast<uint32_t>(v.As<MemoryView>()->bytes);
}

uint32_t BytesHash(const Bytes* b) {
  const uint32_t cached = b->cached_hash.Load();
  if (cached != 0) return cached;
  const uint32_t hash = HashText(b->data(), b->length);
  const_cast<Bytes*>(b)->cached_hash.Store(hash);
  return hash;
}

void AppendBytesRepr(std::string_view data, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  const bool single = data.find('\'') != std::string_view::npos;
  const char quote = single && data.find('"') == std::string_view::npos ? '"' : '\'';
  out->push_back('b');
  out->push_back(quote);
  for (char c : data) {
    const auto byte = static_cast<uint8_t>(c);
    switch (c) {
      case '\n': out->append("\\n"); continue;
      case '\r': out->append("\\r"); continue;
      case '\t': out->append("\\t"); continue;
      default: break;
    }
    if (c == quote || c == '\\') {
      out->push_back('\\');
      out->push_back(c);
    } else if (byte < 0x20 || byte >= 0x7f) {
      out->append("\\x");
      out->push_back(kHex[byte >> 4]);
      out->push_back(kHex[byte & 15]);
    } else {
      out->push_back(c);
    }
  }
  out->push_back(quote);
}

Str* BytesRepr(Context& cx, Value v) {
  std::string storage;
  std::string out;
  const std::string_view data = BytesView(v, &storage);
  if (v.Is(Kind::kByteArray)) out = TypeName(cx, v) + "(";
  AppendBytesRepr(data, &out);
  if (v.Is(Kind::kByteArray)) out.push_back(')');
  return NewStrFromLatin1(cx.heap, out);
}

void TraceByteArray(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<ByteArray*>(object)->buffer);
  marker.Visit(static_cast<ByteArray*>(object)->views);
}

}  // namespace heddle
