// What the build is checked with. The heap tells AddressSanitizer which of its memory is free, and
// under a sanitizer collects often: what a collection frees too early is then found by every test.
#pragma once

#include <cstddef>

#if defined(__has_feature)
#define HEDDLE_HAS_SANITIZER(name) __has_feature(name)
#else
#define HEDDLE_HAS_SANITIZER(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || HEDDLE_HAS_SANITIZER(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define HEDDLE_ADDRESS_SANITIZER 1
#else
#define HEDDLE_ADDRESS_SANITIZER 0
#endif

#if defined(__SANITIZE_THREAD__) || HEDDLE_HAS_SANITIZER(thread_sanitizer)
#define HEDDLE_THREAD_SANITIZER 1
#else
#define HEDDLE_THREAD_SANITIZER 0
#endif

namespace heddle::base {

inline constexpr bool kAddressSanitizer = HEDDLE_ADDRESS_SANITIZER != 0;
inline constexpr bool kThreadSanitizer = HEDDLE_THREAD_SANITIZER != 0;

// Every access to this memory is a fault, until UnpoisonMemory.
inline void PoisonMemory([[maybe_unused]] void* start, [[maybe_unused]] size_t bytes) {
#if HEDDLE_ADDRESS_SANITIZER
  ASAN_POISON_MEMORY_REGION(start, bytes);
#endif
}

inline void UnpoisonMemory([[maybe_unused]] void* start, [[maybe_unused]] size_t bytes) {
#if HEDDLE_ADDRESS_SANITIZER
  ASAN_UNPOISON_MEMORY_REGION(start, bytes);
#endif
}

}  // namespace heddle::base
