#pragma once

#include <span>
#include <string_view>

namespace heddle::lib {

// A module of the standard library that is written in Python and compiled into the engine.
struct EmbeddedModule {
  std::string_view name;    // Dotted: "concurrent.futures"; a package has the name of its folder.
  std::string_view path;    // Relative to engine/lib/py: "concurrent/futures/__init__.py".
  std::string_view source;  // UTF-8.
  std::string_view code;    // The compiled source, for bytecode::Deserialize(); or empty.
  bool is_package;
};

// Every embedded module, sorted by path. The texts live as long as the program. Written by
// engine/embed/.
std::span<const EmbeddedModule> EmbeddedModules();

}  // namespace heddle::lib
