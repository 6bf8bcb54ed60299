// Whether a text that a scenario asks for can be built at all.
#pragma once

#include <cstdint>

namespace heddle {

struct Context;

// False, with a MemoryError pending, when there is no memory for a text of so many characters and
// the buffers that it is put together in. Ask before building one whose length is an argument:
// a C++ string that cannot grow ends the process.
bool CheckRoom(Context& cx, uint64_t characters);

}  // namespace heddle
