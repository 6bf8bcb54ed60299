// Arena: memory of one syntax tree, freed all at once.
//
// Objects are trivially destructible, so freeing is dropping the chunks. Addresses never move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace heddle::syntax {

// A sequence of nodes or names; its storage belongs to the arena of the tree.
template <typename T>
using Seq = std::span<const T>;

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Returns memory aligned for any node; `size` may be 0.
  void* Allocate(size_t size) {
    size = (size + kAlignment - 1) & ~(kAlignment - 1);
    if (size > static_cast<size_t>(limit_ - next_)) AddChunk(size);
    void* result = next_;
    next_ += size;
    return result;
  }

  // Returns a value-initialised T.
  template <typename T>
  T* New() {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= kAlignment);
    return new (Allocate(sizeof(T))) T();
  }

  std::string_view CopyText(std::string_view text) {
    if (text.empty()) return {};
    char* copy = static_cast<char*>(Allocate(text.size()));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  template <typename T>
  Seq<T> CopySeq(const T* items, size_t count) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
    if (count == 0) return {};
    T* copy = static_cast<T*>(Allocate(count * sizeof(T)));
    std::memcpy(static_cast<void*>(copy), items, count * sizeof(T));
    return {copy, count};
  }

 private:
  static constexpr size_t kAlignment = 8;
  static constexpr size_t kFirstChunk = 4096;
  static constexpr size_t kLargestChunk = 256 * 1024;

  void AddChunk(size_t size) {
    size_t chunk = next_size_ > size ? next_size_ : size;
    if (next_size_ < kLargestChunk) next_size_ *= 2;
    // libc++ 14 has no make_unique_for_overwrite.
    chunks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[chunk]));
    next_ = chunks_.back().get();
    limit_ = next_ + chunk;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::byte* limit_ = nullptr;
  size_t next_size_ = kFirstChunk;
};

}  // namespace heddle::syntax
