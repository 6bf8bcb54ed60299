#include "objects/room.h"

#include <cstdlib>

#include "objects/context.h"

namespace heddle {

namespace {

constexpr uint64_t kCertain = 1 << 20;                 // characters that are not worth asking for
constexpr uint64_t kMaxCharacters = 0x7fffffff;        // as of a str
constexpr uint64_t kBytesEach = 3 * sizeof(char32_t);  // the result and two buffers

}  // namespace

bool CheckRoom(Context& cx, uint64_t characters) {
  if (characters <= kCertain) return true;
  if (characters <= kMaxCharacters && characters * kBytesEach <= SIZE_MAX) {
    void* const probe = std::malloc(static_cast<size_t>(characters * kBytesEach));
    std::free(probe);
    if (probe != nullptr) return true;
  }
  cx.RaiseWith(Exc::kMemoryError, Value());
  return false;
}

}  // namespace heddle
