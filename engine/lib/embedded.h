#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace heddle::lib {

// A file of the standard library's Python part: a module, or data (any other ending) that modules
// written in C++ read. It is compiled into the engine, or lies in the library file beside it.
struct EmbeddedModule {
  std::string_view name;    // Dotted: "concurrent.futures"; a package has the name of its folder.
  std::string_view path;    // Relative to engine/lib/py: "concurrent/futures/__init__.py".
  std::string_view source;  // UTF-8, or any bytes; empty in the library file.
  std::string_view code;    // The compiled source, for bytecode::Deserialize(); or empty.
  // What the module defines, as Python source without what functions do: of those in the library
  // file, for who must not wait for it. Else empty.
  std::string_view outline;
  bool is_package;
  uint32_t offset, length;  // Of the source in the library file; both 0 if the engine carries it.
};

// Every module and data file, sorted by path. The texts live as long as the program. Written by
// engine/embed/.
std::span<const EmbeddedModule> EmbeddedModules();

// The library file that belongs to this engine: its size and HashBytes(file, 0). Both 0: none.
struct LibraryFileIdentity {
  uint64_t size, hash;
};
LibraryFileIdentity LibraryFile();

}  // namespace heddle::lib
