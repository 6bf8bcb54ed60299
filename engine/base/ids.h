#pragma once

#include <cstdint>

namespace heddle::base {

// Numbers a fiber within one run of a Scheduler: 1 is the main fiber, later ones
// follow in the order of their spawning. 0 names no fiber.
enum class FiberId : uint32_t {};

inline constexpr FiberId kNoFiber{0};

}  // namespace heddle::base
