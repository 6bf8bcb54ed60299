// Outlines of modules: what an editor has to know of a module without its text.
#pragma once

#include <string>
#include <string_view>

namespace heddle::embed {

// Python source that defines the same public names: imports, assignments, classes and functions
// with their parameters and the first paragraph of their docstrings. Of a function's body there
// are the attributes that it gives to `self` and the short expressions that it returns. Returns
// false when the source does not parse.
bool Outline(std::string_view source, std::string* outline);

}  // namespace heddle::embed
